import { useTranslate } from "../../i18n/use-translate";
import { TextField } from "../../ui/field";
import { faultOf, type FormAnswer } from "../form-answer";

/** An e-mail address. `text`, not `email`: the site's own sentences say what is wrong, browsers' differ. */
export function EmailField({
  answer,
  typed,
  label,
  hint,
  autoComplete = "email",
}: {
  answer: FormAnswer | undefined;
  typed?: string | undefined;
  label?: string;
  hint?: string;
  autoComplete?: "email" | "username";
}) {
  const t = useTranslate();
  return (
    <TextField
      name="email"
      label={label ?? t("account:field.email")}
      hint={hint}
      error={faultOf(t, answer, "email")}
      typed={answer?.typed["email"] ?? typed}
      input={{
        type: "text",
        inputMode: "email",
        autoComplete,
        autoCapitalize: "none",
        spellCheck: false,
        required: true,
        maxLength: 254,
      }}
    />
  );
}
