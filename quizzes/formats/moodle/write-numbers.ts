import type { Calculated, Numeric } from "../../engine/model";
import { convert, parseUnit } from "../../engine/units";
import { inKeyUnit } from "../gift/export-gift";
import { ownDistance } from "../number-answers";
import { formulaToMoodle } from "./moodle-formula";
import type { MoodleWriter } from "./moodle-writer";
import type { Written } from "./write-choices";
import { element, inText, plain } from "./xml-writer";

function unitParts(unit: string, units: readonly string[], writer: MoodleWriter): string[] {
  if (unit === "1" && units.length === 1) return [plain("unitgradingtype", "0"), plain("showunits", "3")];
  const others = units.filter((other) => other !== unit);
  const factor = (other: string) => {
    const [from, to] = [parseUnit(unit), parseUnit(other)];
    return from === null || to === null ? null : convert(1, from, to);
  };
  const written = [unit, ...others].flatMap((name) => {
    const multiplier = name === unit ? 1 : factor(name);
    if (multiplier !== null)
      return [element("unit", {}, `${plain("multiplier", multiplier)}${plain("unit_name", name)}`)];
    writer.lost(`the unit ${name}`, "Moodle would accept it; units that are there to be refused can't be said");
    return [];
  });
  return [
    plain("unitgradingtype", "1"),
    plain("unitpenalty", "0"),
    plain("showunits", "1"),
    plain("unitsleft", "0"),
    element("units", { offered: units.join(" ") }, written.join("")),
  ];
}

export function writeNumeric({ key, units, mistakes }: Numeric, writer: MoodleWriter): Written {
  const relative = "relative" in key.tolerance ? String(key.tolerance.relative) : "";
  const reach = ownDistance(key.tolerance, key.value);
  const answers = mistakes.flatMap((mistake) => {
    const value = inKeyUnit(mistake, key.unit);
    if (value === null) {
      writer.lost(
        `the known mistake ${String(mistake.value)} ${mistake.unit}`,
        "Moodle compares with numbers in the key's unit only",
      );
      return [];
    }
    const own = mistake.unit === key.unit ? {} : { value: String(mistake.value), unit: mistake.unit };
    const distance = ownDistance(mistake.tolerance ?? key.tolerance, value);
    return [writer.answer(mistake.share ?? 0, String(value), mistake.feedback, plain("tolerance", distance), own)];
  });
  const right = writer.answer(100, String(key.value), "", plain("tolerance", reach, { relative }));
  return { type: "numerical", parts: [right, ...answers, ...unitParts(key.unit, units, writer)] };
}

export function writeCalculated(question: Calculated, writer: MoodleWriter): Written | null {
  const names = question.variables.map(({ name }) => name);
  const formula = formulaToMoodle(question.formula, names);
  if (formula === null) {
    writer.lost("the whole question", `Moodle reads the formula "${question.formula}" otherwise`);
    return null;
  }
  if (question.rows.length === 0)
    writer.lost("values to be drawn", "Moodle needs rows of values; make them there before the question is used");
  const tolerance =
    "relative" in question.tolerance
      ? [plain("tolerance", question.tolerance.relative), plain("tolerancetype", "1")]
      : [plain("tolerance", question.tolerance.absolute), plain("tolerancetype", "2")];
  const details = [
    ...tolerance,
    plain("correctanswerformat", "1"),
    plain("correctanswerlength", question.decimals),
  ].join("");
  const mistakes = question.mistakes.flatMap((mistake) => {
    const wrong = formulaToMoodle(mistake.formula, names);
    if (wrong === null) writer.lost(`the mistaken formula "${mistake.formula}"`, "Moodle reads it otherwise");
    const unit = mistake.unit === question.unit ? "" : mistake.unit;
    if (unit !== "")
      writer.lost(
        `the unit of the mistaken formula "${mistake.formula}"`,
        "Moodle compares with numbers in the key's unit only",
      );
    return wrong === null ? [] : [writer.answer(mistake.share ?? 0, wrong, mistake.feedback, details, { unit })];
  });
  return {
    type: "calculated",
    parts: [
      plain("synchronize", "0"),
      writer.answer(100, formula, "", details),
      ...mistakes,
      ...unitParts(question.unit, question.units, writer),
      element("dataset_definitions", {}, question.variables.map((_, index) => dataset(question, index)).join("")),
    ],
  };
}

function dataset({ variables, rows }: Calculated, index: number): string {
  const variable = variables[index];
  if (variable === undefined) return "";
  const items = rows.map((row, at) =>
    element("dataset_item", {}, `${plain("number", at + 1)}${plain("value", row[index] ?? 0)}`),
  );
  return element(
    "dataset_definition",
    {},
    [
      inText("status", "private"),
      inText("name", variable.name),
      plain("type", "calculated"),
      inText("distribution", "uniform"),
      inText("minimum", variable.min),
      inText("maximum", variable.max),
      inText("decimals", variable.decimals),
      plain("itemcount", rows.length),
      element("dataset_items", {}, items.join("")),
      plain("number_of_items", rows.length),
    ].join(""),
  );
}
