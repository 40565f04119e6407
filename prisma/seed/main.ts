import { existsSync } from "node:fs";
import process from "node:process";
import { parseArgs } from "node:util";
import type { Published } from "../../app/authoring/publish-edition.server";
import type { Correction } from "./seed";

const usage = `Usage: npm run seed
       npm run seed -- --correction SLUG --note "what was wrong, and what holds now"`;

/** @returns undefined for a seed that corrects nothing, null when the words are no order */
function readCorrection(words: readonly string[]): Correction | undefined | null {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: { correction: { type: "string" }, note: { type: "string" } },
    });
    const { correction: trackSlug, note } = values;
    if (trackSlug === undefined && note === undefined) return undefined;
    return trackSlug === undefined || note === undefined || note.trim() === "" ? null : { trackSlug, note };
  } catch {
    // parseArgs throws for an option that it doesn't know.
    return null;
  }
}

/**
 * `npm run seed`: brings the shipped content into the database of DATA_DIR; what hasn't changed stays as it is. With
 * `--correction` what is published of that track is a correction: everybody enrolled in it gets the note by mail.
 * Exit 1 with sentences when it can't, 2 for wrong usage. A server may run beside it.
 */
async function main(): Promise<number> {
  const correction = readCorrection(process.argv.slice(2));
  if (correction === null) {
    console.error(usage);
    return 2;
  }
  // Settings are read while the app's modules load, so .env comes first.
  if (existsSync(".env")) process.loadEnvFile(".env");
  const { pendingMigrations } = await import("../../app/platform/migrations.server");
  if (pendingMigrations().length > 0) {
    console.error("The database is not up to date: run `npm run migrate` first.");
    return 1;
  }
  const { seed } = await import("./seed");
  const { ContentError } = await import("./read-content");
  const { closeDatabase } = await import("../../app/platform/db.server");
  try {
    for (const { slug, published } of await seed({
      now: new Date(),
      ...(correction === undefined ? {} : { correction }),
    }))
      console.log(`${slug}: ${say(published)}`);
    return 0;
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    console.error(error.message);
    return 1;
  } finally {
    await closeDatabase();
  }
}

function say(published: Published): string {
  if (!published.ok && published.reason === "unchanged") return `edition ${String(published.number)}, unchanged`;
  if (!published.ok && published.reason === "out-of-use")
    return `no new edition: it can't do without ${published.retired.join(", ")}, which the society has taken out of use`;
  if (!published.ok) throw new Error(`The seed has not stopped at "${published.reason}"`);
  return published.made === "edition"
    ? `edition ${String(published.number)} published`
    : `edition ${String(published.number)}, new texts published`;
}

process.exitCode = await main();
