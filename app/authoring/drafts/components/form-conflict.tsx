import { useTranslate } from "../../../i18n/use-translate";
import { AlertIcon } from "../../../ui/alert-icon";
import { Button } from "../../../ui/button";
import type { FormRefused } from "../save-draft-form.server";
import { useFieldName } from "./form-words";
import { ConflictSentence } from "./outline-conflict";

/** Two people changed the same fields: both texts, and the choice between them. */
export function FormConflict({
  refused,
  timeZone,
  form,
  href,
}: {
  refused: FormRefused | null;
  timeZone: string;
  /** Id of the form whose button saves mine. */
  form: string;
  /** Where theirs stands. */
  href: string;
}) {
  const t = useTranslate();
  const name = useFieldName();
  const conflict = refused?.conflict ?? null;
  if (conflict === null) return null;
  return (
    <div className="note mark" role="alert">
      <p className="title">
        <AlertIcon />
        <ConflictSentence by={conflict.by} at={conflict.at} timeZone={timeZone} />
      </p>
      <p>{t("tracks:conflict.fields")}</p>
      {conflict.fields.map(({ field, mine, theirs }) => (
        <div key={field} className="mine-theirs">
          <h3 className="label">{name(field)}</h3>
          <dl className="facts">
            <dt>{t("tracks:conflict.mine")}</dt>
            <dd>{value(mine)}</dd>
            <dt>{t("tracks:conflict.theirs")}</dt>
            <dd>{value(theirs)}</dd>
          </dl>
        </div>
      ))}
      <p className="row">
        <SaveMine form={form} />
        <a href={href}>{t("tracks:conflict.take-theirs")}</a>
      </p>
    </div>
  );
}

const value = (text: string) => (text === "" ? "—" : text);

function SaveMine({ form }: { form: string }) {
  const t = useTranslate();
  return (
    <Button look="line" small form={form} name="intent" value="save">
      {t("tracks:conflict.take-mine")}
    </Button>
  );
}
