import { useTranslate } from "../../i18n/use-translate";
import { PasswordField } from "../../ui/field";
import { faultOf, type FormAnswer } from "../form-answer";

/** The password that somebody has (`current`) or chooses (`new`). */
export function SecretField({
  name,
  label,
  kind,
  answer,
}: {
  name: string;
  label: string;
  kind: "current" | "new";
  answer: FormAnswer | undefined;
}) {
  const t = useTranslate();
  return (
    <PasswordField
      name={name}
      label={label}
      hint={kind === "new" ? t("account:field.passwordHint") : undefined}
      error={faultOf(t, answer, name)}
      autoComplete={kind === "new" ? "new-password" : "current-password"}
      words={{ show: t("account:field.show"), hide: t("account:field.hide") }}
    />
  );
}
