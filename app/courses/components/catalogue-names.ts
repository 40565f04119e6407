import { isProfession } from "../../accounts/professions";
import { beginLine, languageName } from "../../i18n/format-list";
import type { Locale } from "../../i18n/locales";
import type { Translate } from "../../i18n/translate";
import { creditChoices, durations, type FilterGroup } from "../catalogue-filters";
import { ManifestSchema } from "../manifest";

const modalities = ManifestSchema.shape.modality.options;

function among<Value extends string>(values: readonly Value[], value: string): Value | undefined {
  return values.find((known) => known === value);
}

interface Named {
  readonly group: FilterGroup | "q";
  readonly value: string;
  readonly name: string | null;
}

/** What a chosen value is called. A value that we don't know (a mistyped address) is called by itself. */
export function filterName({ group, value, name }: Named, t: Translate, locale: Locale): string {
  switch (group) {
    case "q":
      return t("catalogue:list.words", { words: value });
    case "modality": {
      const modality = among(modalities, value);
      return modality === undefined ? value : t(`common:modality.${modality}`);
    }
    case "profession":
      return isProfession(value) ? t(`common:profession.${value}`) : value;
    case "society":
      return name ?? value;
    case "language":
      return beginLine(locale, languageName(locale, value));
    case "duration": {
      const duration = among(durations, value);
      return duration === undefined ? value : t(`catalogue:filter.duration.${duration}`);
    }
    case "credits": {
      const credits = among(creditChoices, value);
      return credits === undefined ? value : t(`catalogue:filter.credits.${credits}`);
    }
  }
}
