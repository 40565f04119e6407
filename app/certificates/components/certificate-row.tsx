import type { ReactNode } from "react";
import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";
import { StepWedge } from "../../ui/step-wedge";
import type { CertificateInTheMaking, MyCertificate } from "../list-my-certificates.server";
import { Icon } from "./icons";

/** A certificate with its state, dates, number, and where to get and check it. */
export function CertificateRow({ certificate }: { certificate: MyCertificate }) {
  const t = useTranslate();
  const locale = useLocale();
  const { number, title, issuedAt, expiresAt } = certificate;
  const about = <span className="vh">{t("certificates:my.about", { track: title, number })}</span>;
  const ends = expiresAt === null ? t("certificates:my.noEnd") : formatDate(locale, expiresAt);
  return (
    <Row entry={certificate} note={<ChangeNote certificate={certificate} />}>
      <dl className="certificate-facts">
        <Figure label={t("certificates:my.status")} value={<StatusBadge certificate={certificate} />} />
        <Figure label={t("certificates:my.issued")} value={formatDate(locale, issuedAt)} />
        <Figure
          label={t("certificates:my.validUntil")}
          value={certificate.status === "active" || certificate.status === "expired" ? ends : "–"}
        />
        <Figure label={t("certificates:my.number")} value={<span className="cn">{number}</span>} />
      </dl>
      <p className="row">
        <a className="btn line sm" href={`/my/certificates/${number}.pdf`} download>
          <Icon name="down" />
          {t("certificates:my.pdf")}
          {about}
        </a>
        <a className="btn text sm" href={publicPath(locale, `/verify/${number}`)}>
          {t("certificates:my.checkPage")}
          {about}
        </a>
      </p>
    </Row>
  );
}

/** A completed track whose certificate is on its way. */
export function MakingRow({ making }: { making: CertificateInTheMaking }) {
  const t = useTranslate();
  return (
    <Row entry={making} note={null}>
      <p role="status">
        <span className={`saved ${making.isLate ? "off" : "busy"}`}>
          {t(making.isLate ? "certificates:my.making.late" : "certificates:my.making")}
        </span>
      </p>
      <p>
        <a href="/my/certificates">{t("certificates:my.making.again")}</a>
      </p>
    </Row>
  );
}

type Entry = Pick<MyCertificate, "title" | "language" | "societyName" | "editionNumber" | "demonstration" | "modules">;

function Row({ entry, note, children }: { entry: Entry; note: ReactNode; children: ReactNode }) {
  const t = useTranslate();
  const { title, language, modules } = entry;
  const count = modules.reduce((sum, lessons) => sum + lessons, 0);
  const steps = modules.flatMap((lessons, module) =>
    Array.from({ length: lessons }, (_, i) => ({
      id: `${String(module)}-${String(i)}`,
      isDone: true,
      startsModule: i === 0,
    })),
  );
  const issuer = { society: entry.societyName, number: entry.editionNumber };
  return (
    <li className="certificate">
      <div className="mini">
        <StepWedge steps={steps} label={t("certificates:my.steps", { count })} size="s" />
      </div>
      <div>
        <h2 lang={language}>{title}</h2>
        <p className="ident">
          <b>{t(entry.demonstration ? "certificates:my.issuer.demonstration" : "certificates:my.issuer", issuer)}</b>
        </p>
        {note}
      </div>
      {children}
    </li>
  );
}

function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const badges = {
  active: { look: "pass", icon: <Icon name="check" /> },
  expired: { look: "care", icon: <Icon name="clock" /> },
  superseded: { look: "", icon: null },
  revoked: { look: "mark", icon: <Icon name="cross" /> },
  erased: { look: "", icon: null },
} as const;

function StatusBadge({ certificate: { status, endsInDays } }: { certificate: MyCertificate }) {
  const t = useTranslate();
  const { look, icon } = endsInDays === null ? badges[status] : badges.expired;
  return (
    <span className={`badge ${look}`}>
      {icon}
      {endsInDays === null ? t(`certificates:status.${status}`) : t("certificates:my.endsIn", { count: endsInDays })}
    </span>
  );
}

function ChangeNote({ certificate: { status, revoked, replacedBy } }: { certificate: MyCertificate }) {
  const t = useTranslate();
  const locale = useLocale();
  if (status === "superseded" && replacedBy !== null) {
    return <p className="small quiet">{t("certificates:my.replaced", { date: formatDate(locale, replacedBy.at) })}</p>;
  }
  if (status === "revoked" && revoked !== null) {
    const values = { date: formatDate(locale, revoked.at), reason: revoked.reason };
    return (
      <p className="small quiet">
        {t(revoked.reason === "" ? "certificates:my.revoked" : "certificates:my.revoked.reason", values)}
      </p>
    );
  }
  return null;
}
