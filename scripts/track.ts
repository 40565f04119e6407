/**
 * npm run track -- open SLUG: everybody finds the track. npm run track -- unlisted SLUG: only who has the address.
 * npm run track -- invited SLUG: only who has its code, which is printed; --opens says from when on (ISO, with a zone).
 * npm run track -- withdrawn SLUG --reason "…": it takes nobody new; the reason stands on its page.
 * Exit 0: done; 1: refused, with the reason; 2: wrong usage. A server may run beside it.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import { z } from "zod";
import type { Availability, AvailabilitySet } from "../app/authoring/set-availability.server";
import { databaseIsReady } from "./database-ready";

const usage = `Usage: npm run track -- open|unlisted|invited SLUG [--opens 2026-12-01T09:00:00Z]
       npm run track -- withdrawn SLUG --reason "why it takes nobody new"`;

const Opens = z.iso.datetime({ offset: true }).transform((iso) => new Date(iso));

/** What is to be done, or null when the words don't say so. */
function readOrder(words: readonly string[]): { trackSlug: string; availability: Availability } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { reason: { type: "string" }, opens: { type: "string" } },
      allowPositionals: true,
    });
    const [is, trackSlug, ...more] = positionals;
    if (trackSlug === undefined || more.length > 0) return null;
    if (is === "withdrawn")
      return values.reason === undefined ? null : { trackSlug, availability: { is, reason: values.reason } };
    const opensAt = values.opens === undefined ? null : Opens.parse(values.opens);
    return is === "open" || is === "unlisted" || is === "invited" ? { trackSlug, availability: { is, opensAt } } : null;
  } catch {
    // parseArgs throws for an option that it doesn't know, the schema for what is no moment.
    return null;
  }
}

const refusals: Readonly<Record<Extract<AvailabilitySet, { ok: false }>["reason"], string>> = {
  "not-there": "There is no such track.",
  "reason-missing": "A reason in words is needed.",
  "opens-past": "The moment of its opening has passed.",
};

async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  if (order === null) {
    console.error(usage);
    return 2;
  }
  if (!(await databaseIsReady())) return 1;
  const { setAvailability } = await import("../app/authoring/set-availability.server");
  const { sayAccessCode } = await import("../app/courses/access-code");
  const { closeDatabase, db } = await import("../app/platform/db.server");
  const done = await setAvailability({ ...order, societyId: null, actorId: null, now: new Date() });
  const track = await db.track.findUnique({ where: { slug: order.trackSlug }, select: { accessCode: true } });
  await closeDatabase();
  if (!done.ok) console.error(refusals[done.reason]);
  else {
    console.log(`${done.slug} is ${order.availability.is}.`);
    if (order.availability.is === "invited") console.log(`Its code is ${sayAccessCode(track?.accessCode ?? "")}.`);
  }
  return done.ok ? 0 : 1;
}

process.exitCode = await main();
