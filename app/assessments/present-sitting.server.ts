import { present, type PresentedQuestion } from "../../quizzes/engine/present";
import { renderInline } from "../markup/render-inline.server";
import { getQuestion, type QuestionTexts } from "./question-store.server";
import type { SittingRow } from "./sitting";
import type { SittingItem } from "./sitting-facts";
import { readAnswers } from "./sitting-store.server";

/**
 * All that the browser gets before the sitting is over: what `present` names, nothing else. `lastQuestionId` is the
 * question that was answered last on any device.
 */
export function presentSitting(
  sitting: SittingRow,
  texts: QuestionTexts,
): { items: SittingItem[]; lastQuestionId: string | null } {
  const { counted, lastQuestionId } = readAnswers(sitting.id);
  const items = sitting.paper.items.map((item) => ({
    question: withHtml(present(getQuestion(item.revisionId), texts[item.questionId] ?? null, item.optionOrder)),
    response: counted.get(item.questionId) ?? null,
  }));
  return { items, lastQuestionId };
}

const html = (labels: readonly { readonly id: string; readonly text: string }[]) =>
  labels.map(({ id, text }) => ({ id, text: renderInline(text) }));

function withHtml(question: PresentedQuestion): PresentedQuestion {
  const { id } = question;
  const stem = renderInline(question.stem);
  switch (question.kind) {
    case "single":
      return { kind: question.kind, id, stem, options: html(question.options) };
    case "multiple":
      return { kind: question.kind, id, stem, options: html(question.options), rule: question.rule };
    case "true-false":
      return { kind: question.kind, id, stem };
    case "numeric":
      return { kind: question.kind, id, stem, units: question.units };
    case "matching":
      // A list box shows plain text only.
      return {
        kind: question.kind,
        id,
        stem,
        left: html(question.left),
        right: question.right.map((label) => ({ id: label.id, text: plainText(renderInline(label.text)) })),
      };
    case "ordering":
      return { kind: question.kind, id, stem, items: html(question.items) };
  }
}

const named: Record<string, string> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
};

/** Text of safe HTML, for places that can't show markup. Formulas keep their symbols and lose their TeX source. */
export function plainText(safeHtml: string): string {
  return safeHtml
    .replace(/<annotation[^>]*>[\s\S]*?<\/annotation>/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/&(?:amp|lt|gt|quot|#39|#x27);/g, (entity) => named[entity] ?? entity);
}
