import { recordEvent } from "../audit/record-event.server";
import { type Transaction, transact } from "../platform/db.server";
import type { ProfileInput } from "./schemas";

/** Saves what a person says about themselves. Certificates that were issued keep the name of their day. */
export async function saveProfile(input: { personId: string; form: ProfileInput; now: Date }): Promise<void> {
  const { personId, form, now } = input;
  await transact(async (tx) => {
    const before = await tx.person.findUniqueOrThrow({ where: { id: personId }, select: { certificateName: true } });
    await tx.person.update({
      where: { id: personId },
      data: {
        certificateName: form.name,
        profession: form.profession,
        country: form.country,
        locale: form.language,
        timeZone: form.timeZone,
        registrationNumber: form.registrationNumber === "" ? null : form.registrationNumber,
        theme: form.theme,
      },
    });
    if (before.certificateName !== form.name) await takeBackConfirmations(tx, personId, now);
  });
}

/** "I am the person named" was said of the old name: it doesn't hold for certificates that are still to come. */
async function takeBackConfirmations(tx: Transaction, personId: string, now: Date): Promise<void> {
  const { count } = await tx.enrolment.updateMany({
    where: { personId, completedAt: null, NOT: { identityConfirmed: null } },
    data: { identityConfirmed: null },
  });
  await recordEvent(tx, {
    actorId: personId,
    action: "account.rename",
    subject: `person:${personId}`,
    details: { confirmationsTakenBack: count },
    now,
  });
}
