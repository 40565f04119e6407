import { hot } from "../platform/db.server";
import { recordWatching } from "../webinars/record-watching.server";
import { gaps, type Span } from "../webinars/spans";
import { findEnrolment } from "./find-enrolment.server";
import { findLesson } from "./manifest";
import { isOpen, laterOf, lessonState } from "./progress";
import { recordProgressHot } from "./record-progress.server";
import { lessonSubject } from "./subject";

export interface ReportToKeep {
  readonly personId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  /** Spans that the browser played, in ms, in the order of playing. More than time allows is cut. */
  readonly spans: readonly Span[];
  readonly positionMs: number;
  /** The learner moved the position since the last report. */
  readonly seeked: boolean;
  readonly now: Date;
}

export type WatchingReported =
  | {
      ok: true;
      coveredMs: number;
      /** Hundredths of a per cent of the way to "done", 0 to 10000. */
      fraction: number;
      /** Parts that have not been watched, in ms. */
      missing: readonly Span[];
      done: boolean;
      resumeMs: number;
      /** Server time of the save that is on disk. */
      savedAt: string;
    }
  | { ok: false; reason: "not-enrolled" | "ended" | "no-such-lesson" | "locked" };

/**
 * Keeps a report of watching and the progress that follows from it, in one commit of the hot lane; the promise
 * resolves when both are on disk. The length of the recording comes from the edition, never from the browser.
 */
export async function reportWatching(report: ReportToKeep): Promise<WatchingReported> {
  const enrolment = findEnrolment(report);
  if (enrolment === null) return { ok: false, reason: "not-enrolled" };
  if (enrolment.ended !== null) return { ok: false, reason: "ended" };
  const { manifest } = enrolment.edition;
  const lesson = findLesson(manifest, report.lessonId);
  if (lesson?.kind !== "webinar") return { ok: false, reason: "no-such-lesson" };
  if (!isOpen(manifest, enrolment.states, lesson.id)) return { ok: false, reason: "locked" };
  const { durationMs } = lesson;
  return hot((connection): WatchingReported => {
    const watched = recordWatching(connection, {
      subjectRef: lessonSubject(enrolment.id, lesson.id).ref,
      durationMs,
      claimed: report.spans,
      positionMs: report.positionMs,
      seeked: report.seeked,
      now: report.now,
    });
    const reached = lessonState(lesson, { kind: "webinar", coveredMs: watched.coveredMs });
    if (watched.gainedMs > 0)
      recordProgressHot(connection, {
        enrolmentId: enrolment.id,
        manifest,
        lessonId: lesson.id,
        state: reached,
        now: report.now,
      });
    const state = laterOf(enrolment.states[lesson.id], reached);
    return {
      ok: true,
      coveredMs: watched.coveredMs,
      fraction: state.fraction,
      missing: gaps(watched.spans, durationMs),
      done: state.done,
      resumeMs: watched.resumeMs,
      savedAt: report.now.toISOString(),
    };
  });
}
