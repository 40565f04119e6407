import { useLocale, useTranslate } from "../../i18n/use-translate";
import { AlertIcon } from "../../ui/alert-icon";
import { Button } from "../../ui/button";
import { publicPath } from "../../ui/public-path";
import type { NumberFault } from "../check-certificate.server";

/** The one field of the check page. A plain GET form: the number ends in the address. */
export function CheckForm({ typed, fault }: { typed: string; fault: NumberFault | "empty" | null }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <form className="check-form" action={publicPath(locale, "/verify")}>
      <div className={fault === null ? "field" : "field bad"}>
        <label htmlFor="number">{t("certificates:check.label")}</label>
        <span className="hint" id="number-hint">
          {t("certificates:check.lead")}
        </span>
        {fault === null ? null : (
          <p className="err" id="number-error">
            <AlertIcon />
            <span>{t(`certificates:check.fault.${fault}`)}</span>
          </p>
        )}
        <input
          className="input cn"
          id="number"
          name="number"
          defaultValue={typed}
          maxLength={60}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby={fault === null ? "number-hint" : "number-hint number-error"}
          aria-invalid={fault === null ? undefined : true}
        />
      </div>
      <Button look="line">{t("certificates:check.button")}</Button>
    </form>
  );
}
