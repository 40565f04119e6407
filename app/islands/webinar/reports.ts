import type { Span } from "../../webinars/spans";
import { meterVideo } from "./meter";
import type { PageParts } from "./page-parts";
import type { Player } from "./player";
import { keepReport, type WaitingReport, waitingReports } from "./report-store";
import { beaconReport, type ReportAnswer, sendReport } from "./send-report";
import { WatchRecord } from "./watch-record";

const everyMs = 10_000;

export type SaveState =
  | { readonly kind: "saving" }
  | { readonly kind: "saved"; readonly at: Date }
  | { readonly kind: "offline" | "failed" | "signed-out" | "refused" };

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
  const { video, enrolmentId, trackSlug, lessonId } = page;
  const record = new WatchRecord(page);
  const look = meterVideo(video, record.meter, page.durationMs);
  const describe = (): WaitingReport => {
    look();
    return { trackSlug, lessonId, spans: record.waiting(), positionMs: player.positionMs() };
  };
  const lane = reportLane(page, player, { record, view, describe, show });
  let hasAsked = record.done;
  function show(): void {
    view.watched(record.watched(), record.done);
    // The lesson is done when the server says so: it is asked at once when the share is reached.
    if (hasAsked || !record.reaches(page.watchPercent)) return;
    hasAsked = true;
    lane.send();
  }

  sendWaiting(page, record);
  video.addEventListener("timeupdate", show);
  // The first report starts the server's clock for this recording.
  video.addEventListener("play", lane.send, { once: true });
  for (const event of ["pause", "ended"]) video.addEventListener(event, lane.send);
  window.addEventListener("online", lane.send);
  setInterval(lane.sendIfNews, everyMs);
  const leave = () => {
    const report = describe();
    if (report.spans.length === 0 && !lane.hasSent()) return;
    keepReport(enrolmentId, report);
    beaconReport(report, player.takeSeeked());
  };
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") leave();
  });
  window.addEventListener("pagehide", leave);
  if (record.waiting().length > 0) lane.send();
  else keepReport(enrolmentId, describe());
  show();
}

interface Lane {
  readonly send: () => void;
  readonly sendIfNews: () => void;
  readonly hasSent: () => boolean;
}

interface LaneNeeds {
  readonly record: WatchRecord;
  readonly view: WatchView;
  readonly describe: () => WaitingReport;
  readonly show: () => void;
}

/** One report at a time; a seek that a lost report told of is told again by the next. */
function reportLane(page: PageParts, player: Player, { record, view, describe, show }: LaneNeeds): Lane {
  let isSending = false;
  let isRefused = false;
  let hasSent = false;
  let seeked = false;
  let sentPosition = -1;

  const take = (answer: ReportAnswer) => {
    if (answer.ok) record.confirm(answer);
    view.saved(answer.ok ? { kind: "saved", at: new Date(answer.savedAt) } : { kind: answer.reason });
    isRefused = !answer.ok && answer.reason === "refused";
    keepReport(page.enrolmentId, isRefused ? { ...describe(), spans: [] } : describe());
    show();
  };
  const report = async () => {
    isSending = true;
    hasSent = true;
    const now = describe();
    seeked = player.takeSeeked() || seeked;
    view.saved({ kind: "saving" });
    const answer = await sendReport(now, seeked);
    isSending = false;
    if (answer.ok) {
      seeked = false;
      sentPosition = now.positionMs;
    }
    take(answer);
  };
  const send = () => {
    if (!isSending && !isRefused) void report();
  };
  return {
    send,
    sendIfNews: () => {
      const { spans, positionMs } = describe();
      if (spans.length > 0 || (hasSent && positionMs !== sentPosition)) send();
    },
    hasSent: () => hasSent,
  };
}

/** Takes up what an earlier visit could not send: this lesson's with the next report, other lessons' now. */
function sendWaiting({ enrolmentId, lessonId }: PageParts, record: WatchRecord): void {
  for (const left of waitingReports(enrolmentId)) {
    if (left.lessonId === lessonId) for (const span of left.spans) record.meter.add(span);
    else
      void sendReport(left, false).then((answer) => {
        settleOther(enrolmentId, left, answer);
      });
  }
}

/** A report of another lesson: what the server took is forgotten, the rest waits on. */
function settleOther(enrolmentId: string, report: WaitingReport, answer: ReportAnswer): void {
  if (answer.ok) {
    const cut = report.spans.flatMap(([from, to]) =>
      answer.missing.map(([a, b]): Span => [Math.max(from, a), Math.min(to, b)]),
    );
    keepReport(enrolmentId, { ...report, spans: cut.filter(([from, to]) => from < to) });
  } else if (answer.reason === "refused") keepReport(enrolmentId, { ...report, spans: [] });
}
