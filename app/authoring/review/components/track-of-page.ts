/** What the pages between writing and learners know of their track. */
export interface TrackOfPage {
  readonly slug: string;
  readonly title: string;
  /** Language of the title. */
  readonly language: string;
  readonly societySlug: string;
}
