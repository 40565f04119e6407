import { isSocietyRole, type SocietyRole } from "../auth/roles";
import { isLocale, type Locale } from "../i18n/locales";
import { statement } from "../platform/db.server";

/** An invitation that waits, as its society's admins see it. */
export interface WaitingInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: SocietyRole;
  readonly language: Locale;
  /** ISO moments. */
  readonly sentAt: string;
  readonly expiresAt: string;
  readonly isOver: boolean;
}

const waiting = statement<[string], { id: string; email: string; role: string; language: string } & Term>(`
  SELECT id, email, role, language, sentAt, expiresAt FROM SocietyInvitation
   WHERE societyId = ? AND acceptedAt IS NULL AND revokedAt IS NULL ORDER BY sentAt DESC, id`);

interface Term {
  readonly sentAt: string;
  readonly expiresAt: string;
}

/** Invitations that were neither accepted nor withdrawn, the latest first; invite-member holds their number down. */
export function listInvitations(societyId: string, now: Date): WaitingInvitation[] {
  return waiting
    .all(societyId)
    .flatMap(({ role, language, ...row }) =>
      isSocietyRole(role) && isLocale(language)
        ? [{ ...row, role, language, isOver: new Date(row.expiresAt) <= now }]
        : [],
    );
}
