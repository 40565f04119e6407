import type { Response } from "../../../quizzes/engine/model";
import type { PresentedQuestion } from "../../../quizzes/engine/present";

/** What every kind of question gets: the question as presented, the answer so far, and where a change goes. */
export interface QuestionProps<K extends PresentedQuestion["kind"]> {
  readonly question: Extract<PresentedQuestion, { kind: K }>;
  readonly response: Response | null;
  readonly onAnswer: (response: Response | null) => void;
}
