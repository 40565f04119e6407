import type { z } from "zod";
import { renewAccessCode, setAvailability } from "../set-availability.server";
import { type AccessFaults, type AccessForm, type AccessWish, readAccess } from "./access-form";

type Typed = Pick<AccessWish, "availability" | "opens" | "reason">;

export type AccessChanged =
  | { readonly is: "done" }
  | { readonly is: "not-there" }
  /** Withdrawing has to be confirmed first. */
  | { readonly is: "asks"; readonly typed: Typed }
  | { readonly is: "faulty"; readonly faults: AccessFaults; readonly typed: Typed };

/**
 * Does what the form of the access page asks for.
 * @param about.societyId from a guard that proved an editor
 * @param timeZone the editor's, in which an opening was typed
 */
export async function changeAccess(
  about: { societyId: string; actorId: string; trackSlug: string; now: Date },
  form: z.infer<typeof AccessForm>,
  timeZone: string,
): Promise<AccessChanged> {
  if (form.intent === "renew") return { is: (await renewAccessCode(about)).ok ? "done" : "not-there" };
  const { availability, opens, reason, confirmed } = form;
  const typed = { availability, opens, reason };
  const read = readAccess(form, timeZone);
  if (!read.ok) return { is: "faulty", faults: read.faults, typed };
  if (availability === "withdrawn" && confirmed === undefined) return { is: "asks", typed };
  const set = await setAvailability({ ...about, availability: read.availability });
  if (set.ok) return { is: "done" };
  switch (set.reason) {
    case "not-there":
      return { is: "not-there" };
    case "reason-missing":
      return { is: "faulty", faults: { reason: "missing" }, typed };
    case "opens-past":
      return { is: "faulty", faults: { opens: "past" }, typed };
  }
}
