import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";
import { ColourBand, Logo } from "../../ui/society-mark";
import type { SocietyPage } from "../find-society-page.server";
import { TrackRegister } from "./track-register";

/** A society in its own words, and what it teaches here. */
export function SocietySheet({ society, rows }: SocietyPage) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <main id="main" className="page society">
      <nav aria-label={t("catalogue:track.where")}>
        <ol className="crumbs">
          <li>
            <a href={publicPath(locale, "/societies")}>{t("catalogue:societies.title")}</a>
          </li>
        </ol>
      </nav>
      <ColourBand colour={society.colour} />
      <header className="track-head">
        <Logo logo={society.logo} isLarge />
        <p className="ident">
          <b>{society.acronym}</b>
          {society.isDemonstration ? ` (${t("catalogue:demonstration")})` : ""}
        </p>
        <h1>{society.name}</h1>
        {society.description === "" ? null : (
          <p className="lead said" lang="en">
            {society.description}
          </p>
        )}
        {society.website === "" ? null : (
          <p>
            {t("catalogue:society.website")}: <a href={society.website}>{new URL(society.website).hostname}</a>
          </p>
        )}
      </header>
      <section className="sheet" aria-labelledby="tracks">
        <h2 id="tracks">{t("catalogue:society.tracks", { society: society.acronym })}</h2>
        {rows.length === 0 ? <p>{t("catalogue:society.none")}</p> : <TrackRegister rows={rows} />}
      </section>
      {society.isDemonstration ? (
        <p className="small quiet">{t("catalogue:demonstration.society", { society: society.name })}</p>
      ) : null}
    </main>
  );
}
