import { useTranslate } from "../../i18n/use-translate";
import { TextArea } from "../../ui/field";
import { FormRefusal } from "../../ui/form-summary";
import type { DraftRuling, RulingRefusal } from "../propose-ruling.server";
import { RegradeKeyFields } from "./regrade-key-fields";

const kinds = ["void", "full-marks", "corrected-key"] as const;

/** Asks for the ruling, its key and its reason. Nothing happens before the preview. */
export function RegradeForm({
  answer: { draft, refused, faults },
  rulingId,
  after,
}: {
  answer: {
    readonly draft: DraftRuling;
    readonly refused: RulingRefusal | null;
    readonly faults: readonly string[];
  };
  rulingId: string;
  after: string;
}) {
  const t = useTranslate();
  const isReason = refused === "reason-missing" || refused === "reason-long";
  return (
    <form method="post" className="stack-l" noValidate>
      <FormRefusal text={refused === null || isReason ? undefined : t(`regrade:refused.${refused}`)} />
      <Faults faults={faults} />
      <input type="hidden" name="rulingId" value={rulingId} />
      <input type="hidden" name="after" value={after} />
      <fieldset className={refused === "kind" ? "field bad" : "field"}>
        <legend>{t("regrade:kind")}</legend>
        {kinds.map((kind) => (
          <label key={kind} className="check">
            <input type="radio" name="kind" value={kind} defaultChecked={draft.kind === kind} required />
            <span>
              <b>{t(`regrade:kind.${kind}`)}</b>
              <br />
              {t(`regrade:kind.${kind}.means`)}
            </span>
          </label>
        ))}
      </fieldset>
      <section aria-labelledby="new-key" className="stack">
        <h2 id="new-key">{t("regrade:key")}</h2>
        <p className="small quiet">{t("regrade:key.hint")}</p>
        <RegradeKeyFields question={draft.question} typed={draft.typed} />
      </section>
      <TextArea
        name="reason"
        label={t("regrade:reason")}
        hint={t("regrade:reason.hint")}
        typed={draft.reason}
        rows={4}
        error={isReason ? t(`regrade:refused.${refused}`) : undefined}
      />
      <p>
        <button type="submit" className="btn main" name="intent" value="preview">
          {t("regrade:preview")}
        </button>
      </p>
    </form>
  );
}

/** What the bank's schema says about the question, in English. */
function Faults({ faults }: { faults: readonly string[] }) {
  if (faults.length === 0) return null;
  return (
    <ul className="note mark" lang="en">
      {faults.map((fault) => (
        <li key={fault}>{fault}</li>
      ))}
    </ul>
  );
}
