import { db, transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { bumpCatalogue } from "./bump-catalogue.server";

export interface SocietyFacts {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly website: string;
  readonly description: string;
  /** Its content is shown as neither issued nor endorsed by it. */
  readonly isDemonstration: boolean;
}

/**
 * Registers a shipped society. One that is there stays as it is: its admins may have changed its name since.
 * @returns its id
 */
export async function registerSociety(facts: SocietyFacts): Promise<string> {
  const known = await db.society.findUnique({ where: { slug: facts.slug }, select: { id: true } });
  if (known !== null) return known.id;
  return transact(async (tx) => {
    const { id } = await tx.society.create({ data: { id: newId(), ...facts }, select: { id: true } });
    await bumpCatalogue(tx);
    return id;
  });
}
