import { useTranslate } from "../../i18n/use-translate";
import { AlertIcon } from "../../ui/alert-icon";
import type { CertificateStatus } from "../certificate-status";
import { Icon } from "./icons";

const looks = {
  active: { note: "pass", icon: <Icon name="check" /> },
  superseded: { note: "", icon: <Icon name="next" /> },
  expired: { note: "care", icon: <Icon name="clock" /> },
  revoked: { note: "mark", icon: <Icon name="cross" /> },
  erased: { note: "", icon: null },
} as const;
// Object.keys forgets the literal names that `looks` has.
const statuses = Object.keys(looks) as CertificateStatus[];

/** What else the page can say, so that nobody takes the absence of an answer for one. */
export function OtherAnswers({ given }: { given: CertificateStatus | "unknown" | null }) {
  const t = useTranslate();
  return (
    <section className="check-others" aria-labelledby="other-answers">
      <h2 id="other-answers">{given === null ? t("certificates:answers.title") : t("certificates:answers.others")}</h2>
      <div className="check-notes">
        {statuses
          .filter((status) => status !== given)
          .map((status) => (
            <div key={status} className={`note ${looks[status].note}`}>
              <h3 className="title">
                {looks[status].icon}
                {t(`certificates:verdict.${status}`)}
              </h3>
              <p>{t(`certificates:answers.${status}`)}</p>
            </div>
          ))}
        {given === "unknown" ? null : (
          <div className="note mark">
            <h3 className="title">
              <AlertIcon />
              {t("certificates:check.unknown.title")}
            </h3>
            <p>{t("certificates:answers.unknown")}</p>
          </div>
        )}
      </div>
    </section>
  );
}
