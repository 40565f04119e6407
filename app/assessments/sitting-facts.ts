import type { Blueprint, Response } from "../../quizzes/engine/model";
import type { PresentedQuestion, PublicGap } from "../../quizzes/engine/present";
import type { HtmlPart } from "../markup/html-parts";
import type { ExplainedItem } from "./explain-sitting.server";

/** A question as its view takes it: texts are safe HTML, those of list boxes plain; a cloze is cut at its gaps. */
export type ShownQuestion =
  | Exclude<PresentedQuestion, { kind: "cloze" }>
  | {
      readonly kind: "cloze";
      readonly id: string;
      /** Empty: the text is in the parts. */
      readonly stem: "";
      readonly parts: readonly HtmlPart[];
      readonly gaps: readonly PublicGap[];
    };

/** One question of a running sitting, and the learner's latest answer. */
export interface SittingItem {
  readonly question: ShownQuestion;
  readonly response: Response | null;
  /** Whole marks that it is worth. */
  readonly marks: number;
  /** Its explanation, once the learner has checked the answer; from then on it can't be changed. */
  readonly explained: ExplainedItem | null;
}

/** When right and wrong are shown. */
export type Feedback = NonNullable<Blueprint["feedback"]>;

/** What the page of a running sitting is made of. */
export interface SittingFacts {
  readonly sittingId: string;
  readonly number: number;
  readonly attempts: number | null;
  readonly modality: string;
  readonly lessonNumber: number;
  readonly lessonTitle: string;
  readonly language: "en" | "de" | "fr" | "es" | "it";
  readonly passPercent: number;
  readonly feedback: Feedback;
  /** Learners say how sure they are. */
  readonly certainty: boolean;
  readonly layout: "one" | "all";
  readonly deadlineAt: string | null;
  readonly serverNow: string;
  readonly items: readonly SittingItem[];
  /** Questions that the learner wants to look at again. */
  readonly flags: readonly string[];
  readonly startAt: number;
  /** Where "leave" leads. */
  readonly lessonHref: string;
}
