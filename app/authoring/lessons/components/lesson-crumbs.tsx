import { useTranslate } from "../../../i18n/use-translate";

/** Which text a page is about. */
export interface TextPlace {
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly language: string;
}

/** Address of a lesson's text in the workspace. */
export function textPath(
  place: Pick<TextPlace, "societySlug" | "trackSlug" | "lessonId" | "language">,
  rest = "",
): string {
  const { societySlug, trackSlug, lessonId, language } = place;
  return `/society/${societySlug}/tracks/${trackSlug}/lessons/${lessonId}/text/${language}${rest}`;
}

/** The way back to the track, and from the history to the text. */
export function LessonCrumbs({ place, withText = false }: { place: TextPlace; withText?: boolean }) {
  const t = useTranslate();
  return (
    <nav aria-label={t("lessonEditor:crumbs")}>
      <ol className="crumbs">
        <li>
          <a href={`/society/${place.societySlug}/tracks/${place.trackSlug}`} lang={place.language}>
            {place.trackTitle}
          </a>
        </li>
        {withText ? (
          <li>
            <a href={textPath(place)} lang={place.language}>
              {place.lessonTitle}
            </a>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}
