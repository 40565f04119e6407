import { recordEvent } from "../../audit/record-event.server";
import type { JobPayload } from "../../jobs/catalogue";
import { transact } from "../../platform/db.server";
import { bumpCatalogue } from "../../societies/bump-catalogue.server";

/**
 * Shows a track whose moment has come: lists and kept pages know it from now on. One whose opening was put off, taken
 * back or has been shown already stays as it is. Enrolling waits for no job (courses/enrol-learner).
 */
export async function openTrackJob({ trackId }: JobPayload<"track.open">, now: Date): Promise<void> {
  await transact(async (tx) => {
    const due = { id: trackId, opensAt: { lte: now } };
    const track = await tx.track.findFirst({ where: due, select: { slug: true, opensAt: true } });
    if (track === null) return;
    await tx.track.update({ where: { id: trackId }, data: { opensAt: null } });
    await bumpCatalogue(tx);
    const event = { actorId: null, action: "track.opened", subject: `track:${track.slug}`, now };
    await recordEvent(tx, { ...event, details: { opensAt: track.opensAt?.toISOString() ?? null } });
  });
}
