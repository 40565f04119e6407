import { z } from "zod";

/** Which participants a society looks at. `stopped`: begun, not complete, and no step for 90 days. */
export const participantStates = ["enrolled", "complete", "not-started", "stopped"] as const;

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the address of the list may hold. Whatever can't be read counts as not said. */
export const ParticipantQuery = z.object({
  /** Slug of one track; "" for all of the society's tracks. */
  track: z.string().max(100).regex(slug).catch(""),
  /** Words of a name, or a whole e-mail address. */
  q: z.string().trim().max(254).catch(""),
  state: z.enum(participantStates).catch("enrolled"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type ParticipantQuery = z.infer<typeof ParticipantQuery>;

export function readParticipantQuery(address: string): ParticipantQuery {
  return ParticipantQuery.parse(Object.fromEntries(new URL(address).searchParams));
}

/** The query part of an address, with its question mark; "" when it says nothing. */
export function writeParticipantQuery(query: ParticipantQuery): string {
  const said = new URLSearchParams();
  if (query.track !== "") said.set("track", query.track);
  if (query.q !== "") said.set("q", query.q);
  if (query.state !== "enrolled") said.set("state", query.state);
  if (query.page > 1) said.set("page", String(query.page));
  return said.size === 0 ? "" : `?${said.toString()}`;
}
