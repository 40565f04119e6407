import { numberWriter } from "../../assessments/write-number";
import { asked } from "../../../quizzes/engine/calculated";
import { mark } from "../../../quizzes/engine/mark";
import type { Response } from "../../../quizzes/engine/model";
import { present } from "../../../quizzes/engine/present";
import { type ExplainedQuestion, explainQuestion } from "../../assessments/explain-question.server";
import { findQuestion } from "./find-question.server";
import { previewValues } from "./preview-question.server";

/** What an author's trial answer would earn a learner, and what the learner would read. */
export type Tried =
  | { readonly ok: true; readonly explained: ExplainedQuestion }
  | { readonly ok: false; readonly reason: "not-there" | "not-an-answer" };

/**
 * Marks an answer to a revision as it is written, without rulings, and keeps nothing.
 * @param input.number the revision; null = the latest
 * @param input.draw which numbers a calculated question was asked with
 * @param input.words what true and false are called in the reader's language
 */
export async function tryQuestion(input: {
  societyId: string;
  bankSlug: string;
  key: string;
  number: number | null;
  draw: number;
  response: Response | null;
  words: { readonly true: string; readonly false: string };
}): Promise<Tried> {
  const found = await findQuestion(input);
  if (found === null) return { ok: false, reason: "not-there" };
  const { question } = found.shown;
  const values = previewValues(question, input.draw);
  const said = asked(question, values);
  const marked = mark(said, input.response);
  if (marked.outcome === "invalid") return { ok: false, reason: "not-an-answer" };
  const shown = present(question, null, [], values);
  const optionOrder = "options" in shown ? shown.options.map(({ id }) => id) : [];
  // Banks are written in English.
  const write = numberWriter("en");
  return {
    ok: true,
    explained: explainQuestion({ question: said, mark: marked, optionOrder, words: input.words, write }),
  };
}
