import { Fragment } from "react";
import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { usePageData } from "../../ui/page-data";
import type { CertificateFacts } from "../facts";
import type { PublicCertificate } from "../find-certificate.server";
import { CertificateFactList } from "./certificate-facts";
import { Icon } from "./icons";
import { place, Sentence } from "./sentence";
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
  const codes = facts.outcomes.map(({ code }, i) => (
    <Fragment key={code}>
      {i === 0 ? "" : ", "}
      <span className="nowrap">{code}</span>
    </Fragment>
  ));
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
            <Sentence text={t("certificates:proves.outcomes", { codes: place(0) })} parts={[codes]} />{" "}
            <a href="#outcomes">{t("certificates:proves.outcomes.link")}</a>
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
      <ul className="outcome-list">
        {facts.outcomes.map((outcome) => (
          <li key={outcome.code}>
            <b>{outcome.code}</b>
            <span lang={facts.language}>{outcome.text}</span>
            <span className="kind">{t(`certificates:outcomes.${outcome.kind}`)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
