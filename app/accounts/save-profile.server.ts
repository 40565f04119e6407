import { transact } from "../platform/db.server";
import type { ProfileInput } from "./schemas";

/** Saves what a person says about themselves. Certificates that were issued keep the name of their day. */
export async function saveProfile(input: { personId: string; form: ProfileInput }): Promise<void> {
  const { form } = input;
  await transact((tx) =>
    tx.person.update({
      where: { id: input.personId },
      data: {
        certificateName: form.name,
        profession: form.profession,
        country: form.country,
        locale: form.language,
        timeZone: form.timeZone,
        registrationNumber: form.registrationNumber === "" ? null : form.registrationNumber,
        theme: form.theme,
      },
    }),
  );
}
