import { transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { freeId, slugOf } from "./slug";

/** Makes an empty bank. Its address follows from the title; another society may have taken it, so a number may follow. */
export async function createBank(input: {
  societyId: string;
  title: string;
  actorId: string;
  now: Date;
}): Promise<{ slug: string }> {
  return transact(async (tx) => {
    const wanted = slugOf(input.title, 60, "bank");
    const taken = await tx.bank.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
    const slug = freeId(wanted, (id) => taken.some((bank) => bank.slug === id));
    await tx.bank.create({ data: { id: newId(), slug, title: input.title, societyId: input.societyId } });
    await tx.auditEvent.create({
      data: {
        id: newId(),
        at: input.now,
        actorId: input.actorId,
        action: "bank.create",
        subject: `bank:${slug}`,
        details: JSON.stringify({ title: input.title }),
      },
    });
    return { slug };
  });
}
