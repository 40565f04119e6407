import type { Question } from "../../../quizzes/engine/model";
import { renderInline } from "../../markup/render-inline.server";
import { renderQuestion } from "../../markup/render-question.server";

/** Fields that hold Markdown, wherever in a question they stand. */
const texts = new Set(["stem", "explanation", "text", "why", "feedback", "hypothesis", "finding", "model"]);

/** Parts of a question that learners read with tables, lists and pictures; every other text is inline. */
const blocks = new Set(["stem", "explanation", "options", "why", "model", "feedback"]);

/**
 * The same question with safe HTML in the place of its Markdown, rendered as learners get it, for pages of its authors.
 * Accepted texts stay as typed: a learner types them so.
 */
export function questionHtml(question: Question): Question {
  const parts = Object.entries(question).map(([name, value]): [string, unknown] => {
    const render = blocks.has(name) ? renderQuestion : renderInline;
    return [name, rendered(value, name, { render, isAccepted: name === "answers" })];
  });
  // Only strings change, and each into a string, so the shape stays.
  return Object.fromEntries(parts) as unknown as Question;
}

interface Way {
  readonly render: (markdown: string) => string;
  readonly isAccepted: boolean;
}

function rendered(value: unknown, name: string, way: Way): unknown {
  if (typeof value === "string") {
    const isMarkdown = way.isAccepted ? name === "feedback" : texts.has(name) || name === "true" || name === "false";
    return isMarkdown ? way.render(value) : value;
  }
  if (Array.isArray(value)) return value.map((entry) => rendered(entry, name, way));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, entry]) => [
      inner,
      rendered(entry, inner, { ...way, isAccepted: way.isAccepted || inner === "answers" }),
    ]),
  );
}
