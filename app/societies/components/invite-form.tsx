import { societyRoles } from "../../auth/roles";
import { localeNames, locales } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { SelectField, TextField } from "../../ui/field";
import { FormSummary } from "../../ui/form-summary";
import { faultWords, type SocietyAnswer, typedOr } from "./fault-words";

/** An address of somebody who is to be asked, and the language of the mail. */
export function InvitedFields({ answer, intent }: { answer: SocietyAnswer | null; intent: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <TextField
        name="email"
        label={t("societies:invite.email")}
        error={faultWords(t, answer, intent, "email")}
        typed={typedOr(answer, intent, "email", "")}
        input={{
          type: "text",
          inputMode: "email",
          autoComplete: "off",
          autoCapitalize: "none",
          spellCheck: false,
          required: true,
          maxLength: 254,
        }}
      />
      <SelectField
        name="language"
        label={t("societies:invite.language")}
        choices={locales.map((code) => ({ value: code, text: localeNames[code], lang: code }))}
        chosen={typedOr(answer, intent, "language", locale)}
        error={faultWords(t, answer, intent, "language")}
      />
    </>
  );
}

/** Asks somebody to work for the society. @param hasRole false where only an admin can be asked */
export function InviteForm({ answer, hasRole }: { answer: SocietyAnswer | null; hasRole: boolean }) {
  const t = useTranslate();
  const labels = { email: t("societies:invite.email"), role: t("societies:members.role") };
  const faults = (["email", "role"] as const).flatMap((field) => {
    const text = faultWords(t, answer, "invite", field);
    return text === undefined ? [] : [{ field, text: `${labels[field]}: ${text}` }];
  });
  return (
    <form method="post" className="form" noValidate>
      <FormSummary title={t("common:form.summary", { count: faults.length })} faults={faults} />
      <input type="hidden" name="intent" value="invite" />
      <InvitedFields answer={answer} intent="invite" />
      {hasRole ? (
        <SelectField
          name="role"
          label={labels.role}
          empty={t("societies:invite.role.choose")}
          choices={societyRoles.map((role) => ({ value: role, text: t(`societies:role.${role}`) }))}
          chosen={typedOr(answer, "invite", "role", "")}
          error={faultWords(t, answer, "invite", "role")}
          required
        />
      ) : null}
      <p>
        <Button>{t("societies:invite.send")}</Button>
      </p>
    </form>
  );
}

/** What each role may do, in words. */
export function RoleWords() {
  const t = useTranslate();
  return (
    <dl className="invite-roles">
      {societyRoles.map((role) => (
        <div key={role}>
          <dt>{t(`societies:role.${role}`)}</dt>
          <dd>{t(`societies:role.${role}.text`)}</dd>
        </div>
      ))}
    </dl>
  );
}
