import { useTranslate } from "../../../i18n/use-translate";
import type { Obstacle } from "../approval-rule";
import { trackPath } from "../../drafts/components/track-words";
import type { TrackOfPage } from "./track-of-page";

/** What still has to happen before the track can be published. */
export function Obstacles({ track, obstacles }: { track: TrackOfPage; obstacles: readonly Obstacle[] }) {
  const t = useTranslate();
  if (obstacles.length === 0) return null;
  return (
    <div className="note">
      <p className="title">{t("review:obstacles.title")}</p>
      <ul>
        {obstacles.map((obstacle) => (
          <li key={obstacle}>
            <a href={trackPath(track.societySlug, track.slug, obstacle === "errors-open" ? "/checks" : "/review")}>
              {t(`review:obstacle.${obstacle}`)}
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
