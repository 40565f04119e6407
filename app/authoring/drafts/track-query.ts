import { z } from "zod";

/** What the list of a society's tracks is asked for; it lives in the address. Anything unreadable counts as not asked. */
const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type TrackQuery = z.infer<typeof Query>;

export function readTrackQuery(url: string): TrackQuery {
  return Query.parse(Object.fromEntries(new URL(url).searchParams));
}

/** The address's part behind the path: empty where nothing is asked. */
export function writeTrackQuery({ q, page }: TrackQuery): string {
  const asked = new URLSearchParams();
  if (q !== "") asked.set("q", q);
  if (page > 1) asked.set("page", String(page));
  return asked.size === 0 ? "" : `?${asked.toString()}`;
}
