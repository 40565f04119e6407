import { localise } from "../../quizzes/engine/localise";
import { type Detail, type Mark, questionAsRuled } from "../../quizzes/engine/mark";
import type { Question } from "../../quizzes/engine/model";
import { renderInline } from "../markup/render-inline.server";
import { markPaper } from "./end-sitting.server";
import { getQuestion, type QuestionTexts, rulingsOn } from "./question-store.server";
import type { SittingRow } from "./sitting";
import { readAnswers } from "./sitting-store.server";

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

export interface ExplainedNumber {
  readonly typed: string | null;
  readonly unit: string;
  readonly status: "open" | "unreadable" | "wrong-dimension" | "out-of-tolerance" | "right";
  readonly key: string;
  readonly keyUnit: string;
  /** Safe HTML about the known mistake that the number betrays. */
  readonly mistake: string | null;
}

/** A question after the sitting: everything that helps to learn from it. */
export interface ExplainedQuestion {
  readonly id: string;
  readonly number: number;
  readonly kind: Question["kind"];
  readonly stem: string;
  readonly explanation: string;
  readonly outcome: Mark["outcome"];
  readonly score: number;
  readonly max: number;
  readonly outcomes: readonly string[];
  readonly lessonId: string;
  readonly source: { readonly cite: string; readonly year: number };
  readonly ruling: Mark["ruling"];
  readonly isLate: boolean;
  /** Choices, statements, pairs or positions, in the order in which they were shown. */
  readonly rows: readonly ExplainedRow[];
  readonly numeric: ExplainedNumber | null;
  readonly pairs: readonly {
    readonly left: string;
    readonly picked: string | null;
    readonly key: string;
    readonly right: boolean;
  }[];
  readonly order: readonly { readonly item: string | null; readonly key: string; readonly right: boolean }[];
}

/**
 * Explains a sitting that is over, marked with the rulings of today.
 * @param words what true and false are called in the reader's language.
 */
export function explainSitting(
  sitting: SittingRow,
  texts: QuestionTexts,
  words: { readonly true: string; readonly false: string },
): { questions: ExplainedQuestion[]; verdict: ReturnType<typeof markPaper>["verdict"] } {
  const { counted, lateIds } = readAnswers(sitting.id);
  const { marks, verdict } = markPaper(sitting, counted);
  const rulings = rulingsOn(sitting.paper.items.map((item) => item.revisionId));
  const questions = sitting.paper.items.flatMap((item, i) => {
    const mark = marks[i];
    if (mark === undefined) return [];
    const ruled = questionAsRuled(getQuestion(item.revisionId), rulings.get(item.revisionId) ?? []);
    const question = localise(ruled, texts[item.questionId] ?? null);
    return [
      { ...explain(question, mark, item.optionOrder, words), number: i + 1, isLate: lateIds.has(item.questionId) },
    ];
  });
  return { questions, verdict };
}

function explain(
  question: Question,
  mark: Mark,
  order: readonly string[],
  words: { true: string; false: string },
): Omit<ExplainedQuestion, "number" | "isLate"> {
  return {
    id: question.id,
    kind: question.kind,
    stem: renderInline(question.stem),
    explanation: renderInline(question.explanation),
    outcome: mark.outcome,
    score: mark.score,
    max: mark.max,
    outcomes: question.outcomes,
    lessonId: question.lesson,
    source: { cite: question.source.cite, year: question.source.year },
    ruling: mark.ruling,
    rows: explainRows(question, mark.detail, order, words),
    numeric: explainNumber(question, mark.detail),
    pairs: explainPairs(question, mark.detail),
    order: explainOrder(question, mark.detail),
  };
}

function explainRows(
  question: Question,
  detail: Detail,
  order: readonly string[],
  words: { true: string; false: string },
): ExplainedRow[] {
  if (
    (question.kind === "single" || question.kind === "multiple") &&
    (detail.kind === "single" || detail.kind === "multiple")
  ) {
    const shown = [...question.options].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
    return shown.map((option) => {
      const said = detail.options.find((entry) => entry.id === option.id);
      return {
        id: option.id,
        text: renderInline(option.text),
        why: renderInline(option.why),
        isKey: said?.key === true,
        isPicked: said?.picked === true,
      };
    });
  }
  if (question.kind === "true-false" && detail.kind === "true-false") {
    return ([true, false] as const).map((value) => ({
      id: String(value),
      text: value ? words.true : words.false,
      why: renderInline(value ? question.why.true : question.why.false),
      isKey: question.key === value,
      isPicked: detail.picked === value,
    }));
  }
  return [];
}

function explainNumber(question: Question, detail: Detail): ExplainedNumber | null {
  if (question.kind !== "numeric" || detail.kind !== "numeric") return null;
  const mistake = detail.mistake === null ? undefined : question.mistakes[detail.mistake];
  return {
    typed: detail.typed?.text ?? null,
    unit: detail.typed?.unit ?? "",
    status: detail.status,
    key: String(question.key.value),
    keyUnit: question.key.unit,
    mistake: mistake === undefined ? null : renderInline(mistake.feedback),
  };
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
