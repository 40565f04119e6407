import type { Span } from "../../webinars/spans";

/** Reports that the server has not confirmed wait in the browser's storage, by enrolment and lesson. */

export interface WaitingReport {
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly spans: readonly Span[];
  readonly positionMs: number;
}

// The enrolment in the key: on a shared computer nobody sends what somebody else watched.
const keyOf = (enrolmentId: string, lessonId: string) => `watched ${enrolmentId} ${lessonId}`;

export function keepReport(enrolmentId: string, report: WaitingReport): void {
  try {
    const key = keyOf(enrolmentId, report.lessonId);
    if (report.spans.length === 0) localStorage.removeItem(key);
    else localStorage.setItem(key, JSON.stringify(report));
  } catch {
    // Without storage the report lives as long as the page.
  }
}

/** Every report of this enrolment that waits. What can't be read is removed. */
export function waitingReports(enrolmentId: string): WaitingReport[] {
  try {
    const keys = Array.from({ length: localStorage.length }, (_, i) => localStorage.key(i) ?? "");
    return keys.filter((key) => key.startsWith(keyOf(enrolmentId, ""))).flatMap(readReport);
  } catch {
    return [];
  }
}

function readReport(key: string): WaitingReport[] {
  try {
    const report: unknown = JSON.parse(localStorage.getItem(key) ?? "null");
    if (isReport(report)) return [report];
  } catch {
    // Falls through to the removal.
  }
  localStorage.removeItem(key);
  return [];
}

function isReport(value: unknown): value is WaitingReport {
  if (typeof value !== "object" || value === null) return false;
  const { trackSlug, lessonId, spans, positionMs } = value as Partial<Record<keyof WaitingReport, unknown>>;
  return (
    typeof trackSlug === "string" &&
    typeof lessonId === "string" &&
    typeof positionMs === "number" &&
    Array.isArray(spans)
  );
}
