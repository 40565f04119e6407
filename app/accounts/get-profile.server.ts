import { db } from "../platform/db.server";

const profile = {
  certificateName: true,
  profession: true,
  country: true,
  locale: true,
  timeZone: true,
  registrationNumber: true,
  theme: true,
  termsVersion: true,
  termsAcceptedAt: true,
} as const;

export interface Profile {
  readonly certificateName: string;
  readonly profession: string;
  readonly country: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly registrationNumber: string;
  readonly theme: string;
  readonly termsVersion: number;
  readonly termsAcceptedAt: string;
}

/** @throws where there is no such person: the guard has just proved that there is. */
export async function getProfile(personId: string): Promise<Profile> {
  const person = await db.person.findUniqueOrThrow({ where: { id: personId }, select: profile });
  return {
    ...person,
    registrationNumber: person.registrationNumber ?? "",
    termsAcceptedAt: person.termsAcceptedAt.toISOString(),
  };
}
