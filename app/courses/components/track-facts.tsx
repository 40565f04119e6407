import { formatMinutes, formatMonth, formatNumber, formatPercent } from "../../i18n/format";
import { beginLine, formatList, languageName } from "../../i18n/format-list";
import type { Locale } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { lessonHref, type PreviewPlace } from "../preview-place";
import type { EditionOffer as Offer } from "../edition-offer.server";
import type { Place } from "../find-track-page.server";
import type { CodeFault } from "../invitation";
import type { Hurdle, TrackView } from "../view-track.server";
import { EditionOffer } from "./edition-offer";
import { TrackAction } from "./track-action";
import { useDay } from "./use-day";

export interface Standing {
  /** `preview`: nobody's; a member of the society looks at the working copy. */
  readonly place: Place | "preview";
  readonly isEnded: boolean;
  readonly offer: Offer | null;
  /** What was wrong with the code of an invitation. */
  readonly fault: CodeFault | null;
}

/** The one sheet at the side: enrol or go on, and the facts that decide about it. */
export function TrackSide({ track, standing }: { track: TrackView; standing: Standing }) {
  const t = useTranslate();
  const isNewcomer = standing.place !== "enrolled" && standing.place !== "complete";
  return (
    <aside className="track-side" aria-label={t("catalogue:track.facts")}>
      <div className="sheet tight track-key">
        {track.preview ? (
          <PreviewAction track={track} place={track.preview} />
        ) : standing.place === "preview" ? null : (
          <TrackAction track={track} standing={{ ...standing, place: standing.place }} />
        )}
        {isNewcomer ? (
          <p className="small">
            <a href="#authors">{t("catalogue:track.interests")}</a>
          </p>
        ) : null}
        {standing.isEnded ? (
          <p className="note care small">{t("learning:ended.title")}</p>
        ) : standing.offer !== null ? (
          <EditionOffer offer={standing.offer} trackSlug={track.slug} isComplete={standing.place === "complete"} />
        ) : null}
        <Facts track={track} />
        {isNewcomer ? (
          <div className="note small">
            <p className="title">{t("catalogue:track.seen")}</p>
            <p>{t("catalogue:track.seen.text", { society: track.society.name })}</p>
          </div>
        ) : null}
      </div>
      {track.society.isDemonstration ? (
        <p className="small quiet">{t("catalogue:demonstration.society", { society: track.society.name })}</p>
      ) : null}
    </aside>
  );
}

/** Where learners enrol, a preview leads to its first lesson. */
function PreviewAction({ track, place }: { track: TrackView; place: PreviewPlace }) {
  const t = useTranslate();
  const first = track.modules.flatMap(({ lessons }) => lessons)[0];
  return (
    <>
      {first === undefined ? null : (
        <a className="btn main" href={lessonHref({ trackSlug: track.slug, preview: place }, first.id)}>
          {t("preview:first")}
        </a>
      )}
      <p className="small quiet">{t("preview:enrol")}</p>
    </>
  );
}

function Facts({ track }: { track: TrackView }) {
  const t = useTranslate();
  const locale = useLocale();
  const day = useDay();
  const languages = formatList(
    locale,
    track.languages.map((code) => languageName(locale, code)),
  );
  return (
    <dl className="facts">
      <dt>{t("catalogue:track.fact.time")}</dt>
      <dd>{formatMinutes(track.minutes)}</dd>
      <dt>{t("catalogue:track.fact.languages")}</dt>
      <dd>{beginLine(locale, languages)}</dd>
      <dt>{t("catalogue:track.fact.order")}</dt>
      <dd>{t(`catalogue:track.order.${track.order}`)}</dd>
      {track.hurdles.length > 0 ? (
        <>
          <dt>{t("catalogue:track.fact.pass")}</dt>
          <dd>
            {track.hurdles.map((hurdle) => (
              <HurdleLine key={hurdle.lesson} hurdle={hurdle} locale={locale} />
            ))}
          </dd>
        </>
      ) : null}
      <dt>{t("catalogue:track.fact.credits")}</dt>
      <dd>
        {track.creditHundredths === 0
          ? t("catalogue:track.credits.none")
          : t("catalogue:track.credits.some", {
              credits: formatNumber(locale, track.creditHundredths / 100, track.creditHundredths % 100 === 0 ? 0 : 2),
            })}
      </dd>
      <dt>{t("catalogue:track.fact.prepared")}</dt>
      <dd>{day(track.preparedOn)}</dd>
      <dt>{t("catalogue:track.fact.review")}</dt>
      <dd>
        {track.reviewBy === ""
          ? t("preview:missing.day")
          : t("catalogue:track.review", { date: formatMonth(locale, track.reviewBy) })}
      </dd>
    </dl>
  );
}

function HurdleLine({ hurdle, locale }: { hurdle: Hurdle; locale: Locale }) {
  const t = useTranslate();
  const values = { percent: formatPercent(locale, hurdle.percent), lesson: hurdle.lesson };
  if (hurdle.kind === "webinar") return <p>{t("catalogue:track.watch", values)}</p>;
  const sittings =
    hurdle.sittings === null
      ? t("catalogue:track.sittings.any")
      : t("catalogue:track.sittings", { count: hurdle.sittings });
  return <p>{t("catalogue:track.pass", { ...values, sittings })}</p>;
}
