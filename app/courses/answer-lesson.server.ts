import type { AppLoadContext } from "@remix-run/node";
import type { Locale } from "../i18n/locales";
import { stillPage } from "../platform/still.server";
import { mustConfirmName } from "./identity";
import type { LessonPage } from "./find-lesson-page.server";
import { findQuizIntro, type QuizIntro } from "./find-quiz.server";
import type { LessonShell } from "./lesson-view";
import { settleOverdueSittings } from "./settle-overdue.server";
import { findWebinarPage, type WebinarShell } from "./webinar-page.server";

/** What the lesson page's component renders, one case for each kind of lesson and one for "not yet". */
export type LessonData =
  | {
      readonly view: "locked";
      readonly page: LessonShell;
      readonly first: { readonly id: string; readonly number: number; readonly title: string };
    }
  | {
      readonly view: "ended";
      readonly page: LessonShell;
      readonly ended: { readonly at: string; readonly reason: string };
    }
  | { readonly view: "reading"; readonly page: LessonShell }
  | { readonly view: "webinar"; readonly page: LessonShell; readonly webinar: WebinarShell }
  | {
      readonly view: "evaluation";
      readonly page: LessonShell;
      readonly isGiven: boolean;
      /** The name to confirm, or null where that was done. */
      readonly nameToConfirm: string | null;
    }
  | {
      readonly view: "quiz";
      readonly page: LessonShell;
      readonly quiz: QuizIntro;
      readonly learnerName: string;
      readonly timeZone: string;
    };

/** What of the learner the page shows, and the part of a still page's key that names language and header. */
export interface LessonReader {
  readonly name: string;
  readonly timeZone: string;
  readonly locale: Locale;
  readonly key: string;
}

/**
 * Registers the still page of a lesson and gives its data. Readings and recordings keep their shell; the others,
 * which few people look at twice, are rendered for each request.
 * @returns null when the shell is known and no component will run.
 */
export async function answerLesson(
  context: AppLoadContext,
  found: LessonPage,
  reader: LessonReader,
  now: Date,
): Promise<LessonData | null> {
  if (found.state === "ended") {
    const { shell: page, ended } = found;
    return stillPage(context, { key: null, slots: {}, html: {} }, () => ({ view: "ended", page, ended }));
  }
  if (found.state === "locked") {
    return stillPage(context, { key: null, slots: found.slots, html: {} }, () => ({
      view: "locked",
      page: found.shell,
      first: found.first,
    }));
  }
  const { lesson, slots } = found;
  switch (lesson.kind) {
    case "reading":
      return stillPage(context, { key: `${found.key} ${reader.key}`, slots, html: { body: found.body ?? "" } }, () => ({
        view: "reading",
        page: found.shell(),
      }));
    case "evaluation":
      return stillPage(context, { key: null, slots, html: {} }, () => ({
        view: "evaluation",
        page: found.shell(),
        isGiven: found.enrolment.states[lesson.id]?.done === true,
        nameToConfirm: mustConfirmName(found.enrolment) ? reader.name : null,
      }));
    case "quiz": {
      const { personId, edition } = found.enrolment;
      await settleOverdueSittings({ personId, trackSlug: edition.trackSlug, lessonId: lesson.id, now });
      const quiz = findQuizIntro(found.enrolment, lesson, now);
      return stillPage(context, { key: null, slots, html: {} }, () => ({
        view: "quiz",
        page: found.shell(),
        quiz,
        learnerName: reader.name,
        timeZone: reader.timeZone,
      }));
    }
    case "webinar": {
      const { key, slots: watching, shell } = await findWebinarPage(found, reader, now);
      return stillPage(context, { key, slots: watching, html: {} }, () => {
        const webinar = shell();
        return { view: "webinar", page: webinar.page, webinar };
      });
    }
  }
}
