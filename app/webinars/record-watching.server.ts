import { dbTime, type HotDatabase, prepareHot } from "../platform/db.server";
import { nextResume } from "./resume-point";
import type { Span } from "./spans";
import { creditWatching } from "./watch-credit";

export interface WatchReport {
  /** Opaque: whose watching of which recording. */
  readonly subjectRef: string;
  /** Length of the file, from the edition. */
  readonly durationMs: number;
  readonly claimed: readonly Span[];
  readonly positionMs: number;
  /** The learner moved the position since the last report. */
  readonly seeked: boolean;
  readonly now: Date;
}

export interface Watched {
  readonly spans: readonly Span[];
  readonly coveredMs: number;
  readonly resumeMs: number;
  /** Newly covered by this report. */
  readonly gainedMs: number;
}

interface StateRow {
  readonly spans: string;
  readonly resumeMs: number;
  readonly allowanceMs: number;
  readonly lastReportAt: string;
}

/**
 * Writes what a report proves: one row for each newly covered part, and the projection. Runs inside a command of the
 * hot lane. Sending a report twice changes nothing but the clock.
 */
export function recordWatching(connection: HotDatabase, report: WatchReport): Watched {
  const found: unknown = prepareHot(
    connection,
    "SELECT spans, resumeMs, allowanceMs, lastReportAt FROM WatchState WHERE subjectRef = ?",
  ).get(report.subjectRef);
  // The statement selects these columns, and `spans` is JSON that we wrote ourselves.
  const before = found as StateRow | undefined;
  const lastReport = before === undefined ? report.now : new Date(before.lastReportAt);
  const credit = creditWatching({
    spans: before === undefined ? [] : (JSON.parse(before.spans) as Span[]),
    allowanceMs: before?.allowanceMs ?? 0,
    elapsedMs: report.now.getTime() - lastReport.getTime(),
    claimed: report.claimed,
    durationMs: report.durationMs,
  });
  const resumeMs = nextResume(before?.resumeMs ?? 0, report, report.durationMs);
  const at = dbTime(report.now > lastReport ? report.now : lastReport);
  for (const [from, to] of credit.accepted) {
    prepareHot(connection, "INSERT INTO WatchedSpan (subjectRef, fromMs, toMs, at) VALUES (?, ?, ?, ?)").run(
      report.subjectRef,
      from,
      to,
      dbTime(report.now),
    );
  }
  prepareHot(
    connection,
    `INSERT INTO WatchState (subjectRef, spans, coveredMs, resumeMs, allowanceMs, lastReportAt) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (subjectRef) DO UPDATE SET spans = excluded.spans, coveredMs = excluded.coveredMs, resumeMs = excluded.resumeMs,
       allowanceMs = excluded.allowanceMs, lastReportAt = excluded.lastReportAt`,
  ).run(report.subjectRef, JSON.stringify(credit.spans), credit.coveredMs, resumeMs, credit.allowanceMs, at);
  const gainedMs = credit.accepted.reduce((sum, [from, to]) => sum + to - from, 0);
  return { spans: credit.spans, coveredMs: credit.coveredMs, resumeMs, gainedMs };
}
