import { z } from "zod";
import type { Availability } from "../set-availability.server";
import { fromLocalTime } from "./local-time";

export const availabilities = ["open", "unlisted", "invited", "withdrawn"] as const;

/** What is wrong, by the field that it stands beside. */
export interface AccessFaults {
  readonly opens?: "unreadable" | "past" | undefined;
  readonly reason?: "missing" | "long" | undefined;
}

const Set = z.object({
  intent: z.literal("set"),
  availability: z.enum(availabilities),
  /** A local time in the editor's zone, or "". */
  opens: z.string().max(40).catch("?").default(""),
  reason: z.string().default(""),
  /** Withdrawing was asked back and confirmed. */
  confirmed: z.literal("yes").optional(),
});

export const AccessForm = z.discriminatedUnion("intent", [Set, z.object({ intent: z.literal("renew") })]);
export type AccessWish = z.infer<typeof Set>;

/** Longest reason, in characters: it is a sentence or two on the track's page. */
const reasonLength = 500;

/** Only the field that belongs to the choice is looked at. */
export function readAccess(
  { availability: is, opens, reason }: Pick<AccessWish, "availability" | "opens" | "reason">,
  timeZone: string,
): { ok: true; availability: Availability } | { ok: false; faults: AccessFaults } {
  if (is === "withdrawn") {
    if (reason === "") return { ok: false, faults: { reason: "missing" } };
    if (reason.length > reasonLength) return { ok: false, faults: { reason: "long" } };
    return { ok: true, availability: { is, reason } };
  }
  if (opens === "") return { ok: true, availability: { is } };
  const opensAt = fromLocalTime(opens, timeZone);
  if (opensAt === null) return { ok: false, faults: { opens: "unreadable" } };
  return { ok: true, availability: { is, opensAt } };
}
