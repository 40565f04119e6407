import { useTranslate } from "../../i18n/use-translate";
import { SelectField, TextField } from "../../ui/field";
import { faultOf, type FormAnswer } from "../form-answer";
import { timeZones } from "../time-zones";

export interface SettingTyped {
  readonly timeZone?: string | undefined;
  readonly registrationNumber?: string | undefined;
  readonly theme?: string | undefined;
}

/** Labels of these fields, for the summary of a form. */
export function useSettingLabels(): Record<"timeZone" | "registrationNumber" | "theme", string> {
  const t = useTranslate();
  return {
    timeZone: t("account:field.timeZone"),
    registrationNumber: t("account:field.registrationNumber"),
    theme: t("account:field.theme"),
  };
}

/** What the profile holds beyond the sign-up. */
export function SettingFields({ typed, answer }: { typed: SettingTyped; answer: FormAnswer | undefined }) {
  const t = useTranslate();
  const labels = useSettingLabels();
  const themes = ["system", "light", "dark"] as const;
  return (
    <>
      <SelectField
        name="timeZone"
        label={labels.timeZone}
        hint={t("account:field.timeZoneHint")}
        error={faultOf(t, answer, "timeZone")}
        choices={timeZones.map((zone) => ({ value: zone, text: zone.replaceAll("_", " ") }))}
        chosen={typed.timeZone}
      />
      <SelectField
        name="theme"
        label={labels.theme}
        error={faultOf(t, answer, "theme")}
        choices={themes.map((theme) => ({ value: theme, text: t(`account:theme.${theme}`) }))}
        chosen={typed.theme}
      />
      <TextField
        name="registrationNumber"
        label={labels.registrationNumber}
        hint={t("account:field.registrationNumberHint")}
        error={faultOf(t, answer, "registrationNumber")}
        typed={typed.registrationNumber}
        input={{ autoComplete: "off", maxLength: 60, spellCheck: false }}
      />
    </>
  );
}
