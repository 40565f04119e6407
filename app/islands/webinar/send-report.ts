import type { Span } from "../../webinars/spans";
import type { WaitingReport } from "./report-store";

/** What the server answers to a report; see app/courses/report-watching.server. */
export type ReportAnswer =
  | { readonly ok: true; readonly missing: readonly Span[]; readonly done: boolean; readonly savedAt: string }
  | { readonly ok: false; readonly reason: "offline" | "failed" | "signed-out" | "refused" };

const address = "/hot/watch";
/** The server takes 200 spans; more than these wait for the next report. */
const mostSpans = 150;

function bodyOf(report: WaitingReport, seeked: boolean): string {
  const { trackSlug, lessonId, spans, positionMs } = report;
  return JSON.stringify({
    trackSlug,
    lessonId,
    spans: spans.slice(0, mostSpans),
    positionMs: Math.max(0, Math.round(positionMs)),
    seeked,
  });
}

export async function sendReport(report: WaitingReport, seeked: boolean): Promise<ReportAnswer> {
  try {
    const response = await fetch(address, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: bodyOf(report, seeked),
      signal: AbortSignal.timeout(15_000),
    });
    if (response.status === 401) return { ok: false, reason: "signed-out" };
    if (response.status >= 500 || response.status === 429) return { ok: false, reason: "failed" };
    if (!response.ok) return { ok: false, reason: "refused" };
    // Our own server's answer, after its own status.
    return (await response.json()) as ReportAnswer;
  } catch {
    return { ok: false, reason: navigator.onLine ? "failed" : "offline" };
  }
}

/** For a page that goes away: no answer comes back, so the report also stays in storage until one does. */
export function beaconReport(report: WaitingReport, seeked: boolean): void {
  navigator.sendBeacon(address, new Blob([bodyOf(report, seeked)], { type: "application/json" }));
}
