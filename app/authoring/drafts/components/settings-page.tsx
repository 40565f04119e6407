import { professionName, professions } from "../../../accounts/professions";
import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { CheckField, SelectField, TextArea, TextField } from "../../../ui/field";
import { FormSummary } from "../../../ui/form-summary";
import { modalities } from "../new-track";
import type { FormRefused } from "../save-draft-form.server";
import { orders } from "../settings-form";
import type { SettingsPage as Page } from "../settings-page.server";
import { FormConflict } from "./form-conflict";
import { type FormState, useFieldName, useFormField } from "./form-words";
import { AuthorRows, OutcomeRows, ReferenceRows } from "./settings-rows";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

/** Everything about a track that stands in no lesson. */
export function SettingsPage({ page, refused }: { page: Page; refused: FormRefused | null }) {
  const t = useTranslate();
  const name = useFieldName();
  const { head } = page;
  const href = trackPath(head.societySlug, head.trackSlug, "/settings");
  const state = { typed: refused?.typed ?? page.fields, faults: refused?.faults ?? [] };
  return (
    <main id="main" className="page tracks" data-editor>
      <TrackHead head={head} />
      <h1>{t("tracks:tab.settings")}</h1>
      <FormConflict refused={refused} timeZone={head.timeZone} form="settings-form" href={href} />
      <form method="post" action={href} id="settings-form" className="form">
        <fieldset disabled={!head.mayWrite} className="settings">
          <legend className="vh">{t("tracks:tab.settings")}</legend>
          <input type="hidden" name="base" value={state.typed["base"] ?? ""} />
          <FormSummary
            title={t("tracks:faults")}
            faults={state.faults.map(({ field, code }) => ({
              field,
              text: `${name(field)}: ${t(`tracks:fault.${code}`)}`,
            }))}
          />
          <Words page={page} state={state} />
          <Facts page={page} state={state} />
          <OutcomeRows page={page} state={state} />
          <AuthorRows page={page} state={state} />
          <ReferenceRows state={state} />
        </fieldset>
        {head.mayWrite ? (
          <p>
            <Button name="intent" value="save">
              {t("tracks:settings.save")}
            </Button>
          </p>
        ) : null}
      </form>
    </main>
  );
}

const texts = ["summary", "audience", "needs"] as const;

function Words({ page: { head }, state }: { page: Page; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  return (
    <div className="sheet tight form">
      <h2>{t("tracks:settings.words")}</h2>
      <TextField {...field("title", t("tracks:field.title"))} input={{ maxLength: 200, lang: head.language }} />
      {texts.map((name) => (
        <TextArea
          key={name}
          {...field(name, t(`tracks:field.${name}`), t(`tracks:settings.hint.${name}`))}
          rows={4}
          lang={head.language}
        />
      ))}
    </div>
  );
}

function Facts({ page, state }: { page: Page; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  return (
    <div className="sheet tight form">
      <h2>{t("tracks:settings.facts")}</h2>
      <div className="fields">
        <SelectField
          name="modality"
          label={t("tracks:field.modality")}
          chosen={state.typed["modality"]}
          choices={modalities.map((value) => ({ value, text: `${value}: ${t(`common:modality.${value}`)}` }))}
        />
        <SelectField
          name="order"
          label={t("tracks:field.order")}
          chosen={state.typed["order"]}
          choices={orders.map((value) => ({ value, text: t(`tracks:order.${value}`) }))}
        />
        <SelectField
          name="bank"
          label={t("tracks:field.bank")}
          hint={t("tracks:settings.hint.bank")}
          chosen={state.typed["bank"]}
          empty={t("tracks:settings.no-bank")}
          choices={page.banks.map(({ slug, title }) => ({ value: slug, text: title }))}
        />
        <TextField
          {...field("newBank", t("tracks:settings.new-bank"), t("tracks:settings.hint.new-bank"))}
          input={{ maxLength: 120 }}
        />
        <TextField {...field("preparedOn", t("tracks:field.prepared-on"))} input={{ type: "date" }} />
        <TextField {...field("reviewBy", t("tracks:field.review-by"))} input={{ type: "date" }} />
      </div>
      <fieldset className="checks">
        <legend className="label">{t("tracks:settings.professions")}</legend>
        {professions.map((profession) => (
          <CheckField
            key={profession}
            name={`profession:${profession}`}
            label={t(professionName(profession))}
            checked={state.typed[`profession:${profession}`] === "yes"}
          />
        ))}
      </fieldset>
    </div>
  );
}
