import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { findTrackPage } from "../courses/find-track-page.server";
import { setAvailability } from "./set-availability.server";

dbTest("a withdrawn track says so on its public page at once, with the reason, and is on record", async (context) => {
  const { given, db, now } = context;
  const { track } = await given.edition();
  const page = () => findTrackPage({ trackSlug: track.slug, personId: null, locale: "en" });
  expect(page()).toMatchObject({ state: "published" });
  const input = { societyId: track.societyId, actorId: null, trackSlug: track.slug, now };
  const withdraw = () => setAvailability({ ...input, availability: { is: "withdrawn", reason: " Out of date. " } });
  expect(await withdraw()).toEqual({ ok: true, slug: track.slug });
  const shown = page();
  expect(shown?.state === "withdrawn" && shown.view()).toMatchObject({ reason: "Out of date." });
  await withdraw();
  expect(await db.auditEvent.findMany()).toMatchObject([
    { action: "track.availability", subject: `track:${track.slug}` },
  ]);
  await setAvailability({ ...input, availability: { is: "open" } });
  expect(page()).toMatchObject({ state: "published" });
  expect(await db.track.findFirst()).toMatchObject({ availability: "open", withdrawnReason: null });
});

dbTest(
  "another society's track is not there, and nothing is withdrawn without a reason",
  async ({ given, now, db }) => {
    const { track } = await given.edition();
    const ask = { actorId: null, trackSlug: track.slug, now };
    const stranger = await given.society();
    expect(await setAvailability({ ...ask, societyId: stranger.id, availability: { is: "unlisted" } })).toEqual({
      ok: false,
      reason: "not-there",
    });
    const withdrawn = { is: "withdrawn", reason: " " } as const;
    expect(await setAvailability({ ...ask, societyId: null, availability: withdrawn })).toEqual({
      ok: false,
      reason: "reason-missing",
    });
    expect(await db.track.findFirst()).toMatchObject({ availability: "open" });
  },
);
