/** Where the pages of a preview stand: nothing on them is sent or measured, and their links stay among them. */
export interface PreviewPlace {
  /** Address of the previewed track's page. */
  readonly href: string;
  /** What stands behind every address of the preview: "?language=de", or nothing. */
  readonly query: string;
}

/** Address of a lesson as seen from a page of its track: the learner's, or another page of the same preview. */
export function lessonHref(
  page: { readonly trackSlug: string; readonly preview?: PreviewPlace | undefined },
  lessonId: string,
): string {
  return page.preview === undefined
    ? `/learn/${page.trackSlug}/${lessonId}`
    : `${page.preview.href}/${lessonId}${page.preview.query}`;
}
