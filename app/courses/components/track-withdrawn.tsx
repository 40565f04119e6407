import { useTranslate } from "../../i18n/use-translate";
import { slot } from "../../platform/slot";
import type { Place, WithdrawnTrack } from "../find-track-page.server";
import { TrackCrumbs } from "./track-page";

/** What is left of a track that its society took back. Who is enrolled may finish it. */
export function TrackWithdrawn({ track, place, isEnded }: { track: WithdrawnTrack; place: Place; isEnded: boolean }) {
  const t = useTranslate();
  const isLearner = !isEnded && (place === "enrolled" || place === "complete");
  return (
    <main id="main" className="page">
      <TrackCrumbs society={track.society} />
      <article className="sheet track-gone">
        <p className="ident" lang={track.language}>
          {track.title}
        </p>
        <h1>{t("catalogue:track.withdrawn.title")}</h1>
        <p className="lead">{t("catalogue:track.withdrawn.text", { society: track.society.name })}</p>
        {track.reason === null ? null : (
          <dl className="facts">
            <dt>{t("catalogue:track.withdrawn.reason")}</dt>
            <dd>{track.reason}</dd>
          </dl>
        )}
        {isLearner ? (
          <>
            <p>
              {t("catalogue:track.withdrawn.enrolled")} {slot("progress.sentence")}
            </p>
            <p>
              <a className="btn main" href={`/learn/${track.slug}`}>
                {t("catalogue:track.goOn")}
              </a>
            </p>
          </>
        ) : null}
      </article>
    </main>
  );
}
