import { coveredMs, gaps, partsOutside, type Span, unionSpans } from "../../webinars/spans";
import { meterVideo, WatchMeter } from "./meter";
import type { PageParts } from "./page-parts";
import type { Player } from "./player";
import { keepReport, waitingReports } from "./report-store";
import { beaconReport, type ReportAnswer, sendReport } from "./send-report";

const everyMs = 10_000;

export type SaveState = { readonly kind: "saving" } | { readonly kind: "saved"; readonly at: Date } | { readonly kind: "offline" | "failed" | "signed-out" | "refused" };

export interface WatchView {
  /** Union of what the server has and what waits here. */
  watched: (spans: readonly Span[], done: boolean) => void;
  saved: (state: SaveState) => void;
}

/**
 * Measures what is played and reports it: every ten seconds, on pause, when the page is hidden or left. Whatever the
 * server has not confirmed stays here and in storage, and goes with the next report, so a lost one costs nothing and
 * one that arrives twice changes nothing.
 */
export function startReports(page: PageParts, player: Player, view: WatchView): void {
  const { video, durationMs, enrolmentId, trackSlug, lessonId } = page;
  const meter = new WatchMeter(durationMs);
  const look = meterVideo(video, meter, durationMs);
  let confirmed = unionSpans(gaps(page.missing, durationMs), durationMs);
  let done = page.done;
  let seeked = false;
  let sentPosition = -1;
  let isSending = false;
  let isRefused = false;
  let askedWhetherDone = done;

  const waiting = () => {
    look();
    meter.keep(meter.played.flatMap((span) => partsOutside(span, confirmed)));
    return { trackSlug, lessonId, spans: meter.played, positionMs: player.positionMs() };
  };
  const show = () => {
    const watched = unionSpans([...confirmed, ...meter.played], durationMs);
    view.watched(watched, done);
    // The lesson is done when the server says so: it is asked at once when the share is reached.
    if (askedWhetherDone || coveredMs(watched) * 100 < durationMs * page.watchPercent) return;
    askedWhetherDone = true;
    reportNow();
  };
  const take = (answer: ReportAnswer) => {
    if (answer.ok) {
      confirmed = unionSpans([...confirmed, ...gaps(answer.missing, durationMs)], durationMs);
      done ||= answer.done;
      view.saved({ kind: "saved", at: new Date(answer.savedAt) });
    } else view.saved({ kind: answer.reason });
    isRefused = !answer.ok && answer.reason === "refused";
    keepReport(enrolmentId, isRefused ? { ...waiting(), spans: [] } : waiting());
    show();
    return answer.ok;
  };
  const report = async () => {
    if (isSending || isRefused) return;
    isSending = true;
    const now = waiting();
    const moved = player.takeSeeked() || seeked;
    view.saved({ kind: "saving" });
    const arrived = take(await sendReport(now, moved));
    seeked = !arrived && moved;
    if (arrived) sentPosition = now.positionMs;
    isSending = false;
  };
  const reportNow = () => void report();

  for (const left of waitingReports(enrolmentId)) {
    if (left.lessonId === lessonId) for (const span of left.spans) meter.add(span);
    else void sendReport(left, false).then((answer) => {
      settleOther(enrolmentId, left, answer);
    });
  }
  let hasStarted = false;
  video.addEventListener("play", () => {
    // The first report starts the server's clock for this recording.
    if (!hasStarted) reportNow();
    hasStarted = true;
  });
  video.addEventListener("timeupdate", show);
  for (const event of ["pause", "ended"]) video.addEventListener(event, reportNow);
  window.addEventListener("online", reportNow);
  setInterval(() => {
    const { spans, positionMs } = waiting();
    if (spans.length > 0 || (hasStarted && positionMs !== sentPosition)) reportNow();
  }, everyMs);
  const leave = () => {
    if (!hasStarted && meter.played.length === 0) return;
    const now = waiting();
    keepReport(enrolmentId, now);
    beaconReport(now, player.takeSeeked() || seeked);
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
  window.addEventListener("pagehide", leave);
  if (meter.played.length > 0) reportNow();
  show();
}

/** A report of another lesson: what the server took is forgotten, the rest waits on. */
function settleOther(enrolmentId: string, report: { trackSlug: string; lessonId: string; spans: readonly Span[]; positionMs: number }, answer: ReportAnswer): void {
  if (answer.ok) {
    const rest = report.spans.flatMap(([from, to]) => answer.missing.map(([a, b]): Span => [Math.max(from, a), Math.min(to, b)])).filter(([from, to]) => from < to);
    keepReport(enrolmentId, { ...report, spans: rest });
  } else if (answer.reason === "refused") keepReport(enrolmentId, { ...report, spans: [] });
}
