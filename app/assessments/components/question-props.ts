import type { Response } from "../../../quizzes/engine/model";
import type { ShownQuestion } from "../sitting-facts";

/** What every kind of question gets: the question as shown, the answer so far, and where a change goes. */
export interface QuestionProps<K extends ShownQuestion["kind"]> {
  readonly question: Extract<ShownQuestion, { kind: K }>;
  readonly response: Response | null;
  readonly onAnswer: (response: Response | null) => void;
  /** Only to be looked at: what a disabled fieldset doesn't reach (the layers of pictures) does nothing. */
  readonly isOff?: boolean;
}
