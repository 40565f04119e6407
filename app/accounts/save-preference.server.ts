import { transact } from "../platform/db.server";

/** Keeps the language or the theme in the person's profile, so that it follows them to other devices. */
export async function savePreference(input: {
  personId: string;
  choice: { intent: "language"; locale: string } | { intent: "theme"; theme: string };
}): Promise<void> {
  const { choice } = input;
  const change = choice.intent === "language" ? { locale: choice.locale } : { theme: choice.theme };
  await transact((tx) => tx.person.update({ where: { id: input.personId }, data: change }));
}
