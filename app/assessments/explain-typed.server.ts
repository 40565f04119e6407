import type { GapDetail } from "../../quizzes/engine/detail";
import type { Detail, Mark } from "../../quizzes/engine/mark";
import type { AcceptedText, Cloze, Concordance, KnownMistake, Question } from "../../quizzes/engine/model";
import type { NumericDetail } from "../../quizzes/engine/numeric";
import { renderInline } from "../markup/render-inline.server";
import { renderQuestion } from "../markup/render-question.server";
import type { WriteReadersNumber } from "./write-number";

/** Explained answers that people typed or judged: numbers, texts, gaps, the panel's scale and essays. */

export interface ExplainedNumber {
  readonly typed: string | null;
  readonly unit: string;
  readonly status: NumericDetail["status"];
  readonly key: string;
  readonly keyUnit: string;
  /** Safe HTML about the known mistake that the number betrays. */
  readonly mistake: string | null;
}

export function explainNumber(question: Question, detail: Detail, write: WriteReadersNumber): ExplainedNumber | null {
  if (question.kind !== "numeric" || detail.kind !== "numeric") return null;
  return {
    typed: detail.typed?.text ?? null,
    unit: detail.typed?.unit ?? "",
    status: detail.status,
    key: write(question.key.shown ?? question.key.value),
    keyUnit: question.key.unit,
    mistake: mistakeIn(question.mistakes, detail),
  };
}

function mistakeIn(mistakes: readonly KnownMistake[], detail: NumericDetail): string | null {
  const mistake = detail.mistake === null ? undefined : mistakes[detail.mistake];
  return mistake === undefined ? null : renderQuestion(mistake.feedback);
}

export interface ExplainedText {
  /** As typed, plain text; null when nothing was. */
  readonly typed: string | null;
  /** Safe HTML about the accepted text that it fits; empty when there is nothing to say. */
  readonly feedback: string;
  /** Texts that earn the whole mark, plain. A pattern is no text to read, so it isn't among them. */
  readonly accepted: readonly string[];
}

/** The texts that earn everything; where only patterns do, none can be named. */
function wholeTexts(answers: readonly AcceptedText[]): string[] {
  return [...new Set(answers.filter(({ match, share }) => match === "text" && share === 100).map(({ text }) => text))];
}

export function explainText(question: Question, detail: Detail): ExplainedText | null {
  if (question.kind !== "short-text" || detail.kind !== "short-text") return null;
  const fits = detail.answer === null ? undefined : question.answers[detail.answer];
  return {
    typed: (detail.typed ?? "").trim() === "" ? null : detail.typed,
    feedback: renderQuestion(fits?.feedback ?? ""),
    accepted: wholeTexts(question.answers),
  };
}

/** One gap of a cloze, named by its number. */
export interface ExplainedGap {
  readonly id: string;
  /** Safe HTML; null when the gap was left empty. */
  readonly given: string | null;
  /** Safe HTML. */
  readonly key: string;
  readonly why: string;
  readonly outcome: "right" | "partly" | "wrong" | "open";
}

export function explainGaps(question: Question, detail: Detail, write: WriteReadersNumber): ExplainedGap[] {
  if (question.kind !== "cloze" || detail.kind !== "cloze") return [];
  return question.gaps.flatMap((gap) => {
    const said = detail.gaps.find(({ id }) => id === gap.id);
    if (said === undefined) return [];
    const texts = gapTexts(gap, said, write);
    return [{ id: gap.id, ...texts, outcome: gapOutcome(said.awarded, texts.given) }];
  });
}

function gapOutcome(awarded: number, given: string | null): ExplainedGap["outcome"] {
  if (given === null) return "open";
  if (awarded === 100) return "right";
  return awarded > 0 ? "partly" : "wrong";
}

const escape = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
const typedHtml = (typed: string | null) => (typed === null || typed.trim() === "" ? null : escape(typed));

interface GapTexts {
  readonly given: string | null;
  readonly key: string;
  readonly why: string;
}
type GapOf<K> = Extract<Cloze["gaps"][number], { kind: K }>;
type SaidOf<K> = Extract<GapDetail, { kind: K }>;

function gapTexts(gap: Cloze["gaps"][number], said: GapDetail, write: WriteReadersNumber): GapTexts {
  if (gap.kind === "choice" && said.kind === "choice") return choiceGap(gap, said);
  if (gap.kind === "text" && said.kind === "text") return textGap(gap, said);
  if (gap.kind === "number" && said.kind === "number") return numberGap(gap, said, write);
  return { given: null, key: "", why: "" };
}

function choiceGap(gap: GapOf<"choice">, said: SaidOf<"choice">): GapTexts {
  const pickedId = said.options.find((option) => option.picked)?.id;
  const picked = gap.options.find(({ id }) => id === pickedId);
  const key = gap.options.find(({ id }) => id === gap.key);
  return {
    given: picked === undefined ? null : renderInline(picked.text),
    key: renderInline(key?.text ?? ""),
    why: renderQuestion((picked ?? key)?.why ?? ""),
  };
}

function textGap(gap: GapOf<"text">, said: SaidOf<"text">): GapTexts {
  const fits = said.answer === null ? undefined : gap.answers[said.answer];
  return {
    given: typedHtml(said.typed),
    key: wholeTexts(gap.answers).map(escape).join(", "),
    why: renderQuestion(fits?.feedback ?? ""),
  };
}

function numberGap(gap: GapOf<"number">, said: SaidOf<"number">, write: WriteReadersNumber): GapTexts {
  const unit = gap.key.unit === "1" ? "" : ` ${gap.key.unit}`;
  return {
    given: typedHtml(said.number.typed?.text ?? null),
    key: escape(`${write(gap.key.value)}${unit}`),
    why: mistakeIn(gap.mistakes, said.number) ?? "",
  };
}

/** What the panel of a script concordance question said. */
export interface ExplainedPanel {
  readonly hypothesis: string;
  readonly finding: string;
  readonly picked: Concordance | null;
  /** From -2 to 2: how many of the panel chose it, and the hundredths that it earns. */
  readonly votes: readonly { readonly value: Concordance; readonly count: number; readonly share: number }[];
}

const scale = [-2, -1, 0, 1, 2] as const;

export function explainPanel(question: Question, detail: Detail): ExplainedPanel | null {
  if (question.kind !== "script-concordance" || detail.kind !== "script-concordance") return null;
  return {
    hypothesis: renderInline(question.hypothesis),
    finding: renderInline(question.finding),
    picked: detail.picked,
    votes: scale.map((value, i) => ({ value, count: question.panel[i] ?? 0, share: detail.shares[i] ?? 0 })),
  };
}

/** An essay after the sitting. */
export interface ExplainedEssay {
  /** As written, plain text. */
  readonly text: string;
  readonly words: number;
  readonly isPending: boolean;
  readonly criteria: readonly {
    readonly id: string;
    readonly text: string;
    /** Safe HTML of the level reached; null while nobody has marked it. */
    readonly level: string | null;
    readonly points: number;
    readonly most: number;
  }[];
  /** Plain text of the person who marked it. */
  readonly comment: string;
  readonly model: string;
}

export function explainEssay(question: Question, { detail, outcome }: Mark): ExplainedEssay | null {
  if (question.kind !== "essay" || detail.kind !== "essay") return null;
  return {
    text: detail.text ?? "",
    words: detail.words,
    isPending: outcome === "pending",
    criteria: question.rubric.map((criterion) => {
      const said = detail.criteria.find(({ id }) => id === criterion.id);
      const level = criterion.levels.find(({ id }) => id === said?.level);
      return {
        id: criterion.id,
        text: renderInline(criterion.text),
        level: level === undefined ? null : renderInline(level.text),
        points: said?.points ?? 0,
        most: said?.most ?? 0,
      };
    }),
    comment: detail.comment,
    model: renderQuestion(question.model),
  };
}
