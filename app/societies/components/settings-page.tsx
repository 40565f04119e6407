import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { TextArea, TextField } from "../../ui/field";
import { Done, FormRefusal, FormSummary } from "../../ui/form-summary";
import { ColourBand, Logo } from "../../ui/society-mark";
import { nearestColour } from "../colour";
import type { KeptSettings } from "../society-settings.server";
import { faultWords, type SocietyAnswer, typedOr } from "./fault-words";

const intent = "save";
const fields = ["name", "acronym", "description", "website", "colour", "file"] as const;
type Field = (typeof fields)[number];

/** What a society says of itself and is recognised by. */
export function SettingsPage({
  settings,
  isSaved,
  answer,
}: {
  settings: KeptSettings;
  isSaved: boolean;
  answer: SocietyAnswer | null;
}) {
  const t = useTranslate();
  const faults = fields.flatMap((field) => {
    const text = faultWords(t, answer, intent, field);
    return text === undefined ? [] : [{ field, text: `${t(`societies:settings.${field}`)}: ${text}` }];
  });
  return (
    <main id="main" className="page page-top workspace-page">
      <h1>{t("societies:settings.title")}</h1>
      <p className="lead">{t("societies:settings.lead")}</p>
      {isSaved && answer === null ? <Done text={t("societies:settings.saved")} /> : null}
      <form method="post" encType="multipart/form-data" className="sheet form" noValidate>
        <FormRefusal text={faultWords(t, answer, intent, "form")} />
        <FormSummary title={t("common:form.summary", { count: faults.length })} faults={faults} />
        <input type="hidden" name="base" value={settings.base} />
        <Words settings={settings} answer={answer} />
        <ColourField settings={settings} answer={answer} />
        <LogoFields settings={settings} answer={answer} />
        <p>
          <Button>{t("societies:settings.save")}</Button>
        </p>
      </form>
    </main>
  );
}

interface Part {
  readonly settings: KeptSettings;
  readonly answer: SocietyAnswer | null;
}

function useField({ answer }: Pick<Part, "answer">) {
  const t = useTranslate();
  return (name: Field, kept: string) => ({
    name,
    label: t(`societies:settings.${name}`),
    error: faultWords(t, answer, intent, name),
    typed: typedOr(answer, intent, name, kept),
  });
}

function Words({ settings, answer }: Part) {
  const t = useTranslate();
  const field = useField({ answer });
  return (
    <>
      <TextField
        {...field("name", settings.name)}
        hint={t("societies:settings.name.hint")}
        input={{ required: true, maxLength: 120 }}
      />
      <TextField {...field("acronym", settings.acronym)} input={{ required: true, maxLength: 16, spellCheck: false }} />
      <TextArea
        {...field("description", settings.description)}
        hint={t("societies:settings.description.hint")}
        rows={5}
        lang="en"
      />
      <TextField
        {...field("website", settings.website)}
        hint={t("societies:settings.website.hint")}
        input={{ type: "text", inputMode: "url", autoCapitalize: "none", spellCheck: false, maxLength: 300 }}
      />
    </>
  );
}

function ColourField({ settings, answer }: Part) {
  const t = useTranslate();
  const field = useField({ answer })("colour", settings.colour);
  const nearest = field.error === undefined ? null : nearestColour(field.typed.toLowerCase());
  const error =
    field.error === undefined || nearest === null
      ? field.error
      : `${field.error} ${t("societies:settings.colour.nearest", { colour: nearest })}`;
  return (
    <div className="stack">
      <TextField
        {...field}
        error={error}
        hint={t("societies:settings.colour.hint")}
        input={{ autoCapitalize: "none", spellCheck: false, maxLength: 7, autoComplete: "off" }}
      />
      <ColourBand colour={nearest ?? settings.colour} />
    </div>
  );
}

function LogoFields({ settings, answer }: Part) {
  const t = useTranslate();
  const error = faultWords(t, answer, intent, "file");
  const describedBy = error === undefined ? "file-hint" : "file-hint file-error";
  return (
    <div className="stack">
      <div className={error === undefined ? "field" : "field bad"}>
        <label htmlFor="file">{t("societies:settings.file")}</label>
        <span className="hint" id="file-hint">
          {t("societies:settings.file.hint")}
        </span>
        {error === undefined ? null : (
          <p className="err" id="file-error">
            {error}
          </p>
        )}
        <input
          className="input"
          type="file"
          id="file"
          name="file"
          accept="image/png,image/jpeg,image/webp"
          aria-describedby={describedBy}
          aria-invalid={error === undefined ? undefined : true}
        />
      </div>
      {settings.logo === null ? null : (
        <>
          <Logo logo={settings.logo} isLarge />
          <LogoRemoval />
        </>
      )}
    </div>
  );
}

function LogoRemoval() {
  const t = useTranslate();
  return (
    <div className="check">
      <input type="checkbox" id="logo" name="logo" value="remove" />
      <label htmlFor="logo">{t("societies:settings.logo.remove")}</label>
    </div>
  );
}
