import { professionName, professions } from "../../accounts/professions";
import { beginLine, languageName } from "../../i18n/format-list";
import type { Locale } from "../../i18n/locales";
import type { Translate } from "../../i18n/translate";
import { creditChoices, durations, type FilterGroup } from "../catalogue-filters";
import { ManifestSchema } from "../manifest";

const modalities = ManifestSchema.shape.modality.options;

interface Named {
  readonly group: FilterGroup | "q";
  readonly value: string;
  readonly name: string | null;
}

/** Calls a known value by its words, and one that we don't know (a mistyped address) by itself. */
function named<Value extends string>(values: readonly Value[], value: string, name: (known: Value) => string): string {
  const known = values.find((candidate) => candidate === value);
  return known === undefined ? value : name(known);
}

/** What a chosen value is called. */
export function filterName({ group, value, name }: Named, t: Translate, locale: Locale): string {
  switch (group) {
    case "q":
      return t("catalogue:list.words", { words: value });
    case "modality":
      return named(modalities, value, (modality) => t(`common:modality.${modality}`));
    case "profession":
      return named(professions, value, (profession) => t(professionName(profession)));
    case "society":
      return name ?? value;
    case "language":
      return beginLine(locale, languageName(locale, value));
    case "duration":
      return named(durations, value, (duration) => t(`catalogue:filter.duration.${duration}`));
    case "credits":
      return named(creditChoices, value, (choice) => t(`catalogue:filter.credits.${choice}`));
  }
}
