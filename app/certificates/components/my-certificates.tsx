import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { publicPath } from "../../ui/public-path";
import type { MyCertificates as List } from "../list-my-certificates.server";
import { CertificateRow, MakingRow } from "./certificate-row";
import { Icon } from "./icons";

const searchFrom = 8;

/** The register of a holder's certificates, on one sheet. */
export function MyCertificates({ list, search }: { list: List; search: string }) {
  const t = useTranslate();
  const rows = list.certificates.length + list.inTheMaking.length;
  return (
    <main id="main" className="page my-certificates">
      <header>
        <h1>{t("certificates:my.title")}</h1>
        <p className="lead">{t("certificates:my.lead")}</p>
      </header>
      <EndingSoon list={list} />
      {list.total > searchFrom ? <Search search={search} /> : null}
      {list.total === 0 ? <NothingYet /> : null}
      {list.total > 0 && rows === 0 ? (
        <p>
          {t("certificates:my.search.none", { search })}{" "}
          <a href="/my/certificates">{t("certificates:my.search.all", { count: list.total })}</a>
        </p>
      ) : null}
      {rows > 0 ? (
        <ul className="sheet certificate-list">
          {list.inTheMaking.map((making) => (
            <MakingRow key={making.enrolmentId} making={making} />
          ))}
          {list.certificates.map((certificate) => (
            <CertificateRow key={certificate.number} certificate={certificate} />
          ))}
        </ul>
      ) : null}
      <Advice />
    </main>
  );
}

function EndingSoon({ list }: { list: List }) {
  const t = useTranslate();
  const locale = useLocale();
  const ending = list.certificates.filter((certificate) => certificate.endsInDays !== null);
  if (ending.length === 0) return null;
  return (
    <div className="note care">
      <p className="title">
        <Icon name="clock" />
        {t("certificates:my.ends", { count: ending.length })}
      </p>
      {ending.map(({ number, title, expiresAt }) => (
        <p key={number}>
          {t("certificates:my.ends.line", { track: title, date: formatDate(locale, expiresAt ?? "") })}
        </p>
      ))}
    </div>
  );
}

function Search({ search }: { search: string }) {
  const t = useTranslate();
  return (
    <form className="row certificate-search" role="search">
      <div className="field">
        <label htmlFor="q">{t("certificates:my.search")}</label>
        <input className="input" id="q" type="search" name="q" defaultValue={search} maxLength={100} />
      </div>
      <Button look="line">{t("certificates:my.search.button")}</Button>
    </form>
  );
}

function NothingYet() {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="sheet stack">
      <h2>{t("certificates:my.empty.title")}</h2>
      <p className="lead">{t("certificates:my.empty.text")}</p>
      <p className="row">
        <a className="btn main" href="/my">
          {t("certificates:my.empty.learning")}
        </a>
        <a className="btn text" href={publicPath(locale, "/catalogue")}>
          {t("certificates:my.empty.catalogue")}
        </a>
      </p>
    </section>
  );
}

function Advice() {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="certificate-advice">
      <div>
        <h2>{t("certificates:my.wrong.title")}</h2>
        <p className="quiet">{t("certificates:my.wrong.text")}</p>
        <p>
          <a className="btn line" href={publicPath(locale, "/pages/help")}>
            {t("certificates:my.wrong.link")}
          </a>
        </p>
      </div>
      <div>
        <h2>{t("certificates:my.claims.title")}</h2>
        <p className="quiet">{t("certificates:my.claims.text")}</p>
        <p>
          <a className="btn line" href={publicPath(locale, "/verify")}>
            {t("certificates:my.claims.link")}
          </a>
        </p>
      </div>
    </section>
  );
}
