import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import type { AccessAnswer } from "./access-props";

/** The question before a track is withdrawn, with the reason as it will stand on its page. */
export function ConfirmWithdrawal({ typed, learners }: { typed: AccessAnswer["typed"]; learners: number }) {
  const t = useTranslate();
  return (
    <form method="post" className="form sheet tight" aria-labelledby="withdraw">
      <h2 id="withdraw">{t("access:withdraw.title")}</h2>
      <p>{t("access:withdraw.text")}</p>
      <p>{t("access:withdraw.learners", { count: learners })}</p>
      <dl className="facts">
        <dt>{t("access:withdraw.reason")}</dt>
        <dd className="review-text">{typed.reason}</dd>
      </dl>
      <input type="hidden" name="intent" value="set" />
      <input type="hidden" name="availability" value={typed.availability} />
      <input type="hidden" name="reason" value={typed.reason} />
      <input type="hidden" name="confirmed" value="yes" />
      <p className="row">
        <a href="?">{t("access:withdraw.cancel")}</a>
        <Button look="danger">{t("access:withdraw.confirm")}</Button>
      </p>
    </form>
  );
}
