import { QuestionSchema } from "../../quizzes/bank-schema";
import { questionAsRuled } from "../../quizzes/engine/mark";
import type { AcceptedText, Question, Ruling } from "../../quizzes/engine/model";
import { judgeNumber } from "../../quizzes/engine/numeric";
import { renderInline } from "../markup/render-inline.server";
import { renderQuestion } from "../markup/render-question.server";
import { plainText } from "./present-sitting.server";
import { getQuestion, rulingsOn } from "./question-store.server";
import { keyFault } from "./regrade-key";

/** The form of a ruling: a question with its key of today, and what an editor makes of it. */

interface Choice {
  readonly id: string;
  /** Safe HTML. */
  readonly html: string;
  readonly isKey: boolean;
}
interface Named {
  readonly id: string;
  readonly text: string;
}

/** The key as fields of a form; kinds with a larger key show their question as JSON. */
export type KeyForm =
  | { readonly kind: "single" | "multiple"; readonly choices: readonly Choice[] }
  | { readonly kind: "true-false"; readonly key: boolean }
  | {
      readonly kind: "numeric";
      readonly value: string;
      readonly unit: string;
      readonly units: readonly string[];
      readonly tolerance: string;
      readonly toleranceKind: "absolute" | "percent";
    }
  | {
      readonly kind: "matching";
      readonly left: readonly (Named & { readonly key: string })[];
      readonly right: readonly Named[];
    }
  | { readonly kind: "ordering"; readonly items: readonly Named[]; readonly key: readonly string[] }
  | { readonly kind: "short-text"; readonly answers: string }
  | { readonly kind: "json"; readonly corrected: string };

export interface QuestionToRule {
  readonly id: string;
  readonly kind: Question["kind"];
  /** Safe HTML. */
  readonly stem: string;
  /** Markdown. */
  readonly explanation: string;
  readonly key: KeyForm;
}

/** The question of a revision as the rulings of today leave it. */
export function currentQuestion(revisionId: string): Question {
  return questionAsRuled(getQuestion(revisionId), rulingsOn([revisionId]).get(revisionId) ?? []);
}

/** @param question as it is marked today, or with the key that somebody proposes */
export function describeQuestion(question: Question): QuestionToRule {
  const { id, kind, explanation } = question;
  return { id, kind, stem: renderQuestion(question.stem), explanation, key: keyForm(question) };
}

const named = ({ id, text }: Named): Named => ({ id, text: plainText(renderInline(text)) });

type PerKind<Result> = {
  readonly [K in Question["kind"]]?: (question: Extract<Question, { kind: K }>, fields: Fields) => Result;
};

/** Does what a table says for the question's kind; null where it says nothing. */
function ofKind<Result>(table: PerKind<Result>, question: Question, fields: Fields): Result | null {
  // The table's entry of a kind takes that kind; TypeScript doesn't follow the pair.
  const make = table[question.kind] as ((of: Question, fields: Fields) => Result) | undefined;
  return make === undefined ? null : make(question, fields);
}

function choicesOf(options: readonly { id: string; text: string }[], keys: readonly string[]): Choice[] {
  return options.map(({ id, text }) => ({ id, html: renderInline(text), isKey: keys.includes(id) }));
}

const keyForms: PerKind<KeyForm> = {
  single: ({ kind, options, key }) => ({ kind, choices: choicesOf(options, [key]) }),
  multiple: ({ kind, options, keys }) => ({ kind, choices: choicesOf(options, keys) }),
  "true-false": ({ kind, key }) => ({ kind, key }),
  numeric: numberForm,
  matching: ({ kind, left, right, key }) => ({
    kind,
    left: left.map((label) => ({ ...named(label), key: key[label.id] ?? "" })),
    right: right.map(named),
  }),
  ordering: ({ kind, items, key }) => ({ kind, items: items.map(named), key }),
  "short-text": ({ kind, answers }) => ({ kind, answers: answers.map(({ text }) => text).join("\n") }),
};

function keyForm(question: Question): KeyForm {
  return ofKind(keyForms, question, {}) ?? { kind: "json", corrected: JSON.stringify(question, null, 2) };
}

function numberForm({ kind, key, units }: Extract<Question, { kind: "numeric" }>): KeyForm {
  const { value, unit, tolerance } = key;
  const isShare = "relative" in tolerance;
  // A share of 0.07 is 7 %, not 7.000000000000001 %.
  const amount = isShare ? Number((tolerance.relative * 100).toPrecision(12)) : tolerance.absolute;
  const toleranceKind = isShare ? "percent" : "absolute";
  return { kind, value: String(value), unit, units, tolerance: String(amount), toleranceKind };
}

/** What was posted: a name that comes twice is a list. */
export type Fields = Readonly<Record<string, string | readonly string[] | undefined>>;

export type Proposal =
  | { readonly ok: true; readonly ruling: Ruling; readonly question: Question }
  | {
      readonly ok: false;
      readonly reason: "kind" | "unreadable" | "broken" | "asks-something-else" | "changes-nothing";
      /** What the bank's schema says, in English. */
      readonly faults: readonly string[];
    };

const refuse = (reason: Extract<Proposal, { ok: false }>["reason"], faults: readonly string[] = []): Proposal => ({
  ok: false,
  reason,
  faults,
});

/** Reads a ruling on the question as it is marked today. */
export function readProposal(question: Question, fields: Fields): Proposal {
  const kind = fields["kind"];
  if (kind === "void" || kind === "full-marks") return { ok: true, ruling: { kind }, question };
  if (kind !== "corrected-key") return refuse("kind");
  const written = fields["corrected"];
  const candidate = typeof written === "string" ? readJson(written) : correct(question, fields);
  if (candidate === null) return refuse("unreadable");
  const parsed = QuestionSchema.safeParse(candidate);
  if (!parsed.success) {
    const faults = parsed.error.issues.slice(0, 8).map(({ path, message }) => `${path.join(".")} ${message}`.trim());
    return refuse("broken", faults);
  }
  const corrected: Question = parsed.data;
  const fault = keyFault(question, corrected);
  return fault === null ? { ok: true, ruling: { kind, question: corrected }, question: corrected } : refuse(fault);
}

function readJson(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return null;
  }
}

const one = (value: Fields[string]) => (typeof value === "string" ? value : "");
const many = (value: Fields[string]) => (value === undefined ? [] : [value].flat());

const corrections: PerKind<Question | null> = {
  single: (question, fields) => ({ ...question, key: one(fields["key"]) }),
  multiple: (question, fields) => {
    const ticked = many(fields["key"]);
    return { ...question, keys: question.options.flatMap(({ id }) => (ticked.includes(id) ? id : [])) };
  },
  "true-false": (question, fields) => ({ ...question, key: fields["key"] === "true" }),
  numeric: correctNumber,
  matching: (question, fields) => ({
    ...question,
    key: Object.fromEntries(question.left.map(({ id }) => [id, one(fields[`pair.${id}`])])),
  }),
  ordering: (question, fields) => ({
    ...question,
    key: question.items.map((_, i) => one(fields[`position.${String(i)}`])),
  }),
  "short-text": (question, fields) => ({
    ...question,
    answers: acceptedTexts(question.answers, one(fields["answers"])),
  }),
};

/** The question with the key of the form's fields; null where they can't be read. The schema judges the rest. */
function correct(question: Question, fields: Fields): Question | null {
  return ofKind(corrections, { ...question, explanation: one(fields["explanation"]) }, fields);
}

function readNumber(typed: string): number | null {
  return /^[-+]?\d+([.,]\d+)?(e[-+]?\d+)?$/i.test(typed) ? Number(typed.replace(",", ".")) : null;
}

function correctNumber(question: Extract<Question, { kind: "numeric" }>, fields: Fields): Question | null {
  const [value, amount] = [readNumber(one(fields["value"])), readNumber(one(fields["tolerance"]))];
  if (value === null || amount === null) return null;
  const tolerance =
    fields["toleranceKind"] === "percent" ? { relative: Number((amount / 100).toPrecision(12)) } : { absolute: amount };
  const corrected = { ...question, key: { value, unit: one(fields["unit"]), tolerance } };
  // What used to be a known mistake may be right now.
  const isRight = ({ value: number, unit }: { value: number; unit: string }) =>
    judgeNumber(corrected, { kind: "numeric", text: String(number), unit }).status === "right";
  return { ...corrected, mistakes: question.mistakes.filter((mistake) => !isRight(mistake)) };
}

/** One text a line. Those that were there keep what they earn and their feedback; new ones earn the whole mark. */
function acceptedTexts(before: readonly AcceptedText[], lines: string): AcceptedText[] {
  const texts = [...new Set(lines.split(/\r?\n/).map((line) => line.trim()))].filter((line) => line !== "");
  return texts.map(
    (text) => before.find((known) => known.text === text) ?? { match: "text", text, share: 100, feedback: "" },
  );
}
