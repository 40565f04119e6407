import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { TextArea, TextField } from "../../../ui/field";
import { availabilities } from "../access-form";
import type { AccessAnswer, AccessPageData } from "./access-props";

/** How the track is to be had. Where the browser can, only the field that belongs to the choice shows. */
export function AccessFields({ page, answer }: { page: AccessPageData; answer: AccessAnswer | null }) {
  const t = useTranslate();
  const { access } = page;
  const typed = answer?.typed ?? {
    availability: access.availability,
    opens: access.opensLocal,
    reason: access.withdrawnReason ?? "",
  };
  const { opens, reason } = answer?.faults ?? {};
  return (
    <form method="post" className="form access-form" noValidate aria-labelledby="change">
      <h2 id="change">{t("access:change")}</h2>
      <input type="hidden" name="intent" value="set" />
      <fieldset>
        <legend className="label">{t("access:who")}</legend>
        {availabilities.map((one) => (
          <div className="access-choice" key={one}>
            <div className="check">
              <input
                type="radio"
                id={`access-${one}`}
                name="availability"
                value={one}
                defaultChecked={typed.availability === one}
                aria-describedby={`access-${one}-hint`}
              />
              <label htmlFor={`access-${one}`}>{t(`access:${one}`)}</label>
            </div>
            <p className="hint" id={`access-${one}-hint`}>
              {t(`access:${one}.hint`)}
            </p>
          </div>
        ))}
      </fieldset>
      <div className="access-opens">
        <TextField
          name="opens"
          label={t("access:opens")}
          hint={t("access:opens.hint", { zone: page.timeZone.replaceAll("_", " ") })}
          error={opens && t(`access:opens.${opens}`)}
          typed={typed.opens}
          input={{ type: "datetime-local" }}
        />
      </div>
      <div className="access-reason">
        <TextArea
          name="reason"
          rows={3}
          label={t("access:reason")}
          hint={t("access:reason.hint")}
          error={reason && t(`access:reason.${reason}`)}
          typed={typed.reason}
        />
      </div>
      <p>
        <Button>{t("access:save")}</Button>
      </p>
    </form>
  );
}
