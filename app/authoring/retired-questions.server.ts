import { db } from "../platform/db.server";
import type { PublicationSource } from "./publication";

/** Keys of a bank's questions that its society has taken out of use. */
export async function findRetiredKeys(bankSlug: string, societyId: string): Promise<ReadonlySet<string>> {
  const retired = await db.question.findMany({
    where: { retiredAt: { not: null }, bank: { slug: bankSlug, societyId } },
    select: { key: true },
  });
  return new Set(retired.map(({ key }) => key));
}

/** The same source as if these questions had never been written, their translations included. */
export function withoutQuestions<Source extends PublicationSource>(source: Source, keys: ReadonlySet<string>): Source {
  if (keys.size === 0) return source;
  const { bank, bankTexts } = source;
  return {
    ...source,
    bank: { ...bank, questions: bank.questions.filter(({ id }) => !keys.has(id)) },
    bankTexts: bankTexts.map((text) => ({
      ...text,
      questions: Object.fromEntries(Object.entries(text.questions).filter(([id]) => !keys.has(id))),
    })),
  };
}
