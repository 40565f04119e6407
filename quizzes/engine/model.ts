/**
 * The words of the quiz engine. Everything here is plain data: no database, no React, no Node.
 *
 * Marks are integers in hundredths of a mark, so that halves and thirds add up the same everywhere.
 * Answers refer to ids, never to positions, so that shuffling can't change what a person said.
 */

/** One choice that a learner reads. */
export interface Option {
  readonly id: string;
  readonly text: string;
  /** Shown only after the sitting; empty when the author gives no reason. */
  readonly why: string;
  /**
   * Hundredths of the mark that picking this option is worth, -100 to 100: in a single choice what a half-right option
   * earns, in a multiple choice of the rule `weights` what each tick adds. Absent elsewhere.
   */
  readonly share?: number;
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
  /** Codes of the learning outcomes that the question assesses; empty for a question that nobody has aligned yet. */
  readonly outcomes: readonly string[];
  readonly difficulty: 1 | 2 | 3;
  /** Professions that the question is for; absent = all. */
  readonly professions?: readonly string[];
  /** Id of the lesson that covers the question: where a wrong answer sends the learner. Null until a track uses it. */
  readonly lesson: string | null;
  /** Null for a question from elsewhere whose source nobody has named. */
  readonly source: Source | null;
  /**
   * Markdown: `$…$` is mathematics, tables and pictures are allowed. A picture is `![what it shows](picture:<name>)`,
   * where the name is the SHA-256 of the file in hexadecimal and its ending (png, jpg, gif, webp).
   */
  readonly stem: string;
  /** Shown after the sitting, whatever was answered; may be empty. */
  readonly explanation: string;
}

/** A picture that a question is about. */
export interface Picture {
  /** `<sha256>.<ending>`, as in the Markdown address `picture:<name>`. */
  readonly name: string;
  /** What it shows, for people who don't see it; must not tell the answer. */
  readonly alt: string;
  /** Pixels. Every coordinate of a question is in these pixels, from the top left. */
  readonly width: number;
  readonly height: number;
  /** For a 16-bit greyscale PNG: the window that it opens with, in stored values. Absent for ordinary pictures. */
  readonly window?: { readonly center: number; readonly width: number } | undefined;
}

/** An area of a picture. The edge belongs to it. */
export type Shape =
  | { readonly shape: "polygon"; readonly points: readonly (readonly [number, number])[] }
  | {
      readonly shape: "ellipse";
      readonly cx: number;
      readonly cy: number;
      readonly rx: number;
      readonly ry: number;
    };

export interface SingleChoice extends QuestionBase {
  readonly kind: "single";
  readonly options: readonly Option[];
  readonly key: string;
}

export interface MultipleChoice extends QuestionBase {
  readonly kind: "multiple";
  readonly options: readonly Option[];
  readonly keys: readonly string[];
  /**
   * `penalty`: right ticks count up, wrong ticks count down, never below 0. `all-or-nothing`: only the exact set scores.
   * `weights`: the shares of the ticked options add up, never below 0; only the exact set reaches 100.
   */
  readonly rule: "penalty" | "all-or-nothing" | "weights";
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
  /** Hundredths of the mark that it still earns, 0 to 99; absent = 0. */
  readonly share?: number;
  /** Absent = the key's tolerance. */
  readonly tolerance?: Tolerance;
}

export interface Numeric extends QuestionBase {
  readonly kind: "numeric";
  readonly key: {
    readonly value: number;
    readonly unit: string;
    readonly tolerance: Tolerance;
    /** The value as people read it, where it was calculated; absent = the value itself. */
    readonly shown?: number;
  };
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

/** One accepted text. `pattern` is a regular pattern of the closed language in pattern.ts, matched against the whole answer. */
export interface AcceptedText {
  readonly match: "text" | "pattern";
  readonly text: string;
  /** Hundredths of the mark, 0 to 100; below 100 the feedback says what is missing. */
  readonly share: number;
  readonly feedback: string;
}

/** How typed texts are compared: always without outer and double spaces and with one form of dashes and quotes. */
export interface TextComparison {
  readonly caseSensitive: boolean;
  /** Whether é counts as e. */
  readonly ignoreAccents: boolean;
}

export interface ShortText extends QuestionBase, TextComparison {
  readonly kind: "short-text";
  /** The first that fits counts; at least one has the share 100. */
  readonly answers: readonly AcceptedText[];
}

/** A number that is drawn for each sitting: `min`, `max` and the decimals between them. */
export interface Variable {
  readonly name: string;
  readonly min: number;
  readonly max: number;
  readonly decimals: number;
}

/** A known mistake of a calculated question: the formula that somebody used instead. */
export interface MistakenFormula {
  readonly formula: string;
  readonly unit: string;
  readonly feedback: string;
  readonly share?: number;
}

/**
 * A numeric question whose numbers differ from sitting to sitting. The stem names variables as `{name}`; the formula is
 * of the closed language in formula.ts. A paper pins the values; `asked()` then makes a plain numeric question of it.
 */
export interface Calculated extends QuestionBase {
  readonly kind: "calculated";
  readonly variables: readonly Variable[];
  /** Sets of values that belong together, each in the order of `variables`; empty = draw each variable by itself. */
  readonly rows: readonly (readonly number[])[];
  readonly formula: string;
  readonly unit: string;
  /** Decimals with which the key is shown: more of them where the tolerance is narrower. Answers are compared with the key itself. */
  readonly decimals: number;
  readonly tolerance: Tolerance;
  readonly units: readonly string[];
  readonly mistakes: readonly MistakenFormula[];
}

/** One gap of a cloze; ids of options are unique in the whole question. */
export type Gap =
  | { readonly kind: "choice"; readonly id: string; readonly options: readonly Option[]; readonly key: string }
  | ({ readonly kind: "text"; readonly id: string; readonly answers: readonly AcceptedText[] } & TextComparison)
  | {
      readonly kind: "number";
      readonly id: string;
      /** The unit stands in the text; "1" for a plain number. */
      readonly key: { readonly value: number; readonly unit: string; readonly tolerance: Tolerance };
      readonly mistakes: readonly KnownMistake[];
    };

/** A text with gaps: the stem holds `[[gap id]]` once for each gap. Every gap counts alike unless it has a weight. */
export interface Cloze extends QuestionBase {
  readonly kind: "cloze";
  readonly gaps: readonly (Gap & { readonly weight?: number })[];
}

/** A named area of a hotspot picture. */
export interface Region {
  readonly id: string;
  readonly area: Shape;
  /** What the list for people who can't point calls it. */
  readonly text: string;
  readonly why: string;
}

/** Point at every target. The list of names replaces pointing where `regions` holds at least two more than the key. */
export interface Hotspot extends QuestionBase {
  readonly kind: "hotspot";
  readonly picture: Picture;
  readonly regions: readonly Region[];
  readonly keys: readonly string[];
}

/** Put labels onto marked places of a picture. More labels than places: distractors. */
export interface Labelling extends QuestionBase {
  readonly kind: "labelling";
  readonly picture: Picture;
  readonly places: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  readonly labels: readonly Label[];
  /** place id -> label id, for every place. */
  readonly key: Readonly<Record<string, string>>;
}

/** The five answers of a script concordance question, from "much less likely" to "much more likely". */
export type Concordance = -2 | -1 | 0 | 1 | 2;

/** "You think of … and then find …: the hypothesis becomes …". Scored against what a panel of experts said. */
export interface ScriptConcordance extends QuestionBase {
  readonly kind: "script-concordance";
  readonly hypothesis: string;
  readonly finding: string;
  /** How many of the panel chose -2, -1, 0, 1 and 2. */
  readonly panel: readonly [number, number, number, number, number];
}

/** A rating without marks. */
export interface Likert extends QuestionBase {
  readonly kind: "likert";
  readonly scale: readonly Label[];
}

/** One criterion of an essay's rubric, with its levels from lowest to highest. */
export interface Criterion {
  readonly id: string;
  readonly text: string;
  readonly levels: readonly { readonly id: string; readonly text: string; readonly points: number }[];
}

/** A text that a person marks. The learner sees the criteria; levels and the model answer come afterwards. */
export interface Essay extends QuestionBase {
  readonly kind: "essay";
  readonly rubric: readonly Criterion[];
  readonly minWords: number;
  readonly maxWords: number;
  /** A good answer, for the marker and for the learner afterwards; may be empty. */
  readonly model: string;
}

export type Question =
  | SingleChoice
  | MultipleChoice
  | TrueFalse
  | Numeric
  | Matching
  | Ordering
  | ShortText
  | Calculated
  | Cloze
  | Hotspot
  | Labelling
  | ScriptConcordance
  | Likert
  | Essay;
export type Kind = Question["kind"];

/** How sure a learner is, where a quiz asks for it: 1 = guess, 2 = fairly, 3 = certain. */
export type Certainty = 1 | 2 | 3;

type AnyResponse =
  | { readonly kind: "single"; readonly option: string }
  | { readonly kind: "multiple"; readonly options: readonly string[] }
  | { readonly kind: "true-false"; readonly value: boolean }
  /** `text` as typed: comma and point are both read as the decimal sign. Also the answer to a calculated question. */
  | { readonly kind: "numeric"; readonly text: string; readonly unit: string }
  | { readonly kind: "matching"; readonly pairs: Readonly<Record<string, string>> }
  | { readonly kind: "ordering"; readonly order: readonly string[] }
  | { readonly kind: "short-text"; readonly text: string }
  /** gap id -> option id or typed text. */
  | { readonly kind: "cloze"; readonly gaps: Readonly<Record<string, string>> }
  /** Points in pixels of the picture, and regions that were picked from the list. */
  | {
      readonly kind: "hotspot";
      readonly points: readonly (readonly [number, number])[];
      readonly regions: readonly string[];
    }
  /** place id -> label id. */
  | { readonly kind: "labelling"; readonly placed: Readonly<Record<string, string>> }
  | { readonly kind: "script-concordance"; readonly value: Concordance }
  | { readonly kind: "likert"; readonly option: string }
  | { readonly kind: "essay"; readonly text: string };

/** What a learner answered. A question that was not touched has no response at all. */
export type Response = AnyResponse & { readonly certainty?: Certainty };

/** What a person gave an essay: criterion id -> level id. */
export interface Assessment {
  readonly levels: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** A correction of the marking, decided by an editor after people have answered. Append-only; the last one counts. */
export type Ruling =
  | { readonly kind: "void" }
  | { readonly kind: "full-marks" }
  | { readonly kind: "corrected-key"; readonly question: Question };

/** One line of a blueprint: how many questions to draw among those that fit every named tag. */
export interface DrawRule {
  readonly count: number;
  readonly topic?: string;
  readonly outcome?: string;
  readonly difficulty?: 1 | 2 | 3;
  readonly kind?: Kind;
  readonly profession?: string;
  /** Whole marks that each of its questions is worth, 1 to 100; absent = 1. */
  readonly marks?: number;
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
  /** When right and wrong, explanations and the score are shown; absent = after the sitting. */
  readonly feedback?: "never" | "each" | "sitting" | "passing";
  /** Whether learners say how sure they are, and are marked by it (see certainty.ts). */
  readonly certainty?: boolean;
  /** How the page shows the paper; absent = one question at a time. */
  readonly layout?: "one" | "all";
  /** Question id -> whole marks of a fixed question; absent = 1. */
  readonly marks?: Readonly<Record<string, number>>;
}
