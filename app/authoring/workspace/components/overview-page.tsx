import { formatNumber } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { publicPath } from "../../../ui/public-path";
import type { Overview } from "../find-overview.server";

const placeOf = { essays: "essays", mistakes: "mistakes", invitations: "members" } as const;

/** The workspace's first page: what waits for this person, then how the society is doing. */
export function OverviewPage({
  overview,
  society,
  isNew,
}: {
  overview: Overview;
  society: { readonly slug: string; readonly acronym: string };
  /** The invitation has just been accepted. */
  isNew: boolean;
}) {
  const t = useTranslate();
  const locale = useLocale();
  const { waiting, figures } = overview;
  return (
    <main id="main" className="page page-top workspace-page">
      <h1>{t("societies:overview.title", { society: society.acronym })}</h1>
      {isNew ? (
        <div className="note tint">
          <p className="title">{t("societies:overview.welcome", { society: society.acronym })}</p>
        </div>
      ) : null}
      <section className="sheet" aria-labelledby="waiting">
        <h2 id="waiting">{t("societies:overview.waiting")}</h2>
        {waiting.length === 0 ? (
          <p>{t("societies:overview.nothing")}</p>
        ) : (
          <ul className="register">
            {waiting.map(({ kind, count }) => (
              <li key={kind}>
                <a className="what" href={`/society/${society.slug}/${placeOf[kind]}`}>
                  {t(`societies:overview.${kind}`, { count })}
                </a>
              </li>
            ))}
          </ul>
        )}
      </section>
      <section aria-labelledby="figures">
        <h2 id="figures">{t("societies:overview.figures")}</h2>
        <dl className="workspace-figures">
          {figures.map(({ name, count }) => (
            <div key={name}>
              <dt>{t(`societies:figure.${name}`)}</dt>
              <dd>{formatNumber(locale, count)}</dd>
            </div>
          ))}
        </dl>
      </section>
      <p>
        <a href={publicPath(locale, `/societies/${society.slug}`)}>{t("societies:overview.public")}</a>
      </p>
    </main>
  );
}
