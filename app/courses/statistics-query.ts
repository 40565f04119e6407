import { z } from "zod";

/** In which order the questions of a quiz stand. */
export const itemOrders = ["key", "facility", "correlation", "time"] as const;
export const itemSelections = ["all", "enough", "flagged"] as const;

/** What the address of a quiz's statistics may hold. Whatever can't be read counts as not said. */
const StatisticsQuery = z.object({
  /** First attempts only, or every one. */
  attempts: z.enum(["first", "all"]).catch("first"),
  show: z.enum(itemSelections).catch("all"),
  sort: z.enum(itemOrders).catch("key"),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  /** Revision id of the question that is shown in full; "" for none. */
  item: z.string().max(64).catch(""),
  as: z.enum(["page", "csv"]).catch("page"),
});
export type StatisticsQuery = z.infer<typeof StatisticsQuery>;

const unsaid = StatisticsQuery.parse({});

export function readStatisticsQuery(address: string): StatisticsQuery {
  return StatisticsQuery.parse(Object.fromEntries(new URL(address).searchParams));
}

/** The query part of an address, with its question mark. */
export function writeStatisticsQuery(query: StatisticsQuery): string {
  const said = Object.entries(query).filter(([name, value]) => value !== unsaid[name as keyof StatisticsQuery]);
  return `?${new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString()}`;
}
