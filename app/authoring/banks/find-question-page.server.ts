import type { SocietyRole } from "../../auth/roles";
import { findBank } from "./find-bank.server";
import { findQuestion, type FoundQuestion } from "./find-question.server";
import { mayInBanks } from "./policy";
import { questionHtml } from "./question-html.server";
import { type ChangedLine, changedLines } from "./question-text";
import type { Question } from "../../../quizzes/engine/model";

export interface FoundQuestionPage {
  readonly found: FoundQuestion;
  readonly html: Question;
  readonly changes: readonly ChangedLine[] | null;
  readonly bank: { readonly slug: string; readonly title: string };
  readonly mayWrite: boolean;
  readonly mayRetire: boolean;
}

/** Everything that the page of one question shows to a member with this role, or null. */
export async function findQuestionPage(input: {
  societyId: string;
  role: SocietyRole;
  bankSlug: string;
  key: string;
  number: number | null;
  compare: boolean;
}): Promise<FoundQuestionPage | null> {
  const bank = findBank(input.societyId, input.bankSlug);
  const found = bank === null ? null : await findQuestion(input);
  if (bank === null || found === null) return null;
  const { shown, before } = found;
  return {
    found,
    html: questionHtml(shown.question),
    changes: input.compare && before !== null ? changedLines(before.question, shown.question) : null,
    bank: { slug: bank.slug, title: bank.title },
    mayWrite: mayInBanks(input.role, "write"),
    mayRetire: mayInBanks(input.role, "retire"),
  };
}
