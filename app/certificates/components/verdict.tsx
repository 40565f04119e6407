import type { ReactNode } from "react";
import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";
import type { CertificateStatus } from "../certificate-status";
import type { PublicCertificate } from "../find-certificate.server";
import { place, Sentence } from "./sentence";

const signs: Record<CertificateStatus, string> = {
  active: "m14 29 10 10 19-22",
  superseded: "M12 28h31M30 15l13 13-13 13",
  expired: "M28 13v16l11 7",
  revoked: "m16 16 24 24M40 16 16 40",
  erased: "M15 28h26",
};

/** The square and the sentence: the answer, before anything else. */
export function Verdict({ certificate }: { certificate: PublicCertificate }) {
  const t = useTranslate();
  const { facts, personal, status } = certificate;
  const track = (
    <b key="track" lang={facts.language}>
      {facts.trackTitle}
    </b>
  );
  const issued =
    personal === null
      ? { text: t("certificates:lead.erased", { track: place(0) }), parts: [track] }
      : {
          text: t("certificates:lead.issued", { holder: place(0), track: place(1) }),
          parts: [<b key="name">{personal.name}</b>, track],
        };
  return (
    <div className={`verdict ${status}`}>
      <svg className="verdict-sign" viewBox="0 0 56 56" aria-hidden="true" focusable="false">
        <path className="ground" d="M0 0h56v56H0z" />
        <path className="sign" d={signs[status]} />
      </svg>
      <div>
        <h2 id="answer">{t(`certificates:verdict.${status}`)}</h2>
        <Change certificate={certificate} />
        <p className="lead">
          <Sentence {...issued} />
        </p>
      </div>
    </div>
  );
}

/** What happened after the issue, with its day; nothing for a certificate that simply counts. */
function Change({ certificate }: { certificate: PublicCertificate }): ReactNode {
  const t = useTranslate();
  const locale = useLocale();
  const { status, expiresAt, revoked, replacedBy } = certificate;
  if (status === "revoked" && revoked !== null) {
    const values = { date: formatDate(locale, revoked.at), reason: revoked.reason };
    return (
      <p className="lead">
        {revoked.reason === "" ? t("certificates:lead.revoked", values) : t("certificates:lead.revoked.reason", values)}
      </p>
    );
  }
  if (status === "superseded" && replacedBy !== null) {
    return (
      <p className="lead">
        {t("certificates:lead.superseded", { date: formatDate(locale, replacedBy.at) })}{" "}
        <a className="cn" href={publicPath(locale, `/verify/${replacedBy.number}`)}>
          {t("certificates:lead.superseded.link", { number: replacedBy.number })}
        </a>
      </p>
    );
  }
  if (status === "expired" && expiresAt !== null) {
    return <p className="lead">{t("certificates:lead.expired", { date: formatDate(locale, expiresAt) })}</p>;
  }
  return null;
}
