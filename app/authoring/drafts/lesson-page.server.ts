import { listMediaTexts } from "../../media/find-asset.server";
import { writeBase } from "./draft-base";
import type { DraftLesson } from "./draft-file";
import type { Typed } from "./draft-form";
import { findDraft, type FoundDraft } from "./find-draft.server";
import { lessonForm } from "./lesson-form";
import { findLesson, headOf, type OutlineModule, outlineOf, type TrackHead } from "./outline-page.server";
import { findQuizBank, type QuizState, quizState } from "./quiz-bank.server";
import { listRecordings, type SocietyRecording } from "./society-media.server";

/** What the form of a quiz offers, from the track's bank. */
export interface QuizOffer {
  readonly bank: { readonly slug: string; readonly title: string; readonly questions: number } | null;
  readonly topics: readonly string[];
  readonly fixed: readonly { readonly key: string; readonly stem: string | null }[];
  readonly state: QuizState;
}

export interface WebinarOffer {
  readonly recordings: readonly SocietyRecording[];
  readonly speakers: readonly { readonly id: string; readonly name: string }[];
  /** Languages of the captions and chapters that the chosen recording has. */
  readonly captions: readonly string[];
  readonly chapters: readonly string[];
  readonly isOwn: boolean;
}

export interface LessonPage {
  readonly head: TrackHead;
  readonly modules: readonly OutlineModule[];
  readonly lesson: { readonly id: string; readonly kind: DraftLesson["kind"]; readonly number: number };
  readonly fields: Typed;
  readonly outcomes: readonly { readonly code: string; readonly text: string }[];
  readonly quiz: QuizOffer | null;
  readonly webinar: WebinarOffer | null;
}

export interface PlaceInTrack {
  readonly societyId: string;
  readonly trackSlug: string;
  readonly seen: { readonly societySlug: string; readonly timeZone: string; readonly mayWrite: boolean };
}

/** One lesson of one of this society's drafts, or null. */
export function findLessonPage(place: PlaceInTrack & { lessonId: string }): LessonPage | null {
  const { societyId, lessonId } = place;
  const draft = findDraft(societyId, place.trackSlug);
  const lesson = draft === null ? null : findLesson(draft, lessonId);
  const fields = draft === null ? null : lessonForm(lessonId).fieldsOf(draft);
  if (draft === null || lesson === null || fields === null) return null;
  const modules = outlineOf(draft);
  const number = modules.flatMap(({ lessons }) => lessons).findIndex(({ id }) => id === lessonId) + 1;
  const known = draft.file.outcomes.map(({ code }) => code);
  const codes = [...known, ...lesson.outcomes.filter((code) => !known.includes(code))];
  return {
    head: headOf(draft, place.seen),
    modules,
    lesson: { id: lessonId, kind: lesson.kind, number },
    fields: { ...fields, base: writeBase(draft.base) },
    outcomes: codes.map((code) => ({ code, text: draft.words.outcomes[code] ?? "" })),
    quiz: lesson.kind === "quiz" ? offerOfQuiz(societyId, draft, lesson) : null,
    webinar: lesson.kind === "webinar" ? offerOfWebinar(societyId, draft, lesson) : null,
  };
}

function offerOfQuiz(societyId: string, draft: FoundDraft, lesson: Extract<DraftLesson, { kind: "quiz" }>): QuizOffer {
  const found = findQuizBank(societyId, draft.file.bank);
  const questions = found?.questions ?? [];
  return {
    bank: found === null ? null : { slug: found.bank.slug, title: found.bank.title, questions: questions.length },
    topics: [...new Set(questions.map(({ topic }) => topic))].sort(),
    fixed: lesson.blueprint.fixed.map((key) => ({
      key,
      stem: questions.find(({ id }) => id === key)?.stem ?? null,
    })),
    state: quizState(lesson.blueprint, found),
  };
}

function offerOfWebinar(
  societyId: string,
  draft: FoundDraft,
  lesson: Extract<DraftLesson, { kind: "webinar" }>,
): WebinarOffer {
  const recordings = listRecordings(societyId);
  const chosen = recordings.find(({ id }) => id === lesson.media);
  const texts = chosen === undefined ? [] : listMediaTexts(chosen.id);
  const languages = (kind: string) => texts.filter((text) => text.kind === kind).map(({ language }) => language);
  return {
    recordings,
    speakers: draft.file.authors.map(({ id, name }) => ({ id, name })),
    captions: languages("captions"),
    chapters: languages("chapters"),
    isOwn: chosen?.isOwn ?? false,
  };
}

/** Whether every choice of a lesson's form is one that its page offers: ids never come from a form unseen. */
export function isOffered(societyId: string, typed: Typed): boolean {
  const { media = "" } = typed;
  return media === "" || listRecordings(societyId).some(({ id }) => id === media);
}
