import type { FormAnswer } from "../answer-form.server";
import type { OpenText } from "../open-lesson-text.server";

export type LessonTextPageData = OpenText & {
  readonly societySlug: string;
  readonly mayWrite: boolean;
  readonly timeZone: string;
  readonly isSaved: boolean;
};

/** What the plain form got back, if it was sent and something is to be said about it. */
export type TextAnswer = Exclude<FormAnswer, { state: "saved" }>;
