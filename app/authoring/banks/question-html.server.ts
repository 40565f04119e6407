import type { Question } from "../../../quizzes/engine/model";
import { renderInline } from "../../markup/render-inline.server";

/** Fields that hold Markdown, wherever in a question they stand. */
const texts = new Set(["stem", "explanation", "text", "why", "feedback", "hypothesis", "finding", "model"]);

/**
 * The same question with safe HTML in the place of its Markdown, for pages of its authors. Accepted texts stay as typed:
 * a learner types them so.
 */
export function questionHtml(question: Question): Question {
  // Only strings change, and each into a string, so the shape stays.
  return rendered(question, "", false) as Question;
}

function rendered(value: unknown, name: string, isAccepted: boolean): unknown {
  if (typeof value === "string") {
    const isMarkdown = isAccepted ? name === "feedback" : texts.has(name) || name === "true" || name === "false";
    return isMarkdown ? renderInline(value) : value;
  }
  if (Array.isArray(value)) return value.map((entry) => rendered(entry, name, isAccepted));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([inner, entry]) => [inner, rendered(entry, inner, isAccepted || inner === "answers")]),
  );
}
