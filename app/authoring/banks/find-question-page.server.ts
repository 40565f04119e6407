import { canRule } from "../../assessments/regrade-policy";
import type { SocietyRole } from "../../auth/roles";
import { findBank } from "./find-bank.server";
import { findQuestion, type FoundQuestion } from "./find-question.server";
import { mayInBanks } from "./policy";
import { previewQuestion, type QuestionPreview } from "./preview-question.server";
import { type ChangedLine, changedLines } from "./question-text";

export interface FoundQuestionPage {
  readonly found: FoundQuestion;
  readonly preview: QuestionPreview;
  readonly changes: readonly ChangedLine[] | null;
  readonly bank: { readonly slug: string; readonly title: string };
  readonly mayWrite: boolean;
  readonly mayRetire: boolean;
  readonly mayRule: boolean;
}

/** Everything that the page of one question shows to a member with this role, or null. */
export async function findQuestionPage(input: {
  societyId: string;
  role: SocietyRole;
  bankSlug: string;
  key: string;
  number: number | null;
  compare: boolean;
  draw: number;
}): Promise<FoundQuestionPage | null> {
  const bank = findBank(input.societyId, input.bankSlug);
  const found = bank === null ? null : await findQuestion(input);
  if (bank === null || found === null) return null;
  const { shown, before } = found;
  return {
    found,
    preview: previewQuestion(shown.question, input.draw),
    changes: input.compare && before !== null ? changedLines(before.question, shown.question) : null,
    bank: { slug: bank.slug, title: bank.title },
    mayWrite: mayInBanks(input.role, "write"),
    mayRetire: mayInBanks(input.role, "retire"),
    mayRule: canRule(input.role),
  };
}
