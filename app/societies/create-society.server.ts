import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { bumpCatalogue } from "./bump-catalogue.server";
import type { NewSociety } from "./schemas";
import { writeInvitation } from "./write-invitation.server";

export type SocietyCreated =
  | { readonly ok: true; readonly slug: string }
  | { readonly ok: false; readonly reason: "slug-taken" };

/** A new society and the invitation of its first admin, both or neither. The actor comes from the guard of site admins. */
export function createSociety(input: { form: NewSociety; actorId: string; now: Date }): Promise<SocietyCreated> {
  const { form, actorId, now } = input;
  const { slug, name, acronym, demonstration, email, language } = form;
  return transact<SocietyCreated>(async (tx) => {
    const taken = await tx.society.findUnique({ where: { slug }, select: { id: true } });
    if (taken !== null) return { ok: false, reason: "slug-taken" };
    const id = newId();
    const facts = { slug, name, acronym, website: "", description: "", isDemonstration: demonstration };
    await tx.society.create({ data: { id, ...facts } });
    await recordEvent(tx, {
      actorId,
      action: "society.create",
      subject: `society:${id}`,
      details: { slug, demonstration },
      now,
    });
    await writeInvitation(tx, { society: { id, name }, actorId, email, role: "admin", language, now });
    await bumpCatalogue(tx);
    return { ok: true, slug };
  });
}
