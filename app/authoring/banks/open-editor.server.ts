import type { Kind } from "../../../quizzes/engine/model";
import type { EditAnswer } from "./edit-question.server";
import { findBank } from "./find-bank.server";
import { findQuestion } from "./find-question.server";
import type { Typed } from "./form-fields";
import { blankForm, formOf } from "./question-form";

export interface OpenEditor {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly kind: Kind;
  readonly answer: EditAnswer;
}

/** The form of a new question; null where this society has no such bank. */
export function openBlank(societyId: string, bankSlug: string, kind: Kind): OpenEditor | null {
  const bank = findBank(societyId, bankSlug);
  if (bank === null) return null;
  return { bank: { slug: bank.slug, title: bank.title }, kind, answer: untouched(blankForm(kind)) };
}

/** The form of a question's latest revision, which it remembers; null where this society has no such question. */
export async function openEditor(input: {
  societyId: string;
  bankSlug: string;
  key: string;
}): Promise<OpenEditor | null> {
  const bank = findBank(input.societyId, input.bankSlug);
  const found = bank === null ? null : await findQuestion({ ...input, number: null });
  if (bank === null || found === null) return null;
  const { question, number } = found.shown;
  return {
    bank: { slug: bank.slug, title: bank.title },
    kind: question.kind,
    answer: untouched({ ...formOf(question), base: String(number) }),
  };
}

const untouched = (typed: Typed): EditAnswer => ({
  typed,
  faults: [],
  preview: null,
  conflict: null,
  isUnchanged: false,
});
