import { transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";

/**
 * Takes a question out of use, or back into it. Papers that hold it stay as they are.
 * @returns false where this society has no such question
 */
export async function retireQuestion(input: {
  societyId: string;
  bankSlug: string;
  key: string;
  retired: boolean;
  actorId: string;
  now: Date;
}): Promise<boolean> {
  const { societyId, bankSlug, key, retired, now } = input;
  return transact(async (tx) => {
    const found = await tx.question.findFirst({
      where: { key, bank: { slug: bankSlug, societyId } },
      select: { id: true, retiredAt: true },
    });
    if (found === null) return false;
    if ((found.retiredAt !== null) === retired) return true;
    await tx.question.update({ where: { id: found.id }, data: { retiredAt: retired ? now : null } });
    await tx.auditEvent.create({
      data: {
        id: newId(),
        at: now,
        actorId: input.actorId,
        action: retired ? "question.retire" : "question.restore",
        subject: `bank:${bankSlug}`,
        details: JSON.stringify({ key }),
      },
    });
    return true;
  });
}
