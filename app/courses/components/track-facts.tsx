import { formatMinutes, formatMonth, formatNumber, formatPercent } from "../../i18n/format";
import { beginLine, formatList, languageName } from "../../i18n/format-list";
import type { Locale } from "../../i18n/locales";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import { Button } from "../../ui/button";
import { usePageData } from "../../ui/page-data";
import { publicPath } from "../../ui/public-path";
import { lessonHref, type PreviewPlace } from "../preview-place";
import type { EditionOffer as Offer } from "../edition-offer.server";
import type { Place } from "../find-track-page.server";
import type { Hurdle, TrackView } from "../view-track.server";
import { EditionOffer } from "./edition-offer";
import { useDay } from "./use-day";

export interface Standing {
  /** `preview`: nobody's; a member of the society looks at the working copy. */
  readonly place: Place | "preview";
  readonly isEnded: boolean;
  readonly offer: Offer | null;
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
          <TrackAction slug={track.slug} place={standing.place} isEnded={standing.isEnded} />
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

/** The page's one primary action. */
function TrackAction({ slug, place, isEnded }: { slug: string; place: Place; isEnded: boolean }) {
  const t = useTranslate();
  // Who has completed the track keeps the way to the certificate; no lesson opens any more.
  if (isEnded) return place === "complete" ? <a href="/my/certificates">{t("catalogue:track.certificates")}</a> : null;
  switch (place) {
    case "out":
      return <JoinFirst slug={slug} />;
    case "new":
      return (
        <>
          <form method="post" action={`/learn/${slug}`}>
            <Button>{t("catalogue:track.enrol")}</Button>
          </form>
          <p className="small quiet">{t("catalogue:track.enrol.text")}</p>
        </>
      );
    case "enrolled":
      return (
        <>
          <a className="btn main" href={`/learn/${slug}`}>
            {t("catalogue:track.goOn")}
          </a>
          <p className="small quiet">{slot("progress.sentence")}</p>
        </>
      );
    case "complete":
      return (
        <>
          <a className="btn line" href={`/learn/${slug}`}>
            {t("catalogue:track.complete")}
          </a>
          <p className="small quiet">
            {t("catalogue:track.complete.text")} <a href="/my/certificates">{t("catalogue:track.certificates")}</a>
          </p>
        </>
      );
  }
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

/** For a visitor: after signing up or in, this page comes back. */
function JoinFirst({ slug }: { slug: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { signInHref } = usePageData();
  const back = encodeURIComponent(publicPath(locale, `/tracks/${slug}`));
  return (
    <>
      <a className="btn main" href={`/sign-up?next=${back}`}>
        {t("catalogue:track.enrol.out")}
      </a>
      <p className="small quiet">
        {t("catalogue:track.enrol.out.text")} {t("catalogue:track.enrol.signIn.text")}{" "}
        <a href={signInHref}>{t("catalogue:track.enrol.signIn")}</a>
      </p>
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
