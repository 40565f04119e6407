/**
 * Who has a text open, by what their pages tell every few seconds. It is a courtesy, not a lock, so it lives in memory:
 * a restart or a second process forgets it, and the next heartbeat brings it back.
 */

export interface Presence {
  readonly trackId: string;
  readonly lessonId: string;
  readonly language: string;
  readonly personId: string;
  readonly name: string;
}

/** A page tells every 20 seconds; after two that did not come the person is gone. */
const secondsUntilGone = 50;
const mostTexts = 2_000;

const open = new Map<string, Map<string, { name: string; until: number }>>();

/** Notes that somebody has the text open. @returns the names of the others who have, in the order of the alphabet */
export function notePresence({ trackId, lessonId, language, personId, name }: Presence, now: Date): string[] {
  const key = `${trackId}/${lessonId}/${language}`;
  const people = open.get(key) ?? new Map<string, { name: string; until: number }>();
  for (const [id, { until }] of people) if (until < now.getTime()) people.delete(id);
  people.set(personId, { name, until: now.getTime() + secondsUntilGone * 1000 });
  // The text that was told last stands last, so the first one is the longest silent.
  open.delete(key);
  open.set(key, people);
  const [oldest] = open.keys();
  if (open.size > mostTexts && oldest !== undefined) open.delete(oldest);
  const others = [...people].filter(([id]) => id !== personId).map(([, person]) => person.name);
  return others.sort((a, b) => a.localeCompare(b));
}
