import type { ReactNode } from "react";
import { formatDate, formatMinutes, formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { PublicCertificate } from "../find-certificate.server";
import { place, Sentence } from "./sentence";

interface Fact {
  readonly key:
    | "holder"
    | "profession"
    | "issuer"
    | "edition"
    | "completed"
    | "issued"
    | "validUntil"
    | "time"
    | "assessment"
    | "webinars"
    | "credits"
    | "evaluation"
    | "number";
  readonly value: ReactNode;
}

/** The facts as they were frozen, two columns. Words of the certificate keep the language in which it was issued. */
export function CertificateFactList({ certificate }: { certificate: PublicCertificate }) {
  const t = useTranslate();
  const facts: Fact[] = [
    ...useHolderFacts(certificate),
    ...useDateFacts(certificate),
    ...useEvidenceFacts(certificate),
  ];
  return (
    <dl className="facts">
      {facts.map(({ key, value }) => (
        <div key={key} className="fact">
          <dt>{t(`certificates:fact.${key}`)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function useHolderFacts({ facts, personal }: PublicCertificate): Fact[] {
  const t = useTranslate();
  const society = facts.demonstration
    ? t("certificates:fact.issuer.demonstration", { society: facts.societyName })
    : facts.societyName;
  const issuer: Fact = { key: "issuer", value: society };
  if (personal === null) return [{ key: "holder", value: t("certificates:fact.holder.erased") }, issuer];
  const profession = <span lang={facts.language}>{personal.profession}</span>;
  return [
    {
      key: "holder",
      value: (
        <Sentence
          text={t("certificates:fact.holder.value", { name: place(0) })}
          parts={[<b key="name">{personal.name}</b>]}
        />
      ),
    },
    {
      key: "profession",
      value: <Sentence text={t("certificates:fact.profession.value", { profession: place(0) })} parts={[profession]} />,
    },
    issuer,
  ];
}

function useDateFacts({ facts, expiresAt }: PublicCertificate): Fact[] {
  const t = useTranslate();
  const locale = useLocale();
  const edition = { number: facts.editionNumber, date: formatDate(locale, facts.editionDate) };
  return [
    { key: "edition", value: t("certificates:fact.edition.value", edition) },
    { key: "completed", value: formatDate(locale, facts.completedAt) },
    { key: "issued", value: formatDate(locale, facts.issuedAt) },
    {
      key: "validUntil",
      value: expiresAt === null ? t("certificates:fact.validUntil.none") : formatDate(locale, expiresAt),
    },
  ];
}

function useEvidenceFacts({ facts, number }: PublicCertificate): Fact[] {
  const t = useTranslate();
  const locale = useLocale();
  const { assessment, watched } = facts;
  const percent = (value: number) => formatPercent(locale, value);
  const score = {
    score: percent(assessment.scorePercent),
    pass: percent(assessment.passPercent),
    count: assessment.attempts,
  };
  return [
    {
      key: "time",
      value: t("certificates:fact.time.value", { duration: formatMinutes(facts.minutes), count: facts.lessonsCount }),
    },
    { key: "assessment", value: t("certificates:fact.assessment.value", score) },
    {
      key: "webinars",
      value:
        watched === null
          ? t("certificates:fact.webinars.none")
          : t("certificates:fact.webinars.value", {
              percent: percent(watched.percent),
              duration: formatMinutes(watched.minutes),
            }),
    },
    { key: "credits", value: t("certificates:fact.credits.none") },
    {
      key: "evaluation",
      value: t(facts.evaluation ? "certificates:fact.evaluation.yes" : "certificates:fact.evaluation.no"),
    },
    { key: "number", value: <span className="cn">{number}</span> },
  ];
}
