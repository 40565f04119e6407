import path from "node:path";
import Database from "better-sqlite3";
import { newId } from "../../app/platform/ids.server";

export interface IssuedCertificates {
  /** Number by enrolment. Shorter than what was asked for when the server didn't issue them in time. */
  readonly numbers: ReadonlyMap<string, string>;
  readonly seconds: number;
}

/**
 * Asks the running site for certificates as a completion does, with one job each, and waits for their stored PDFs.
 * @param secondsToWait after which it gives up
 */
export async function issueCertificates(
  dataFolder: string,
  enrolmentIds: readonly string[],
  secondsToWait: number,
): Promise<IssuedCertificates> {
  const database = new Database(path.join(dataFolder, "stepwedge.db"));
  database.pragma("busy_timeout = 10000");
  const insert = database.prepare(
    "INSERT INTO Job (id, name, payload, key, runAt, attempts) VALUES (?, 'certificate.issue', ?, ?, ?, 0)",
  );
  const runAt = new Date().toISOString().replace("Z", "+00:00");
  database
    .transaction(() => {
      for (const enrolmentId of enrolmentIds)
        insert.run(newId(), JSON.stringify({ enrolmentId }), `certificate:${enrolmentId}`, runAt);
    })
    .immediate();
  const issued = database.prepare("SELECT enrolmentId, number FROM Certificate WHERE pdfHash IS NOT NULL");
  const wanted = new Set(enrolmentIds);
  const from = performance.now();
  const numbers = new Map<string, string>();
  const seconds = () => (performance.now() - from) / 1000;
  while (numbers.size < wanted.size && seconds() < secondsToWait) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    // The statement selects these columns.
    for (const row of issued.all() as { enrolmentId: string; number: string }[]) {
      if (wanted.has(row.enrolmentId)) numbers.set(row.enrolmentId, row.number);
    }
  }
  database.close();
  return { numbers, seconds: seconds() };
}
