import { useTranslate } from "../../../i18n/use-translate";

const pages = ["outline", "settings", "checks", "review", "publish"] as const;

/** What the pages between writing and learners know of their track. */
export interface TrackHead {
  readonly slug: string;
  readonly title: string;
  readonly societySlug: string;
}

export const trackPath = ({ societySlug, slug }: Pick<TrackHead, "societySlug" | "slug">, place = "") =>
  `/society/${societySlug}/tracks/${slug}${place}`;

/** The track's name and the way to its other pages. */
export function TrackNav({ track, here }: { track: TrackHead; here: (typeof pages)[number] }) {
  const t = useTranslate();
  return (
    <nav aria-label={t("review:nav.label")} className="review-nav">
      <p className="ident" lang="en">
        <b>{track.title}</b>
      </p>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <a
              href={trackPath(track, page === "outline" ? "" : `/${page}`)}
              aria-current={page === here ? "page" : undefined}
            >
              {t(`review:nav.${page}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
