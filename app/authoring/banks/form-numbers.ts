import type { AcceptedText, KnownMistake, MistakenFormula } from "../../../quizzes/engine/model";
import { listOf, maybeNumber, numberOf, toleranceOf, toleranceTyped, type Typed, valueOf } from "./form-fields";
import { joinLine, linesIn } from "./form-lines";
import { good, type KindForm } from "./form-parts";

const shareTyped = (share: number | undefined) => (share === undefined ? "" : String(share));

/** `value | unit | feedback | share | tolerance` */
export function readMistakes(lines: readonly (readonly string[])[]) {
  return lines.map(([value = "", unit = "", feedback = "", share = "", tolerance = ""]) => ({
    value: numberOf(value),
    unit,
    feedback,
    ...maybeNumber("share", share),
    ...(tolerance === "" ? {} : { tolerance: toleranceOf(tolerance) }),
  }));
}

export function mistakeLine({ value, unit, feedback, share, tolerance }: KnownMistake): string {
  const allowed = tolerance === undefined ? "" : toleranceTyped(tolerance);
  return joinLine([String(value), unit, feedback, shareTyped(share), allowed]);
}

export const numericForm: KindForm<"numeric"> = {
  lists: {},
  blank: { tolerance: "2 %" },
  write: ({ key, units, mistakes }) => ({
    value: String(key.value),
    unit: key.unit,
    tolerance: toleranceTyped(key.tolerance),
    units: units.join(", "),
    mistakes: mistakes.map(mistakeLine).join("\n"),
  }),
  read: (typed) =>
    good({
      key: readNumberKey([valueOf(typed, "value"), valueOf(typed, "unit"), valueOf(typed, "tolerance")]),
      units: listOf(valueOf(typed, "units")),
      mistakes: readMistakes(linesIn(valueOf(typed, "mistakes")).map(({ parts }) => parts)),
    }),
};

export function readNumberKey([value = "", unit = "", tolerance = ""]: readonly string[]) {
  return { value: numberOf(value), unit, tolerance: toleranceOf(tolerance) };
}

function mistakenFormulaLine({ formula, unit, feedback, share }: MistakenFormula): string {
  return joinLine([formula, unit, feedback, shareTyped(share)]);
}

export const calculatedForm: KindForm<"calculated"> = {
  lists: {},
  blank: { tolerance: "2 %", decimals: "1" },
  write: (question) => ({
    variables: question.variables
      .map(({ name, min, max, decimals }) => joinLine([name, String(min), String(max), String(decimals)]))
      .join("\n"),
    rows: question.rows.map((row) => joinLine(row.map(String))).join("\n"),
    formula: question.formula,
    unit: question.unit,
    decimals: String(question.decimals),
    tolerance: toleranceTyped(question.tolerance),
    units: question.units.join(", "),
    mistakes: question.mistakes.map(mistakenFormulaLine).join("\n"),
  }),
  read: (typed) =>
    good({
      variables: partsOf(typed, "variables").map(([name = "", min = "", max = "", decimals = ""]) => ({
        name,
        min: numberOf(min),
        max: numberOf(max),
        decimals: numberOf(decimals),
      })),
      rows: partsOf(typed, "rows").map((parts) => parts.map(numberOf)),
      formula: valueOf(typed, "formula"),
      unit: valueOf(typed, "unit"),
      decimals: numberOf(valueOf(typed, "decimals")),
      tolerance: toleranceOf(valueOf(typed, "tolerance")),
      units: listOf(valueOf(typed, "units")),
      mistakes: partsOf(typed, "mistakes").map(([formula = "", unit = "", feedback = "", share = ""]) => ({
        formula,
        unit,
        feedback,
        ...maybeNumber("share", share),
      })),
    }),
};

const partsOf = (typed: Typed, field: string) => linesIn(valueOf(typed, field)).map(({ parts }) => parts);

/** `share | text or pattern | what is accepted | feedback` */
export function readAnswers(lines: readonly (readonly string[])[]) {
  return lines.map(([share = "", match = "", text = "", feedback = ""]) => ({
    match,
    text,
    share: numberOf(share),
    feedback,
  }));
}

export function answerLine({ match, text, share, feedback }: AcceptedText): string {
  return joinLine([String(share), match, text, feedback]);
}

export const shortTextForm: KindForm<"short-text"> = {
  lists: {},
  blank: { ignoreAccents: "yes" },
  write: ({ answers, caseSensitive, ignoreAccents }) => ({
    answers: answers.map(answerLine).join("\n"),
    caseSensitive: caseSensitive ? "yes" : "",
    ignoreAccents: ignoreAccents ? "yes" : "",
  }),
  read: (typed) =>
    good({
      answers: readAnswers(partsOf(typed, "answers")),
      caseSensitive: valueOf(typed, "caseSensitive") === "yes",
      ignoreAccents: valueOf(typed, "ignoreAccents") === "yes",
    }),
};
