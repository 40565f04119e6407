import type { LessonFaultCode } from "../markup/lesson-fault";

/**
 * What a check has to say to authors: a code and its parameters, worded per language by `review:check.<code>`, and the
 * place where it is mended.
 */

/** Where something of a track is mended. */
export type Place =
  | { readonly at: "outline" }
  | { readonly at: "settings" }
  | { readonly at: "lesson"; readonly id: string; readonly language?: string }
  | { readonly at: "question"; readonly key: string }
  | { readonly at: "bank" }
  | { readonly at: "translation"; readonly language: string };

/** What stops a publication. */
type ErrorCode =
  // what a working copy lacks to be a track at all
  | "value-missing"
  | "value-wrong"
  | "nothing-written"
  | "bank-missing"
  | "bank-empty"
  // the track as a whole
  | "twice"
  | "english-missing"
  | "bank-other"
  | "review-before-preparation"
  | "no-author"
  | "no-reviewer"
  | "declared-after"
  | "outcome-unassessed"
  | "outcome-unknown"
  | "reference-uncited"
  | "quiz-missing"
  | "evaluation-count"
  // one language of it
  | "language-missing"
  | "text-missing"
  | "text-stray"
  | "lesson-unwritten"
  | "label-missing"
  | "label-stray"
  | "questions-untranslated"
  | "question-parts"
  // quizzes and recordings
  | "blueprint"
  | "question-no-lesson"
  | "question-stray-lesson"
  | "no-recording"
  | "recording-not-ready"
  | "captions-missing"
  | "chapters-missing"
  | "speaker-unknown"
  | "speech-untold"
  | "correction-unexplained"
  // Markdown
  | LessonFaultCode;

/** What authors should look at, and what stops nothing. */
type WarningCode =
  | "language-left-out"
  | "disclosure-old"
  | "review-past"
  | "translation-behind"
  | "lesson-uncited"
  | "lesson-no-outcome"
  | "lesson-long"
  | "lesson-short"
  | "sentences-long"
  | "minutes-short"
  | "minutes-long";

export interface Finding {
  readonly code: ErrorCode | WarningCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly where: Place;
  /** The language that it is about, where it is about one. */
  readonly language?: string;
  /** Of a lesson's or question's Markdown: its line, where it is known. */
  readonly line?: number;
}

/** What a text belongs to, in `text-missing` and `text-stray`. */
export type TextKind = "outcome" | "module" | "lesson" | "disclosure" | "question";
