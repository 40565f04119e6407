import { statement } from "../../platform/db.server";

export interface FoundBank {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
}

const bankOf = statement<[string, string], FoundBank>(
  "SELECT id, slug, title FROM Bank WHERE societyId = ? AND slug = ?",
);

/** A bank of this society, or null: another society's bank is not there. */
export function findBank(societyId: string, bankSlug: string): FoundBank | null {
  return bankOf.get(societyId, bankSlug) ?? null;
}
