import type {
  Matching,
  MultipleChoice,
  Numeric,
  Option,
  Ordering,
  Question,
  Response,
  Ruling,
  SingleChoice,
  TrueFalse,
} from "./model";
import { judgeNumber, type NumericDetail } from "./numeric";

/** `right` is a full score, `partly` more than nothing, `open` no answer, `void` taken out of the count. */
export type Outcome = "right" | "partly" | "wrong" | "open" | "void";

/** One option: whether it was picked, and whether it belongs to the key. */
export interface OptionDetail {
  readonly id: string;
  readonly picked: boolean;
  readonly key: boolean;
}

/** One left label: the partner that was chosen (null = none) and the right one. */
export interface PairDetail {
  readonly left: string;
  readonly picked: string | null;
  readonly key: string;
  readonly right: boolean;
}

/** One position of an order: the item that was put there (null = none) and the right one. */
export interface PositionDetail {
  readonly item: string | null;
  readonly key: string;
  readonly right: boolean;
}

/** What a result page needs to explain a mark. Ids and codes only: the page has the texts. */
export type Detail =
  | { readonly kind: "single"; readonly options: readonly OptionDetail[] }
  | { readonly kind: "multiple"; readonly options: readonly OptionDetail[] }
  | { readonly kind: "true-false"; readonly picked: boolean | null; readonly key: boolean }
  | NumericDetail
  | { readonly kind: "matching"; readonly pairs: readonly PairDetail[] }
  | {
      readonly kind: "ordering";
      readonly positions: readonly PositionDetail[];
      /** Neighbours that follow each other as they should, and how many there could be: what the score is made of. */
      readonly neighbours: { readonly right: number; readonly all: number };
    };

/** The mark of one question in one sitting. */
export interface Mark {
  /** Hundredths of a mark, a whole number from 0 to `max`. */
  readonly score: number;
  /** 100, or 0 when the question is void. */
  readonly max: 0 | 100;
  readonly outcome: Outcome;
  readonly detail: Detail;
  /** The ruling that decided, or null when the question was marked as it was published. */
  readonly ruling: Ruling["kind"] | null;
}

type Answer<K extends Response["kind"]> = Extract<Response, { kind: K }>;
interface Marked {
  readonly score: number;
  readonly open: boolean;
  readonly detail: Detail;
}

/** The answer, if it is one to this kind of question. */
function answerOf<K extends Response["kind"]>(response: Response | null, kind: K): Answer<K> | null {
  // The comparison proves the type; TypeScript doesn't narrow a union by a generic tag.
  return response?.kind === kind ? (response as Answer<K>) : null;
}

/** A share as hundredths, rounded to the nearest, never below 0; 100 only for the whole. */
function hundredths(part: number, whole: number): number {
  if (part >= whole) return 100;
  return Math.min(99, Math.max(0, Math.round((100 * part) / whole)));
}

function optionDetails(options: readonly Option[], picked: readonly string[], keys: readonly string[]): OptionDetail[] {
  return options.map(({ id }) => ({ id, picked: picked.includes(id), key: keys.includes(id) }));
}

function markSingle(question: SingleChoice, response: Answer<"single"> | null): Marked {
  const options = optionDetails(question.options, response === null ? [] : [response.option], [question.key]);
  return {
    score: options.some((option) => option.picked && option.key) ? 100 : 0,
    open: !options.some((option) => option.picked),
    detail: { kind: "single", options },
  };
}

/**
 * The balanced rule: with k right and w wrong options a right tick earns 1/k and a wrong tick costs 1/w. Ticking
 * everything gives 0, and so do blind ticks on average. The sum never falls below 0.
 */
function balanced(options: readonly OptionDetail[]): number {
  const count = (picked: boolean, key: boolean) => options.filter((o) => (o.picked || !picked) && o.key === key).length;
  const [rightTicks, wrongTicks] = [count(true, true), count(true, false)];
  const [allRight, allWrong] = [Math.max(1, count(false, true)), Math.max(1, count(false, false))];
  return hundredths(rightTicks * allWrong - wrongTicks * allRight, allRight * allWrong);
}

function markMultiple(question: MultipleChoice, response: Answer<"multiple"> | null): Marked {
  const options = optionDetails(question.options, response?.options ?? [], question.keys);
  const open = !options.some((option) => option.picked);
  const exact = !open && options.every((option) => option.picked === option.key);
  return {
    score: question.rule === "penalty" ? balanced(options) : exact ? 100 : 0,
    open,
    detail: { kind: "multiple", options },
  };
}

function markTrueFalse(question: TrueFalse, response: Answer<"true-false"> | null): Marked {
  const picked = response?.value ?? null;
  const detail = { kind: "true-false", picked, key: question.key } as const;
  return { score: picked === question.key ? 100 : 0, open: picked === null, detail };
}

function markNumeric(question: Numeric, response: Answer<"numeric"> | null): Marked {
  const detail = judgeNumber(question, response);
  return { score: detail.status === "right" ? 100 : 0, open: detail.status === "open", detail };
}

/** The share of left labels with the right partner. Distractors on the right side keep the last pair from being free. */
function markMatching(question: Matching, response: Answer<"matching"> | null): Marked {
  const chosen = new Map(Object.entries(response?.pairs ?? {}));
  const key = new Map(Object.entries(question.key));
  const pairs = question.left.map(({ id: left }) => {
    const picked = question.right.find(({ id }) => id === chosen.get(left))?.id ?? null;
    const partner = key.get(left) ?? "";
    return { left, picked, key: partner, right: picked === partner };
  });
  const open = pairs.every(({ picked }) => picked === null);
  return {
    score: open ? 0 : hundredths(pairs.filter(({ right }) => right).length, pairs.length),
    open,
    detail: { kind: "matching", pairs },
  };
}

/**
 * The share of neighbours that follow each other as in the key: one item in a wrong place doesn't spoil the order of
 * the others, and an order turned round earns nothing. An item that is named twice counts where it stands first.
 */
function markOrdering(question: Ordering, response: Answer<"ordering"> | null): Marked {
  const order = [...new Set(response?.order ?? [])].filter((id) => question.key.includes(id));
  const next = new Map(order.map((id, index) => [id, order[index + 1]]));
  const all = question.key.length - 1;
  const right = question.key.slice(0, -1).filter((id, index) => next.get(id) === question.key[index + 1]).length;
  const positions = question.key.map((id, index) => {
    const item = order[index] ?? null;
    return { item, key: id, right: item === id };
  });
  return {
    score: order.length === 0 ? 0 : hundredths(right, all),
    open: order.length === 0,
    detail: { kind: "ordering", positions, neighbours: { right, all } },
  };
}

function markAsAsked(question: Question, response: Response | null): Marked {
  switch (question.kind) {
    case "single":
      return markSingle(question, answerOf(response, question.kind));
    case "multiple":
      return markMultiple(question, answerOf(response, question.kind));
    case "true-false":
      return markTrueFalse(question, answerOf(response, question.kind));
    case "numeric":
      return markNumeric(question, answerOf(response, question.kind));
    case "matching":
      return markMatching(question, answerOf(response, question.kind));
    case "ordering":
      return markOrdering(question, answerOf(response, question.kind));
  }
}

function outcomeOf({ score, open }: Marked): Outcome {
  if (score === 100) return "right";
  if (score > 0) return "partly";
  return open ? "open" : "wrong";
}

/** The question as the rulings leave it: with the last corrected key, if there is one. The result page shows this one. */
export function questionAsRuled(question: Question, rulings: readonly Ruling[]): Question {
  return rulings.reduce((current, ruling) => (ruling.kind === "corrected-key" ? ruling.question : current), question);
}

/**
 * Marks one answer. Total: whatever ids, duplicates or texts an answer holds, the result is a mark and never more than
 * the answer without them would get. No answer, an answer that names nothing known, and an answer to another kind of
 * question are `open` and score 0.
 *
 * The last ruling decides: `void` takes the question out of score and maximum, `full-marks` gives everyone the full
 * score, even without an answer, `corrected-key` marks against the corrected question. The detail always follows the
 * last corrected key.
 */
export function mark(question: Question, response: Response | null, rulings: readonly Ruling[]): Mark {
  const marked = markAsAsked(questionAsRuled(question, rulings), response);
  const ruling = rulings.at(-1)?.kind ?? null;
  const { score, detail } = marked;
  switch (ruling) {
    case "void":
      return { score: 0, max: 0, outcome: "void", detail, ruling };
    case "full-marks":
      return { score: 100, max: 100, outcome: "right", detail, ruling };
    case "corrected-key":
    case null:
      return { score, max: 100, outcome: outcomeOf(marked), detail, ruling };
  }
}
