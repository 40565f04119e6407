import { db, transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";

export interface SocietyFacts {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly website: string;
  readonly description: string;
  /** Its content is shown as neither issued nor endorsed by it. */
  readonly isDemonstration: boolean;
}

/** Registers a society, or brings its facts up to date. Saving the same facts again writes nothing. @returns its id */
export async function saveSociety(facts: SocietyFacts): Promise<string> {
  const known = await db.society.findUnique({ where: { slug: facts.slug } });
  if (known !== null && isSame(known, facts)) return known.id;
  return transact(async (tx) => {
    const saved = await tx.society.upsert({
      where: { slug: facts.slug },
      create: { id: newId(), ...facts },
      update: facts,
      select: { id: true },
    });
    await tx.publicVersion.upsert({
      where: { name: "catalogue" },
      create: { name: "catalogue", version: 1 },
      update: { version: { increment: 1 } },
    });
    return saved.id;
  });
}

function isSame(known: SocietyFacts, wanted: SocietyFacts): boolean {
  const facts = ({ slug, acronym, name, website, description, isDemonstration }: SocietyFacts) =>
    JSON.stringify([slug, acronym, name, website, description, isDemonstration]);
  return facts(known) === facts(wanted);
}
