import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { CheckField, TextField } from "../../ui/field";
import { FormSummary } from "../../ui/form-summary";
import { faultWords, type SocietyAnswer, typedOr } from "./fault-words";
import { InvitedFields } from "./invite-form";

const intent = "create";

/** Name and address of a new society, and who is asked to be its first admin. */
export function NewSociety({ answer }: { answer: SocietyAnswer | null }) {
  const t = useTranslate();
  const labels = {
    name: t("societies:settings.name"),
    acronym: t("societies:settings.acronym"),
    slug: t("societies:admin.slug"),
    email: t("societies:invite.email"),
  };
  const names = ["name", "acronym", "slug", "email"] as const;
  const faults = names.flatMap((field) => {
    const text = faultWords(t, answer, intent, field);
    return text === undefined ? [] : [{ field, text: `${labels[field]}: ${text}` }];
  });
  const field = (name: "name" | "acronym" | "slug") => ({
    name,
    label: labels[name],
    error: faultWords(t, answer, intent, name),
    typed: typedOr(answer, intent, name, ""),
  });
  return (
    <main id="main" className="page page-top workspace-page">
      <p className="small">
        <a href="/admin/societies">{t("societies:admin.back")}</a>
      </p>
      <h1>{t("societies:admin.new")}</h1>
      <form method="post" className="sheet form" noValidate>
        <FormSummary title={t("common:form.summary", { count: faults.length })} faults={faults} />
        <TextField {...field("name")} input={{ required: true, maxLength: 120 }} />
        <TextField {...field("acronym")} input={{ required: true, maxLength: 16, spellCheck: false }} />
        <TextField
          {...field("slug")}
          hint={t("societies:admin.slug.hint")}
          input={{ required: true, maxLength: 40, autoCapitalize: "none", spellCheck: false }}
        />
        <CheckField
          name="demonstration"
          label={t("societies:admin.demonstration.label")}
          checked={typedOr(answer, intent, "demonstration", "") === "yes"}
        />
        <h2>{t("societies:admin.first")}</h2>
        <p>{t("societies:admin.first.text")}</p>
        <InvitedFields answer={answer} intent={intent} />
        <p>
          <Button>{t("societies:admin.create")}</Button>
        </p>
      </form>
    </main>
  );
}
