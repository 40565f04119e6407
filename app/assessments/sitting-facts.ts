import type { Response } from "../../quizzes/engine/model";
import type { PresentedQuestion } from "../../quizzes/engine/present";

/** One question of a running sitting with its texts as safe HTML, and the learner's latest answer. */
export interface SittingItem {
  readonly question: PresentedQuestion;
  readonly response: Response | null;
}

/** What the page of a running sitting is made of. */
export interface SittingFacts {
  readonly sittingId: string;
  readonly number: number;
  readonly attempts: number | null;
  readonly modality: string;
  readonly lessonNumber: number;
  readonly lessonTitle: string;
  readonly language: string;
  readonly passPercent: number;
  readonly deadlineAt: string | null;
  readonly serverNow: string;
  readonly items: readonly SittingItem[];
  readonly startAt: number;
  /** Where "leave" leads. */
  readonly lessonHref: string;
}
