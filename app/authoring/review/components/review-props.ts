import type { ReviewPageData } from "../review-page.server";
import type { ReviewRefusal } from "../review-step.server";
import type { TrackOfPage } from "./track-of-page";

/** What the page says to a form that it did not take. */
interface ReviewAnswer {
  readonly refused: ReviewRefusal | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

export interface ReviewProps {
  readonly page: ReviewPageData & { readonly track: TrackOfPage; readonly timeZone: string };
  readonly answer: ReviewAnswer;
}
