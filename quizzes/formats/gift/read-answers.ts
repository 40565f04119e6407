import { parseUnit } from "../../engine/units";
import { type Body, ItemLost } from "../collector";
import { keysBeside, plainCriterion } from "../moodle/read-choices";
import { hundredths, numberIn } from "../moodle/moodle-item";
import { type NumberAnswer, numberKey } from "../number-answers";
import { partId } from "../question-id";
import { acceptedOf } from "../wildcards";
import type { GiftItem } from "./gift-item";

/** One answer with its sign, weight and feedback. */
interface Answer {
  readonly isRight: boolean;
  /** Per cent; null when none is written. */
  readonly weight: number | null;
  readonly text: string;
  readonly feedback: string;
}

/** Reads what stands between the braces, without the general feedback. The order of the questions is Moodle's. */
export function readAnswers(item: GiftItem, answers: string): Body {
  if (answers === "") return essay(item);
  if (answers.startsWith("#")) return numeric(item, answers.slice(1));
  if (answers.includes("~")) return choice(item, answers);
  const parts = answers.split("=").slice(1);
  if (parts.length > 0 && parts.every((part) => part.includes("->"))) return matching(item, parts);
  const truth = /^(TRUE|T|FALSE|F)\s*(?=#|$)([\s\S]*)$/i.exec(answers);
  return truth === null ? shortText(item, answers) : trueFalse(item, /^T/i.test(answers), truth[2] ?? "");
}

function answersIn(text: string): Answer[] {
  return [...text.matchAll(/([=~])([^=~]*)/g)].map(([, sign, body = ""]) => answerOf(body, sign === "="));
}

function answerOf(body: string, isRight: boolean): Answer {
  const [, percent, rest = ""] = /^\s*(?:%(-?[\d.,]+)%)?([\s\S]*)$/.exec(body) ?? [];
  const at = rest.indexOf("#");
  return {
    isRight,
    weight: percent === undefined ? null : Number(percent.replace(",", ".")),
    text: at === -1 ? rest : rest.slice(0, at),
    feedback: at === -1 ? "" : rest.slice(at + 1),
  };
}

/** Hundredths of the mark that an answer earns. */
function shareOf({ isRight, weight }: Answer, least = -100): number {
  return Math.min(100, Math.max(least, hundredths(weight ?? (isRight ? 100 : 0))));
}

function essay(item: GiftItem): Body {
  item.lost("a rubric", "the file has none; one criterion with two levels stands in its place");
  return { kind: "essay", rubric: [plainCriterion], minWords: 0, maxWords: 5_000, model: "" };
}

function choice(item: GiftItem, text: string): Body {
  const answers = answersIn(text);
  const options = answers.map((answer, index) => ({
    id: partId(index),
    text: item.text(answer.text),
    why: item.text(answer.feedback),
  }));
  const share = (index: number) => shareOf(answers[index] ?? { isRight: false, weight: 0, text: "", feedback: "" });
  const right = answers.findIndex((answer, index) => answer.isRight && share(index) === 100);
  if (right === -1 && answers.some(({ isRight }) => isRight))
    throw new ItemLost("the whole question", "no option earns the whole mark");
  if (right === -1)
    return multiple(
      item,
      options.map((option, index) => ({ ...option, share: share(index) })),
    );
  const whole = answers.filter((answer, index) => answer.isRight && share(index) === 100).length;
  if (whole > 1)
    item.lost(
      "several right options",
      "a single choice has one key: the first; each of the others earns 99 hundredths",
    );
  return {
    kind: "single",
    options: options.map((option, index) =>
      index === right || share(index) === 0 ? option : { ...option, share: share(index) },
    ),
    key: partId(right),
  };
}

function multiple(item: GiftItem, options: readonly { id: string; text: string; why: string; share: number }[]): Body {
  const positive = options.filter(({ share }) => share > 0).map(({ id }) => id);
  const keys = keysBeside(options, item.note("keys")) ?? positive;
  if (keys.length === 0) throw new ItemLost("the whole question", "no option is right");
  const rule = item.note("rule");
  if (rule === "penalty" || rule === "all-or-nothing") {
    return { kind: "multiple", options: options.map(({ id, text, why }) => ({ id, text, why })), keys, rule };
  }
  return { kind: "multiple", options, keys, rule: "weights" };
}

function matching(item: GiftItem, parts: readonly string[]): Body {
  const left: { id: string; text: string }[] = [];
  const right = new Map<string, string>();
  const key: Record<string, string> = {};
  for (const part of parts) {
    const at = part.indexOf("->");
    const [text, partner] = [item.text(part.slice(0, at)), item.text(part.slice(at + 2))];
    const id = right.get(partner) ?? partId(right.size);
    right.set(partner, id);
    if (text === "") continue;
    key[partId(left.length)] = id;
    left.push({ id: partId(left.length), text });
  }
  return { kind: "matching", left, right: [...right].map(([text, id]) => ({ id, text })), key };
}

/**
 * The first feedback is for the wrong answer and the second for the right one, as Moodle's documentation and reader
 * have it, whichever of the two is true.
 */
function trueFalse(item: GiftItem, key: boolean, feedback: string): Body {
  const [, wrong = "", right = ""] = feedback.split("#").map((text) => item.text(text));
  return { kind: "true-false", key, why: key ? { true: right, false: wrong } : { true: wrong, false: right } };
}

function shortText(item: GiftItem, text: string): Body {
  const answers = (text.startsWith("=") ? answersIn(text) : [answerOf(text, true)]).map((answer) => ({
    ...acceptedOf(item.plain(answer.text)),
    share: shareOf(answer, 0),
    feedback: item.text(answer.feedback),
  }));
  return {
    kind: "short-text",
    answers,
    caseSensitive: item.note("case") === "sensitive",
    ignoreAccents: item.note("accents") === "ignore",
  };
}

/** `1822:5`, `3.1..3.2` and `*`. */
function numberOf(item: GiftItem, answer: Answer): NumberAnswer {
  const text = item.plain(answer.text);
  const [low, high] = text.split("..").map(numberIn);
  const [value, tolerance] = text.split(":").map(numberIn);
  const base = { share: shareOf(answer), feedback: item.text(answer.feedback) };
  if (low != null && high != null) return { ...base, ...middle(low, high) };
  if (value == null && text !== "*" && text !== "") throw new ItemLost("the whole question", `"${text}" is no number`);
  return { ...base, value: value ?? null, tolerance: Math.abs(tolerance ?? 0) };
}

/** Halves of decimal numbers without the noise of binary fractions. */
function middle(low: number, high: number): { value: number; tolerance: number } {
  const rounded = (value: number) => Number(value.toPrecision(12));
  return { value: rounded((low + high) / 2), tolerance: rounded(Math.abs(high - low) / 2) };
}

function numeric(item: GiftItem, text: string): Body {
  const trimmed = text.trim();
  const written = /^[=~]/.test(trimmed) ? answersIn(trimmed) : [answerOf(trimmed, true)];
  const numbers = written.map((answer) => numberOf(item, answer));
  const offered = item
    .note("units")
    .split(" ")
    .flatMap((name) => parseUnit(name) ?? []);
  const unit = parseUnit(item.note("unit")) ?? "1";
  const lost = (what: string, why: string) => {
    item.lost(what, why);
  };
  const { key, mistakes } = numberKey(numbers, unit, lost, numberIn(item.note("relative")));
  return { kind: "numeric", key, units: offered.includes(unit) ? offered : [unit], mistakes };
}
