import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { usePageData } from "../../ui/page-data";
import type { CertificateFacts } from "../facts";
import type { PublicCertificate } from "../find-certificate.server";
import { CertificateFactList } from "./certificate-facts";
import { Icon } from "./icons";
import { Verdict } from "./verdict";

/** The answer sheet. Its slots: `today`, the day of the answer. */
export function CheckAnswer({ certificate }: { certificate: PublicCertificate }) {
  const t = useTranslate();
  const { siteTitle } = usePageData();
  const { facts } = certificate;
  return (
    <section className="sheet check-answer" aria-labelledby="answer">
      {facts.demonstration ? (
        <div className="demonstration-band">
          <p className="word">{t("certificates:check.demonstration")}</p>
          <p className="small">{t("certificates:check.demonstration.text")}</p>
        </div>
      ) : null}
      <ul className="ident">
        <li>
          <b>{t("certificates:check.answer")}</b>
        </li>
        <li>{slot("today")}</li>
        <li>{t("certificates:check.register", { site: siteTitle })}</li>
      </ul>
      <div className="check-grid">
        <Verdict certificate={certificate} />
        <CertificateFactList certificate={certificate} />
        <div className="claims">
          <Proves facts={facts} />
          <ProvesNot />
        </div>
      </div>
      <Outcomes facts={facts} />
    </section>
  );
}

function Proves({ facts }: { facts: CertificateFacts }) {
  const t = useTranslate();
  const locale = useLocale();
  const codes = facts.outcomes.map((outcome) => outcome.code).join(", ");
  return (
    <div>
      <h3>{t("certificates:proves.title")}</h3>
      <ul className="claim-list">
        <li>
          <Icon name="check" />
          <span>{t("certificates:proves.worked", { count: facts.lessonsCount })}</span>
        </li>
        {facts.watched === null ? null : (
          <li>
            <Icon name="check" />
            <span>{t("certificates:proves.watched", { percent: formatPercent(locale, facts.watched.percent) })}</span>
          </li>
        )}
        <li>
          <Icon name="check" />
          <span>
            {t("certificates:proves.outcomes", { codes })} <a href="#outcomes">{t("certificates:proves.outcomes.link")}</a>
          </span>
        </li>
      </ul>
    </div>
  );
}

function ProvesNot() {
  const t = useTranslate();
  return (
    <div>
      <h3>{t("certificates:provesNot.title")}</h3>
      <ul className="claim-list">
        {(["practice", "identity", "recognition"] as const).map((claim) => (
          <li key={claim}>
            <Icon name="cross" />
            <span>{t(`certificates:provesNot.${claim}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Outcomes({ facts }: { facts: CertificateFacts }) {
  const t = useTranslate();
  return (
    <div className="check-outcomes">
      <h3 id="outcomes">{t("certificates:outcomes.title")}</h3>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("certificates:outcomes.code")}</th>
            <th scope="col">{t("certificates:outcomes.text")}</th>
            <th scope="col">{t("certificates:outcomes.kind")}</th>
          </tr>
        </thead>
        <tbody>
          {facts.outcomes.map((outcome) => (
            <tr key={outcome.code}>
              <td className="nowrap">{outcome.code}</td>
              <td lang={facts.language}>{outcome.text}</td>
              <td>{t(`certificates:outcomes.${outcome.kind}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
