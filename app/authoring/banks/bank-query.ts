import { z } from "zod";
import { questionKinds } from "./kinds";

/** What a list of questions is asked for; it lives in the address. Anything unreadable counts as not asked. */
const Query = z.object({
  q: z.string().trim().max(200).catch(""),
  kind: z.enum(["", ...questionKinds]).catch(""),
  topic: z.string().trim().max(80).catch(""),
  difficulty: z.enum(["", "1", "2", "3"]).catch(""),
  state: z.enum(["used", "retired", "all"]).catch("used"),
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type BankQuery = z.infer<typeof Query>;
export const questionStates = ["used", "retired", "all"] as const satisfies readonly BankQuery["state"][];

export function readBankQuery(url: string): BankQuery {
  return Query.parse(Object.fromEntries(new URL(url).searchParams));
}

/** The address's part behind the path: empty where nothing is asked. */
export function writeBankQuery(query: BankQuery): string {
  const { q, kind, topic, difficulty, state, page } = query;
  const asked = {
    q,
    kind,
    topic,
    difficulty,
    state: state === "used" ? "" : state,
    page: page === 1 ? "" : String(page),
  };
  const search = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== "")).toString();
  return search === "" ? "" : `?${search}`;
}
