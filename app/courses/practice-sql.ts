/**
 * SQL about the cards of a person, as `c`: true while the question is on the paper of a sitting of theirs that has not
 * ended. Such a question is not asked: its explanation would help in the sitting.
 */
export const isBeingSat = `EXISTS (
  SELECT 1 FROM Sitting s, json_each(s.paper, '$.items') i
   WHERE s.personId = c.personId AND s.endedAt IS NULL AND json_extract(i.value, '$.questionId') = c.questionId)`;

/** About five minutes: how many questions the refresher asks in a day. */
export const dailySet = 8;

/** The moment at which the day began: the refresher counts days in UTC. */
export function startOfDay(now: Date): Date {
  return new Date(now.toISOString().slice(0, 10));
}
