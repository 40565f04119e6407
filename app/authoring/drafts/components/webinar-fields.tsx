import { formatClock } from "../../../i18n/format";
import { useTranslate } from "../../../i18n/use-translate";
import { CheckField, SelectField, TextField } from "../../../ui/field";
import type { WebinarOffer } from "../lesson-page.server";
import { type FormState, useFormField } from "./form-words";

/** What a recorded webinar adds to its lesson. */
export function WebinarFields({ offer, state }: { offer: WebinarOffer; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  const { typed: media, ...mediaField } = field("media", t("tracks:field.recording"), t("tracks:hint.recording"));
  return (
    <>
      <SelectField
        {...mediaField}
        chosen={media}
        empty={t("tracks:recording.none")}
        choices={offer.recordings.map(({ id, title, durationMs }) => ({
          value: id,
          text: `${title} (${formatClock(durationMs)})`,
        }))}
      />
      {offer.recordings.length === 0 ? <p className="hint">{t("tracks:recording.empty")}</p> : null}
      <p className="hint">
        {t("tracks:recording.texts", {
          captions: offer.captions.join(", ") || "—",
          chapters: offer.chapters.join(", ") || "—",
        })}
      </p>
      <TextField
        {...field("watchPercent", t("tracks:field.watch"), t("tracks:hint.watch"))}
        input={{ inputMode: "numeric", maxLength: 3 }}
      />
      <TextField {...field("recordedOn", t("tracks:field.recorded-on"))} input={{ type: "date" }} />
      <fieldset className="checks">
        <legend className="label">{t("tracks:field.speakers")}</legend>
        {offer.speakers.length === 0 ? <p className="hint">{t("tracks:speakers.none")}</p> : null}
        {offer.speakers.map(({ id, name }) => (
          <CheckField key={id} name={`speaker:${id}`} label={name} checked={state.typed[`speaker:${id}`] === "yes"} />
        ))}
      </fieldset>
      <CheckField
        name="speechTellsAll"
        label={t("tracks:field.speech-tells-all")}
        hint={t("tracks:hint.speech-tells-all")}
        checked={state.typed["speechTellsAll"] === "yes"}
      />
    </>
  );
}
