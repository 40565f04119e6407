import { recordEvent } from "../audit/record-event.server";
import { transact } from "../platform/db.server";

export type Availability =
  | { readonly is: "open" }
  /** Not in lists and searches; whoever has the address can enrol. */
  | { readonly is: "unlisted" }
  /** Takes nobody new; the reason stands on the track's page. */
  | { readonly is: "withdrawn"; readonly reason: string };

export type AvailabilitySet = { ok: true; slug: string } | { ok: false; reason: "not-there" | "reason-missing" };

/**
 * Says who may find and take a track. Public pages show it at once: their version rises with it. The same again changes
 * nothing.
 * @param input.societyId from a guard that proved an editor; null at the server's own console, for any track
 */
export function setAvailability(input: {
  societyId: string | null;
  actorId: string | null;
  trackSlug: string;
  availability: Availability;
  now: Date;
}): Promise<AvailabilitySet> {
  const { availability, actorId, trackSlug: slug, now } = input;
  const withdrawnReason = availability.is === "withdrawn" ? availability.reason.trim() : null;
  return transact(async (tx): Promise<AvailabilitySet> => {
    const track = await tx.track.findFirst({
      where: { slug, ...(input.societyId === null ? {} : { societyId: input.societyId }) },
      select: { id: true, availability: true, withdrawnReason: true },
    });
    if (track === null) return { ok: false, reason: "not-there" };
    if (withdrawnReason === "") return { ok: false, reason: "reason-missing" };
    if (track.availability === availability.is && track.withdrawnReason === withdrawnReason) return { ok: true, slug };
    await tx.track.update({ where: { id: track.id }, data: { availability: availability.is, withdrawnReason } });
    await tx.publicVersion.upsert({
      where: { name: "catalogue" },
      create: { name: "catalogue", version: 1 },
      update: { version: { increment: 1 } },
    });
    const details = { from: track.availability, to: availability.is };
    await recordEvent(tx, { actorId, action: "track.availability", subject: `track:${slug}`, details, now });
    return { ok: true, slug };
  });
}
