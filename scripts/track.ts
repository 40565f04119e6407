/**
 * npm run track -- open SLUG: everybody finds the track. npm run track -- unlisted SLUG: only who has the address.
 * npm run track -- withdrawn SLUG --reason "…": it takes nobody new; the reason stands on its page.
 * Exit 0: done; 1: refused, with the reason; 2: wrong usage. A server may run beside it.
 */
import process from "node:process";
import { parseArgs } from "node:util";
import type { Availability } from "../app/authoring/set-availability.server";
import { databaseIsReady } from "./database-ready";

const usage = `Usage: npm run track -- open SLUG
       npm run track -- unlisted SLUG
       npm run track -- withdrawn SLUG --reason "why it takes nobody new"`;

/** What is to be done, or null when the words don't say so. */
function readOrder(words: readonly string[]): { trackSlug: string; availability: Availability } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: { reason: { type: "string" } },
      allowPositionals: true,
    });
    const [is, trackSlug, ...more] = positionals;
    if (trackSlug === undefined || more.length > 0) return null;
    if (is === "withdrawn" && values.reason !== undefined)
      return { trackSlug, availability: { is, reason: values.reason } };
    return is === "open" || is === "unlisted" ? { trackSlug, availability: { is } } : null;
  } catch {
    // parseArgs throws for an option that it doesn't know.
    return null;
  }
}

const refusals = { "not-there": "There is no such track.", "reason-missing": "A reason in words is needed." } as const;

async function main(): Promise<number> {
  const order = readOrder(process.argv.slice(2));
  if (order === null) {
    console.error(usage);
    return 2;
  }
  if (!(await databaseIsReady())) return 1;
  const { setAvailability } = await import("../app/authoring/set-availability.server");
  const { closeDatabase } = await import("../app/platform/db.server");
  const done = await setAvailability({ ...order, societyId: null, actorId: null, now: new Date() });
  await closeDatabase();
  if (done.ok) console.log(`${done.slug} is ${order.availability.is}.`);
  else console.error(refusals[done.reason]);
  return done.ok ? 0 : 1;
}

process.exitCode = await main();
