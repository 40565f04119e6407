/**
 * The words of the quiz engine. Everything here is plain data: no database, no React, no Node.
 *
 * Marks are integers in hundredths of a mark, so that halves and thirds add up the same everywhere.
 * Answers refer to ids, never to positions, so that shuffling can't change what a person said.
 */

/** One choice, statement or label that a learner reads. `why` is shown only after the sitting. */
export interface Option {
  readonly id: string;
  readonly text: string;
  readonly why: string;
}

/** A label of a matching or ordering question. */
export interface Label {
  readonly id: string;
  readonly text: string;
}

/** Where a question's fact comes from. `mark` says how it was checked: V read in the source, M from an expert's memory. */
export interface Source {
  readonly cite: string;
  readonly year: number;
  readonly mark: "V" | "M";
}

interface QuestionBase {
  readonly id: string;
  readonly topic: string;
  /** Codes of the learning outcomes that the question assesses. */
  readonly outcomes: readonly string[];
  readonly difficulty: 1 | 2 | 3;
  /** Id of the lesson that covers the question: where a wrong answer sends the learner. */
  readonly lesson: string;
  readonly source: Source;
  /** Inline Markdown; `$…$` is mathematics. */
  readonly stem: string;
  /** Shown after the sitting, whatever was answered. */
  readonly explanation: string;
}

export interface SingleChoice extends QuestionBase {
  readonly kind: "single";
  readonly options: readonly Option[];
  readonly key: string;
}

export interface MultipleChoice extends QuestionBase {
  readonly kind: "multiple";
  readonly options: readonly Option[];
  readonly keys: readonly string[];
  /** `penalty`: right ticks count up, wrong ticks count down, never below 0. `all-or-nothing`: only the exact set scores. */
  readonly rule: "penalty" | "all-or-nothing";
}

export interface TrueFalse extends QuestionBase {
  readonly kind: "true-false";
  readonly key: boolean;
  readonly why: { readonly true: string; readonly false: string };
}

/** How far from the key a number may lie: an absolute distance in the key's unit, or a share of the key (0.02 = 2 %). */
export type Tolerance = { readonly absolute: number } | { readonly relative: number };

/** A number that betrays a known mistake, and what to say about it. */
export interface KnownMistake {
  readonly value: number;
  readonly unit: string;
  readonly feedback: string;
}

export interface Numeric extends QuestionBase {
  readonly kind: "numeric";
  readonly key: { readonly value: number; readonly unit: string; readonly tolerance: Tolerance };
  /** Units offered to the learner; those of another dimension are there to be refused. */
  readonly units: readonly string[];
  readonly mistakes: readonly KnownMistake[];
}

export interface Matching extends QuestionBase {
  readonly kind: "matching";
  readonly left: readonly Label[];
  /** May hold more labels than `left`: distractors. */
  readonly right: readonly Label[];
  /** left id -> right id, for every left label. */
  readonly key: Readonly<Record<string, string>>;
}

export interface Ordering extends QuestionBase {
  readonly kind: "ordering";
  readonly items: readonly Label[];
  /** Ids of `items` in the right order. */
  readonly key: readonly string[];
}

export type Question = SingleChoice | MultipleChoice | TrueFalse | Numeric | Matching | Ordering;
export type Kind = Question["kind"];

/** What a learner answered. A question that was not touched has no response at all. */
export type Response =
  | { readonly kind: "single"; readonly option: string }
  | { readonly kind: "multiple"; readonly options: readonly string[] }
  | { readonly kind: "true-false"; readonly value: boolean }
  /** `text` as typed: comma and point are both read as the decimal sign. */
  | { readonly kind: "numeric"; readonly text: string; readonly unit: string }
  | { readonly kind: "matching"; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: "ordering"; readonly order: readonly string[] };

/** A correction of the marking, decided by an editor after people have answered. Append-only; the last one counts. */
export type Ruling =
  | { readonly kind: "void" }
  | { readonly kind: "full-marks" }
  | { readonly kind: "corrected-key"; readonly question: Question };

/** Texts of one question in another language; ids as in the question. A missing entry falls back to the question's own text. */
export interface QuestionText {
  readonly stem: string;
  readonly explanation: string;
  readonly options?: Readonly<Record<string, { readonly text: string; readonly why: string }>>;
  readonly why?: { readonly true: string; readonly false: string };
  readonly left?: Readonly<Record<string, string>>;
  readonly right?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, string>>;
  /** Feedback of the known mistakes, in the order of the question's list. */
  readonly mistakes?: readonly string[];
}

/** One line of a blueprint: how many questions to draw among those that fit every named tag. */
export interface DrawRule {
  readonly count: number;
  readonly topic?: string;
  readonly outcome?: string;
  readonly difficulty?: 1 | 2 | 3;
  readonly kind?: Kind;
}

/** What a quiz is made of. A paper is a function of (blueprint, pool, seed). */
export interface Blueprint {
  /** Ids that are in every paper. */
  readonly fixed: readonly string[];
  readonly draw: readonly DrawRule[];
  readonly shuffleQuestions: boolean;
  readonly shuffleOptions: boolean;
  /** 0 to 100. */
  readonly passPercent: number;
  /** How many sittings a learner has; null = as many as they like. */
  readonly attempts: number | null;
  readonly waitMinutes: number;
  readonly timeLimitMinutes: number | null;
}
