/** Which text a page is about. */
interface TextPlace {
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly language: string;
}

/** Address of a lesson's text in the workspace. */
export function textPath({ societySlug, trackSlug, lessonId, language }: TextPlace, rest = ""): string {
  return `/society/${societySlug}/tracks/${trackSlug}/lessons/${lessonId}/text/${language}${rest}`;
}

/** Address of the lesson as learners would find it, in the same language. */
export function previewPath({ societySlug, trackSlug, lessonId, language }: TextPlace): string {
  return `/society/${societySlug}/tracks/${trackSlug}/preview/${lessonId}?language=${language}`;
}
