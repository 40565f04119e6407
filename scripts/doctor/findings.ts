/** What the doctor says of each thing. Pure: facts in, sentences out. */
export interface Finding {
  readonly isWell: boolean;
  readonly sentence: string;
}

const finding = (isWell: boolean, well: string, care: string): Finding => ({ isWell, sentence: isWell ? well : care });
const plural = (count: number, one: string, many: string) => `${String(count)} ${count === 1 ? one : many}`;

export function migrationFinding(pending: readonly string[]): Finding {
  return finding(
    pending.length === 0,
    "Every migration is applied.",
    `${plural(pending.length, "migration is", "migrations are")} not applied: ${pending.join(", ")}. Run npm run migrate.`,
  );
}

/** @param freeBytes of the disk that holds the data */
export function diskFinding(freeBytes: number): Finding {
  const gigabytes = freeBytes / 1e9;
  const free = `${gigabytes.toFixed(1)} GB are free on the disk of the data`;
  return finding(gigabytes >= 1, `${free}.`, `Only ${free}. SQLite stops writing when it is full.`);
}

export function pragmaFindings(pragmas: { journalMode: string; synchronous: number; foreignKeys: number }): Finding[] {
  return [
    finding(
      pragmas.journalMode === "wal",
      "Readers don't wait for writers (journal_mode=wal).",
      `journal_mode is ${pragmas.journalMode} instead of wal: a file system without shared memory does this. Keep DATA_DIR on a local disk.`,
    ),
    finding(
      pragmas.synchronous >= 2,
      "What is confirmed survives a power cut (synchronous=FULL).",
      `synchronous is ${String(pragmas.synchronous)} instead of 2 (FULL): a power cut can lose confirmed answers.`,
    ),
    finding(
      pragmas.foreignKeys === 1,
      "References are enforced (foreign_keys=1).",
      "References are not enforced (foreign_keys=0).",
    ),
  ];
}

const minute = 60_000;

/** @param jobs `oldestDue` is null when nothing waits */
export function jobFindings(jobs: { waiting: number; dead: number; oldestDue: Date | null }, now: Date): Finding[] {
  const lateMinutes = jobs.oldestDue === null ? 0 : (now.getTime() - jobs.oldestDue.getTime()) / minute;
  return [
    finding(
      lateMinutes < 5,
      jobs.waiting === 0
        ? "No job waits."
        : `${plural(jobs.waiting, "job waits", "jobs wait")}, none of them for long.`,
      `${plural(jobs.waiting, "job waits", "jobs wait")}, the oldest for ${lateMinutes.toFixed(0)} minutes. The site with RUN_JOBS=1 is not running, or is stuck.`,
    ),
    finding(
      jobs.dead === 0,
      "No job has been given up.",
      `${plural(jobs.dead, "job was", "jobs were")} given up after six failures. npm run jobs -- list says why, npm run jobs -- retry tries again.`,
    ),
  ];
}

/**
 * Deadlines and sessions are counted by this clock. Rows from the future mean that it was set back.
 * @param latest moment that the server has written, or null in an empty database
 */
export function clockFinding(latest: Date | null, now: Date): Finding {
  const ahead = latest === null ? 0 : (latest.getTime() - now.getTime()) / minute;
  return finding(
    ahead < 2 && now.getUTCFullYear() >= 2024,
    `The clock says ${now.toISOString().slice(0, 16).replace("T", " ")} UTC, and no row is later.`,
    `The clock says ${now.toISOString().slice(0, 16).replace("T", " ")} UTC, but a row is ${ahead.toFixed(0)} minutes later. Set the clock by NTP.`,
  );
}
