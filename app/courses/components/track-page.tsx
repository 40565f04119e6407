import { formatDate } from "../../i18n/format";
import { languageName } from "../../i18n/format-list";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { publicPath } from "../../ui/public-path";
import type { TrackView } from "../view-track.server";
import { TrackAuthors, TrackSources } from "./track-authors";
import { type Standing, TrackSide } from "./track-facts";
import { TrackLessons, TrackOutcomes, TrackWedge } from "./track-lessons";

/** Everything that somebody needs to know before enrolling, the interests of the authors among it. */
export function TrackPage({ track, standing }: { track: TrackView; standing: Standing }) {
  const t = useTranslate();
  return (
    <main id="main" className="page">
      <TrackCrumbs society={track.society} />
      <TrackHead track={track} />
      <div className="track-columns">
        <TrackSide track={track} standing={standing} />
        <div className="track-main">
          <TrackWedge track={track} place={standing.place} />
          <TrackOutcomes track={track} />
          <TrackLessons track={track} />
          <section className="track-about">
            <div>
              <h2>{t("catalogue:track.audience")}</h2>
              <p lang={track.language}>{track.audience}</p>
            </div>
            <div>
              <h2>{t("catalogue:track.needs")}</h2>
              <p lang={track.language}>{track.needs}</p>
            </div>
          </section>
          <TrackAuthors track={track} />
          <TrackSources track={track} />
        </div>
      </div>
    </main>
  );
}

export function TrackCrumbs({ society }: { society: { readonly slug: string; readonly name: string } }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <nav aria-label={t("catalogue:track.where")}>
      <ol className="crumbs">
        <li>
          <a href={publicPath(locale, "/catalogue")}>{t("catalogue:list.title")}</a>
        </li>
        <li>
          <a href={publicPath(locale, `/societies/${society.slug}`)}>{society.name}</a>
        </li>
      </ol>
    </nav>
  );
}

function TrackHead({ track }: { track: TrackView }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <header className="track-head">
      <div className="row">
        <abbr className="lm l" title={t(`common:modality.${track.modality}`)}>
          {track.modality}
        </abbr>
        <ul className="ident">
          <li>
            <b>{track.society.name}</b>
            {track.society.isDemonstration ? ` (${t("catalogue:demonstration")})` : ""}
          </li>
          <li>
            {track.editionNumber === null
              ? t("preview:draft")
              : t("catalogue:track.edition", {
                  number: track.editionNumber,
                  date: formatDate(locale, track.publishedAt),
                })}
          </li>
          {track.isListed ? null : <li>{t("catalogue:track.unlisted")}</li>}
        </ul>
      </div>
      <h1 lang={track.language}>{track.title}</h1>
      <p className="lead" lang={track.language}>
        {track.summary}
      </p>
      {track.language === locale ? null : (
        <p className="note small">
          {t("catalogue:track.onlyEnglish", { language: languageName(locale, track.language) })}
        </p>
      )}
    </header>
  );
}
