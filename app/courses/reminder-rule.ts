/** How a reminder is kept in the audit trail, which is also what the weekly limit reads. */
export const reminderAction = "participant.remind";
export const enrolmentSubject = (enrolmentId: string) => `enrolment:${enrolmentId}`;

const weekMs = 7 * 86_400_000;

/** When the next reminder may go out; null when that is now. */
export function nextReminderAt(lastSentAt: Date | null, now: Date): Date | null {
  if (lastSentAt === null) return null;
  const next = new Date(lastSentAt.getTime() + weekMs);
  return next > now ? next : null;
}
