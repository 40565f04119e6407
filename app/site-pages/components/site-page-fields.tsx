import type { Locale } from "../../i18n/locales";
import type { MessageKey } from "../../i18n/messages";
import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { TextArea, TextField } from "../../ui/field";
import { FormRefusal, FormSummary } from "../../ui/form-summary";

const sentences = {
  "title-required": "pages:admin.error.title-required",
  "title-long": "pages:admin.error.title-long",
  "text-required": "pages:admin.error.text-required",
  "text-long": "pages:admin.error.text-long",
  "changed-meanwhile": "pages:admin.error.changed-meanwhile",
} as const satisfies Readonly<Record<string, MessageKey>>;

function isKnown(code: string): code is keyof typeof sentences {
  return code in sentences;
}

interface Props {
  readonly language: Locale;
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The form that edits one text of the site. */
export function SitePageFields({ language, typed, errors }: Props) {
  const t = useTranslate();
  const fault = (field: string) => {
    const code = errors[field];
    if (code === undefined) return undefined;
    return t(isKnown(code) ? sentences[code] : "pages:admin.error.version");
  };
  const labels = { title: t("pages:admin.field.title"), markdown: t("pages:admin.field.text") };
  const faults = (["title", "markdown"] as const).flatMap((field) => {
    const text = fault(field);
    return text === undefined ? [] : [{ field, text: `${labels[field]}: ${text}` }];
  });
  return (
    <form method="post" className="form full" noValidate>
      <FormRefusal text={fault("form") ?? fault("base")} />
      <FormSummary title={t("common:form.summary", { count: faults.length })} faults={faults} />
      <input type="hidden" name="base" value={typed["base"] ?? "0"} />
      <TextField
        name="title"
        label={labels.title}
        error={fault("title")}
        typed={typed["title"]}
        input={{ maxLength: 120, lang: language, autoComplete: "off" }}
      />
      <TextArea
        name="markdown"
        label={labels.markdown}
        hint={t("pages:admin.field.textHint")}
        error={fault("markdown")}
        typed={typed["markdown"]}
        rows={24}
        lang={language}
      />
      <p className="row">
        <Button name="intent" value="save">
          {t("pages:admin.save")}
        </Button>
        <Button look="line" name="intent" value="preview">
          {t("pages:admin.preview")}
        </Button>
      </p>
    </form>
  );
}
