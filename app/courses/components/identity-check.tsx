import { useTranslate } from "../../i18n/use-translate";

/** "I am the person named on the certificate": asked before a graded sitting, and again after a change of the name. */
export function IdentityCheck({ name, error }: { name: string; error: string | null }) {
  const t = useTranslate();
  return (
    <div className={error ? "field bad" : "field"}>
      {error ? (
        <p className="err" id="identity-error">
          {error}
        </p>
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          name="identity"
          value="yes"
          required
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "identity-error" : undefined}
        />
        <span>{t("sitting:intro.identity", { name })}</span>
      </label>
    </div>
  );
}
