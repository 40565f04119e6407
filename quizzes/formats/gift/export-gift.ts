import type { KnownMistake, Numeric, Option, Question, ShortText } from "../../engine/model";
import { convert, parseUnit } from "../../engine/units";
import type { Exported, Loss } from "../imported";
import { oddKeys, plainCriterion } from "../moodle/read-choices";
import { ownDistance } from "../number-answers";
import { partNames, rightInFileOrder } from "../part-names";
import { tagsOf } from "../tags";
import { wildcardOf } from "../wildcards";
import { escapeGift } from "./gift-text";

/** The name under which losses of a written file are reported. */
const file = "GIFT";

/** Notes beside the question: other programs skip comments. */
type Notes = Record<string, string>;
interface Written {
  readonly answers: string;
  readonly notes: Notes;
}
type Lost = (what: string, why: string) => void;

/** Writes a GIFT file with Markdown texts. What GIFT can't say is reported; kinds that it can't hold are left out. */
export function exportGift(questions: readonly Question[]): Exported {
  const losses: Loss[] = [];
  const blocks = questions.flatMap((question) => {
    const lost: Lost = (what, why) => {
      losses.push({ file, item: question.id, what, why });
    };
    const written = write(question, lost);
    if (written === null) return [];
    if (JSON.stringify(question).includes("](picture:"))
      lost("pictures", "a GIFT file holds no pictures; the text still names them");
    return [block(question, written)];
  });
  return { bytes: new TextEncoder().encode(`${blocks.join("\n\n")}\n`), losses };
}

function note(name: string, value: string): string {
  return value === "" ? "" : ` [${name}:${value.replace(/[\\\]]/g, "\\$&").replace(/\r\n?|\n/g, "\\n")}]`;
}

function block(question: Question, { answers, notes }: Written): string {
  const { ids, order } = partNames(question);
  const comment = [
    note("id", question.id),
    ...tagsOf(question).map((tag) => note("tag", tag)),
    note("ids", ids),
    note("order", order),
    ...Object.entries(notes).map(([name, value]) => note(name, value)),
  ].join("");
  const general = question.explanation.trim() === "" ? "" : `####${escapeGift(question.explanation)}\n`;
  return `//${comment}\n::${escapeGift(question.id)}::[markdown]${escapeGift(question.stem)}{${answers}${general}}`;
}

/** Kinds that GIFT has a way to write. */
type Held = Extract<
  Question,
  { kind: "single" | "multiple" | "true-false" | "numeric" | "matching" | "short-text" | "essay" }
>;
const heldKinds: readonly string[] = [
  "single",
  "multiple",
  "true-false",
  "numeric",
  "matching",
  "short-text",
  "essay",
] satisfies Held["kind"][];

function isHeld(question: Question): question is Held {
  return heldKinds.includes(question.kind);
}

function write(question: Question, lost: Lost): Written | null {
  if (!isHeld(question)) {
    lost("the whole question", `GIFT has no kind for "${question.kind}"`);
    return null;
  }
  switch (question.kind) {
    case "single":
      return plain(question.options.map((option) => optionLine(option, option.id === question.key)));
    case "multiple":
      return multiple(question, lost);
    case "true-false":
      return { answers: trueFalse(question), notes: {} };
    case "numeric":
      return numeric(question, lost);
    case "matching":
      return plain(matching(question, lost));
    case "short-text":
      return shortText(question, lost);
    case "essay":
      return essay(question, lost);
  }
}

const plain = (lines: readonly string[]): Written => ({ answers: `\n${lines.join("\n")}\n`, notes: {} });
const feedback = (text: string) => (text.trim() === "" ? "" : `#${escapeGift(text)}`);
const percent = (share: number) => `%${String(Number(share.toFixed(5)))}%`;

function optionLine({ text, why, share = 0 }: Option, isKey: boolean): string {
  const sign = isKey ? "=" : share === 0 ? "~" : `~${percent(share)}`;
  return `${sign}${escapeGift(text)}${feedback(why)}`;
}

function multiple(question: Extract<Question, { kind: "multiple" }>, lost: Lost): Written {
  const { keys, options, rule } = question;
  if (rule === "all-or-nothing")
    lost("the rule all-or-nothing", "other programs give part of the mark for part of the set");
  const wrong = rule === "penalty" ? Math.max(1, options.length - keys.length) : 1;
  const lines = options.map((option) => {
    const balanced = keys.includes(option.id) ? 100 / keys.length : -100 / wrong;
    return `~${percent(rule === "weights" ? (option.share ?? 0) : balanced)}${escapeGift(option.text)}${feedback(option.why)}`;
  });
  return { answers: `\n${lines.join("\n")}\n`, notes: rule === "weights" ? { keys: oddKeys(question) } : { rule } };
}

function trueFalse({ key, why }: Extract<Question, { kind: "true-false" }>): string {
  const [right, wrong] = key ? [why.true, why.false] : [why.false, why.true];
  const second = right.trim() === "" ? "" : `#${escapeGift(right)}`;
  const first = second === "" ? feedback(wrong) : `#${escapeGift(wrong)}`;
  return `${key ? "TRUE" : "FALSE"}${first}${second}`;
}

function matching(question: Extract<Question, { kind: "matching" }>, lost: Lost): string[] {
  const text = (label: string) => {
    if (label.includes("->")) lost(`the arrow in "${label}"`, "GIFT has no way to write it; it is → now");
    return escapeGift(label.replace(/->/g, "→"));
  };
  const partner = (id: string) => text(question.right.find((label) => label.id === question.key[id])?.text ?? "");
  const partners = Object.values(question.key);
  return [
    ...question.left.map((label) => `=${text(label.text)} -> ${partner(label.id)}`),
    ...rightInFileOrder(question)
      .filter(({ id }) => !partners.includes(id))
      .map((label) => `= -> ${text(label.text)}`),
  ];
}

function shortText({ answers, caseSensitive, ignoreAccents }: ShortText, lost: Lost): Written | null {
  if (caseSensitive) lost("that capital letters count", "GIFT has no word for it");
  if (ignoreAccents) lost("that accents don't count", "GIFT has no word for it");
  const lines = answers.flatMap((answer) => {
    const text = wildcardOf(answer);
    if (text !== null)
      return [`=${answer.share === 100 ? "" : percent(answer.share)}${escapeGift(text)}${feedback(answer.feedback)}`];
    lost(`the pattern "${answer.text}"`, "GIFT has the sign * for anything and no other pattern");
    return [];
  });
  if (!answers.some((answer) => answer.share === 100 && wildcardOf(answer) !== null)) {
    lost("the whole question", "no answer with the whole mark can be written");
    return null;
  }
  return {
    answers: `\n${lines.join("\n")}\n`,
    notes: { ...(caseSensitive ? { case: "sensitive" } : {}), ...(ignoreAccents ? { accents: "ignore" } : {}) },
  };
}

/** The mistake's value in the key's unit, or null when it measures something else. */
export function inKeyUnit({ value, unit }: KnownMistake, keyUnit: string): number | null {
  if (unit === keyUnit) return value;
  const [from, to] = [parseUnit(unit), parseUnit(keyUnit)];
  return from === null || to === null ? null : convert(value, from, to);
}

function numeric({ key, units, mistakes }: Numeric, lost: Lost): Written {
  if (key.unit !== "1" || units.length > 1) lost(`the units ${units.join(", ")}`, "GIFT has numbers without units");
  const relative = "relative" in key.tolerance ? String(key.tolerance.relative) : "";
  if (relative !== "") lost("the tolerance as a share", "GIFT has amounts only; it is written as one");
  const lines = mistakes.flatMap((mistake) => {
    const value = inKeyUnit(mistake, key.unit);
    if (value === null || mistake.unit !== key.unit)
      lost(`the unit of the known mistake ${String(mistake.value)} ${mistake.unit}`, "GIFT has numbers without units");
    if (value === null) return [];
    const reach = ownDistance(mistake.tolerance ?? key.tolerance, value);
    return [`=${percent(mistake.share ?? 0)}${String(value)}:${String(reach)}${feedback(mistake.feedback)}`];
  });
  const first = `=${String(key.value)}:${String(ownDistance(key.tolerance, key.value))}`;
  return {
    answers: `#\n${[first, ...lines].join("\n")}\n`,
    notes: {
      ...(key.unit === "1" ? {} : { unit: key.unit }),
      ...(units.length > 1 ? { units: units.join(" ") } : {}),
      relative,
    },
  };
}

function essay({ rubric, minWords, maxWords, model }: Extract<Question, { kind: "essay" }>, lost: Lost): Written {
  if (JSON.stringify(rubric) !== JSON.stringify([plainCriterion])) lost("the rubric", "GIFT has none");
  if (minWords > 0 || maxWords < 5_000) lost("the number of words", "GIFT has no word for it");
  if (model.trim() !== "") lost("the model answer", "GIFT has no place for it");
  return { answers: "", notes: {} };
}
