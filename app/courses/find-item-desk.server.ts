import { findOwnQuestions, type ListedRuling, listRulings, type OwnQuestion } from "./list-rulings.server";

/** What a member of a society can do about a question that its statistics show. */
export interface ItemDesk {
  /** Where the question is written; null when it isn't the society's own. */
  readonly own: OwnQuestion | null;
  readonly mayWrite: boolean;
  readonly mayRule: boolean;
  /** On this revision, the earliest first. */
  readonly rulings: readonly ListedRuling[];
}

/** @param input.rights of the member, by the rules of banks and of rulings; the society's id is a guard's */
export function findItemDesk(input: {
  societyId: string;
  revisionId: string;
  rights: Pick<ItemDesk, "mayWrite" | "mayRule">;
}): ItemDesk {
  const own = findOwnQuestions(input.societyId, [input.revisionId]).get(input.revisionId) ?? null;
  const rulings = listRulings(input.societyId, [input.revisionId]);
  return { own, rulings, ...input.rights };
}
