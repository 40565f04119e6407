import type { Translate } from "../../i18n/translate";
import { useTranslate } from "../../i18n/use-translate";
import { Button } from "../../ui/button";
import { TextField } from "../../ui/field";
import type { ListedSociety } from "../list-all-societies.server";
import { PageLinks } from "./page-links";

interface SocietyListPage {
  readonly societies: readonly ListedSociety[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly q: string;
}

/** Every society of the site, for its admins. */
export function SocietyAdminList({ list }: { list: SocietyListPage }) {
  const t = useTranslate();
  const { q, count } = list;
  return (
    <main id="main" className="page page-top workspace-page">
      <h1>{t("societies:admin.title")}</h1>
      <p>
        <a className="btn main" href="/admin/societies/new">
          {t("societies:admin.new")}
        </a>
      </p>
      <section className="sheet" aria-labelledby="list">
        <h2 id="list">{t("societies:admin.count", { count })}</h2>
        <form className="search-line" role="search" aria-label={t("societies:admin.search")}>
          <TextField
            name="q"
            label={t("societies:admin.search")}
            typed={q}
            input={{ type: "search", maxLength: 100, spellCheck: false }}
          />
          <Button look="line">{t("societies:search")}</Button>
        </form>
        {count === 0 ? <p>{t("societies:admin.none")}</p> : <Rows societies={list.societies} />}
        <PageLinks
          page={list.page}
          pageCount={list.pageCount}
          hrefOf={(number) => `?${new URLSearchParams({ q, page: String(number) }).toString()}`}
        />
      </section>
    </main>
  );
}

function Rows({ societies }: Pick<SocietyListPage, "societies">) {
  const t = useTranslate();
  return (
    <ul className="register">
      {societies.map((society) => (
        <li key={society.id}>
          <div>
            <p className="what">
              <a href={`/admin/societies/${society.slug}`}>{society.name}</a>
            </p>
            <p className="hint">
              {society.acronym}, /{society.slug}
              {society.isDemonstration ? `, ${t("societies:admin.demonstration")}` : ""}
            </p>
          </div>
          <span className="hint">{standing(t, society)}</span>
        </li>
      ))}
    </ul>
  );
}

/** "3 members, 1 admin", and what is amiss where nobody manages it. */
function standing(t: Translate, { members, admins, invitedAdmins }: ListedSociety): string {
  const said = t("societies:admin.members", { count: members });
  if (admins > 0) return `${said}, ${t("societies:admin.admins", { count: admins })}`;
  return `${said}, ${t(invitedAdmins > 0 ? "societies:admin.asked" : "societies:admin.noAdmin")}`;
}
