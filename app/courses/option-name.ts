import type { Translate } from "../i18n/translate";
import type { ItemLine } from "./find-quiz-statistics.server";

/** What authors call an option: its text, "True" and "False" of a statement, or its id where the text is only a picture. */
export function optionName(
  item: Pick<ItemLine, "kind" | "options" | "optionTexts">,
  index: number,
  t: Translate,
): string {
  const id = item.options[index]?.id ?? "";
  if (item.kind === "true-false") return t(id === "true" ? "statistics:option.true" : "statistics:option.false");
  const text = item.optionTexts[index] ?? "";
  return text === "" ? id : text;
}
