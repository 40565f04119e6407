import { localeNames, locales } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { SelectField, TextField } from "../../ui/field";
import { nameLimit } from "../certificate-name";
import { listCountries } from "../countries";
import { faultOf, type FormAnswer } from "../form-answer";
import { professionName, professions } from "../professions";

export interface PersonTyped {
  readonly name?: string | undefined;
  readonly profession?: string | undefined;
  readonly country?: string | undefined;
  readonly language?: string | undefined;
}

/** Labels of these fields, for the summary of a form. */
export function usePersonLabels(): Record<"name" | "profession" | "country" | "language", string> {
  const t = useTranslate();
  return {
    name: t("account:field.name"),
    profession: t("account:field.profession"),
    country: t("account:field.country"),
    language: t("account:field.language"),
  };
}

/** Who somebody is, as certificates and statistics need it: in the sign-up and in the profile. */
export function PersonFields({ typed, answer }: { typed: PersonTyped; answer: FormAnswer | undefined }) {
  const t = useTranslate();
  const locale = useLocale();
  const labels = usePersonLabels();
  const choose = t("account:field.choose");
  return (
    <>
      <TextField
        name="name"
        label={labels.name}
        hint={t("account:field.nameHint")}
        error={faultOf(t, answer, "name")}
        typed={typed.name}
        input={{ autoComplete: "name", required: true, maxLength: nameLimit, spellCheck: false }}
      />
      <SelectField
        name="profession"
        label={labels.profession}
        error={faultOf(t, answer, "profession")}
        choices={professions.map((value) => ({ value, text: t(professionName(value)) }))}
        chosen={typed.profession}
        empty={choose}
        required
      />
      <SelectField
        name="country"
        label={labels.country}
        error={faultOf(t, answer, "country")}
        choices={listCountries(locale).map(({ code, name }) => ({ value: code, text: name }))}
        chosen={typed.country}
        empty={choose}
        autoComplete="country"
        required
      />
      <SelectField
        name="language"
        label={labels.language}
        hint={t("account:field.languageHint")}
        error={faultOf(t, answer, "language")}
        choices={locales.map((value) => ({ value, text: localeNames[value], lang: value }))}
        chosen={typed.language ?? locale}
      />
    </>
  );
}
