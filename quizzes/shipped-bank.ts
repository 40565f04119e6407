import { BankSchema } from "./bank-schema";
import { type ByKind, byKind } from "./engine/by-kind";
import { hasRegionList } from "./engine/mark-hotspot";
import type { Label, Numeric, Option, Picture, Question } from "./engine/model";
import { judgeNumber } from "./engine/numeric";
import { parseUnit } from "./engine/units";
import { repeated } from "./question-promises";

/**
 * What a bank in `quizzes/banks` must hold beyond what the engine needs: every question teaches, is aligned with an
 * outcome and a lesson, and names its source. A bank that was imported from elsewhere may still lack all that.
 */

function texts(labels: readonly Pick<Label, "text">[]): string[] {
  return repeated(
    labels.map(({ text }) => text),
    "the list of texts",
  );
}

function reasons(options: readonly Option[]): string[] {
  return options.filter(({ why }) => why === "").map(({ id }) => `the option "${id}" has no reason`);
}

function badUnits(named: readonly string[]): string[] {
  return [...new Set(named)]
    .filter((unit) => parseUnit(unit) !== unit)
    .map((unit) => {
      const known = parseUnit(unit);
      return known === null
        ? `"${unit}" is not a unit of the table`
        : `the unit "${unit}" is written "${known}" in a bank`;
    });
}

function doubtfulNumber(question: Numeric): string[] {
  const { key, units, mistakes } = question;
  return [
    ...badUnits([key.unit, ...units, ...mistakes.map(({ unit }) => unit)]),
    ...mistakes
      .filter(
        ({ value, unit }) => judgeNumber(question, { kind: "numeric", text: String(value), unit }).status === "right",
      )
      .map(({ value, unit }) => `the known mistake ${String(value)} ${unit} lies within the tolerance of the key`),
    ...silent(mistakes),
  ];
}

function silent(mistakes: readonly { readonly feedback: string }[]): string[] {
  return mistakes.some(({ feedback }) => feedback === "") ? ["a known mistake has no feedback"] : [];
}

function fewerThan(least: number, choices: readonly unknown[]): string[] {
  return choices.length < least ? [`there are fewer than ${String(least)} choices`] : [];
}

function blind(picture: Picture): string[] {
  return picture.alt === "" ? ["the picture has no alternative text"] : [];
}

const none = () => [];

const lacking: ByKind<string[]> = {
  single: ({ options }) => [...fewerThan(3, options), ...texts(options), ...reasons(options)],
  multiple: ({ options, keys }) => [
    ...fewerThan(4, options),
    ...texts(options),
    ...reasons(options),
    ...(options.every((option) => keys.includes(option.id)) ? ["every option is right"] : []),
  ],
  "true-false": ({ why }) => (why.true === "" || why.false === "" ? ["a truth value has no reason"] : []),
  numeric: (question) => doubtfulNumber(question),
  matching: ({ left, right }) => [...fewerThan(3, left), ...texts(left), ...texts(right)],
  ordering: ({ items }) => [...fewerThan(3, items), ...texts(items)],
  "short-text": none,
  calculated: ({ unit, units, mistakes }) => [
    ...badUnits([unit, ...units, ...mistakes.map((mistake) => mistake.unit)]),
    ...silent(mistakes),
  ],
  cloze: ({ gaps }) => gaps.flatMap((gap) => (gap.kind === "choice" ? reasons(gap.options) : [])),
  hotspot: ({ regions, picture, keys }) => [
    ...texts(regions),
    ...blind(picture),
    ...(hasRegionList({ regions, keys })
      ? []
      : ["fewer than two regions are wrong: nobody could answer from the list"]),
  ],
  labelling: ({ labels, picture }) => [...texts(labels), ...blind(picture)],
  "script-concordance": none,
  likert: none,
  essay: ({ model }) => (model === "" ? ["there is no model answer"] : []),
};

/** What a question lacks to be shipped, as sentences. */
export function lackingToShip(question: Question): string[] {
  const { outcomes, lesson, source, explanation, kind } = question;
  return [
    ...(outcomes.length === 0 ? ["no outcome is named"] : []),
    ...(lesson === null ? ["no lesson is named"] : []),
    ...(source === null ? ["no source is named"] : []),
    ...(explanation === "" && kind !== "likert" ? ["there is no explanation"] : []),
    ...byKind(lacking, question),
  ];
}

/** The schema of `quizzes/banks/<slug>/bank.json`. */
export const ShippedBankSchema = BankSchema.superRefine((bank, context) => {
  if (bank.canary === undefined) context.addIssue({ code: "custom", message: "there is no canary word" });
  for (const question of bank.questions) {
    for (const message of lackingToShip(question)) {
      context.addIssue({ code: "custom", message: `${question.id}: ${message}` });
    }
  }
});
