import { present, type PresentedQuestion } from "../../quizzes/engine/present";
import { ResponseSchema } from "../../quizzes/response-schema";
import { renderInline } from "../markup/render-inline.server";
import { db } from "../platform/db.server";
import { getQuestion, type QuestionTexts } from "./question-store.server";
import { readSitting, type SittingRow, type Subject } from "./sitting";
import type { SittingItem } from "./sitting-facts";

/** The person's sitting of a subject by its number, or null. */
export async function findSitting(input: {
  personId: string;
  subject: Subject;
  number: number;
}): Promise<SittingRow | null> {
  const row = await db.sitting.findFirst({
    where: {
      personId: input.personId,
      subjectKind: input.subject.kind,
      subjectRef: input.subject.ref,
      number: input.number,
    },
  });
  return row === null ? null : readSitting(row);
}

/** Every sitting of a subject, the first one first. */
export async function listSittings(input: { personId: string; subject: Subject }): Promise<SittingRow[]> {
  const rows = await db.sitting.findMany({
    where: { personId: input.personId, subjectKind: input.subject.kind, subjectRef: input.subject.ref },
    orderBy: { number: "asc" },
    take: 200,
  });
  return rows.map(readSitting);
}

/**
 * All that the browser gets before the sitting is over: what `present` names, nothing else. `lastQuestionId` is the
 * question that was answered last on any device.
 */
export async function presentSitting(
  sitting: SittingRow,
  texts: QuestionTexts,
): Promise<{ items: SittingItem[]; lastQuestionId: string | null }> {
  const events = await db.answerEvent.findMany({
    where: { sittingId: sitting.id, late: false },
    orderBy: { id: "asc" },
  });
  const answers = new Map(
    events.map((event) => [event.questionId, ResponseSchema.nullable().parse(JSON.parse(event.response))]),
  );
  const items = sitting.paper.items.map((item) => ({
    question: withHtml(present(getQuestion(item.revisionId), texts[item.questionId] ?? null, item.optionOrder)),
    response: answers.get(item.questionId) ?? null,
  }));
  return { items, lastQuestionId: events.at(-1)?.questionId ?? null };
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
