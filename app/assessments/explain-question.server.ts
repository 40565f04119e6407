import type { Detail, Mark } from "../../quizzes/engine/mark";
import type { Certainty, Question } from "../../quizzes/engine/model";
import { renderInline } from "../markup/render-inline.server";
import { renderQuestion } from "../markup/render-question.server";
import {
  type ExplainedEssay,
  type ExplainedGap,
  type ExplainedNumber,
  type ExplainedPanel,
  type ExplainedText,
  explainEssay,
  explainGaps,
  explainNumber,
  explainPanel,
  explainText,
} from "./explain-typed.server";
import type { WriteReadersNumber } from "./write-number";
import { type ExplainedPicture, explainPicture } from "./explain-picture.server";

/** One line of an explained answer. */
export interface ExplainedRow {
  readonly id: string;
  /** Safe HTML. */
  readonly text: string;
  /** Safe HTML, empty where the question gives none. */
  readonly why: string;
  readonly isKey: boolean;
  readonly isPicked: boolean;
}

/** A question after the sitting: everything that helps to learn from it. Texts are safe HTML unless said otherwise. */
export interface ExplainedQuestion {
  readonly id: string;
  readonly kind: Question["kind"];
  readonly stem: string;
  readonly explanation: string;
  readonly outcome: Mark["outcome"];
  /** Hundredths, with the weight of the question; below 0 where certainty cost marks. */
  readonly score: number;
  readonly max: number;
  /** What the learner said about it, where the quiz asks. */
  readonly certainty: Certainty | null;
  readonly outcomes: readonly string[];
  readonly lessonId: string | null;
  readonly source: { readonly cite: string; readonly year: number } | null;
  readonly ruling: Mark["ruling"];
  /** Choices or statements, in the order in which they were shown. */
  readonly rows: readonly ExplainedRow[];
  readonly numeric: ExplainedNumber | null;
  readonly pairs: readonly {
    readonly left: string;
    readonly picked: string | null;
    readonly key: string;
    readonly right: boolean;
  }[];
  readonly order: readonly { readonly item: string | null; readonly key: string; readonly right: boolean }[];
  readonly typed: ExplainedText | null;
  readonly gaps: readonly ExplainedGap[];
  readonly picture: ExplainedPicture | null;
  readonly panel: ExplainedPanel | null;
  readonly rating: readonly { readonly id: string; readonly text: string; readonly isPicked: boolean }[];
  readonly essay: ExplainedEssay | null;
}

/** What an explanation is made of. `question` as it was asked: in the reader's language, with its numbers and rulings. */
export interface ToExplain {
  readonly question: Question;
  readonly mark: Mark;
  readonly optionOrder: readonly string[];
  /** Whole marks that the question is worth; absent = 1. */
  readonly weight?: number | undefined;
  readonly certainty?: Certainty | undefined;
  /** What true and false are called in the reader's language. */
  readonly words: { readonly true: string; readonly false: string };
  /** How the reader writes numbers. */
  readonly write: WriteReadersNumber;
}

/** Explains one answer. */
export function explainQuestion(input: ToExplain): ExplainedQuestion {
  const { question, mark, weight = 1 } = input;
  const { detail } = mark;
  return {
    id: question.id,
    kind: question.kind,
    stem: renderQuestion(stemOf(question)),
    explanation: renderQuestion(question.explanation),
    outcome: mark.outcome,
    score: mark.awarded * weight,
    max: mark.possible * weight,
    certainty: input.certainty ?? null,
    outcomes: question.outcomes,
    lessonId: question.lesson,
    source: question.source && { cite: question.source.cite, year: question.source.year },
    ruling: mark.ruling,
    rows: explainRows(input),
    numeric: explainNumber(question, detail, input.write),
    pairs: explainPairs(question, detail),
    order: explainOrder(question, detail),
    typed: explainText(question, detail),
    gaps: explainGaps(question, detail, input.write),
    picture: explainPicture(question, detail),
    panel: explainPanel(question, detail),
    rating: explainRating(question, detail),
    essay: explainEssay(question, mark),
  };
}

/** The gaps of a cloze as the numbers under which they are explained. */
function stemOf(question: Question): string {
  if (question.kind !== "cloze") return question.stem;
  return question.gaps.reduce((stem, gap, i) => stem.replace(`[[${gap.id}]]`, `**[${String(i + 1)}]**`), question.stem);
}

function explainRows({ question, mark: { detail }, optionOrder, words }: ToExplain): ExplainedRow[] {
  if (
    (question.kind === "single" || question.kind === "multiple") &&
    (detail.kind === "single" || detail.kind === "multiple")
  ) {
    const shown = [...question.options].sort((a, b) => optionOrder.indexOf(a.id) - optionOrder.indexOf(b.id));
    return shown.map((option) => {
      const said = detail.options.find((entry) => entry.id === option.id);
      return {
        id: option.id,
        text: renderQuestion(option.text),
        why: renderQuestion(option.why),
        isKey: said?.key === true,
        isPicked: said?.picked === true,
      };
    });
  }
  if (question.kind === "true-false" && detail.kind === "true-false") {
    return ([true, false] as const).map((value) => ({
      id: String(value),
      text: value ? words.true : words.false,
      why: renderQuestion(value ? question.why.true : question.why.false),
      isKey: question.key === value,
      isPicked: detail.picked === value,
    }));
  }
  return [];
}

function explainPairs(question: Question, detail: Detail): ExplainedQuestion["pairs"] {
  if (question.kind !== "matching" || detail.kind !== "matching") return [];
  const left = new Map(question.left.map((label) => [label.id, renderInline(label.text)]));
  const right = new Map(question.right.map((label) => [label.id, renderInline(label.text)]));
  return detail.pairs.map((pair) => ({
    left: left.get(pair.left) ?? "",
    picked: pair.picked === null ? null : (right.get(pair.picked) ?? null),
    key: right.get(pair.key) ?? "",
    right: pair.right,
  }));
}

function explainOrder(question: Question, detail: Detail): ExplainedQuestion["order"] {
  if (question.kind !== "ordering" || detail.kind !== "ordering") return [];
  const items = new Map(question.items.map((label) => [label.id, renderInline(label.text)]));
  return detail.positions.map((position) => ({
    item: position.item === null ? null : (items.get(position.item) ?? null),
    key: items.get(position.key) ?? "",
    right: position.right,
  }));
}

function explainRating(question: Question, detail: Detail): ExplainedQuestion["rating"] {
  if (question.kind !== "likert" || detail.kind !== "likert") return [];
  return question.scale.map(({ id, text }) => ({ id, text: renderInline(text), isPicked: id === detail.picked }));
}
