import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { findTrackPage } from "../courses/find-track-page.server";
import { type Availability, renewAccessCode, setAvailability } from "./set-availability.server";

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

const hour = 3_600_000;

dbTest(
  "a track can be prepared before it is published, and is had that way from its first edition on",
  async (context) => {
    const { given, db, now, transact } = context;
    const society = await given.society();
    const bare = { id: "bare", slug: "bare", societyId: society.id };
    await transact((tx) => tx.track.create({ data: { ...bare, availability: "open" } }));
    const ask = { societyId: society.id, actorId: null, trackSlug: "bare", now };
    expect(await setAvailability({ ...ask, availability: { is: "invited" } })).toEqual({ ok: true, slug: "bare" });
    await given.edition({ track: bare });
    expect(await db.track.findFirst()).toMatchObject({ availability: "invited" });
    const page = findTrackPage({ trackSlug: "bare", personId: null, locale: "en" });
    expect(page?.state === "published" && page.view()).toMatchObject({ isInvited: true, isListed: false });
  },
);

dbTest("the first time by invitation makes a code, which stays until it is renewed", async ({ given, db, now }) => {
  const { track } = await given.edition();
  const ask = { societyId: track.societyId, actorId: null, trackSlug: track.slug, now };
  const set = (is: "open" | "invited") => setAvailability({ ...ask, availability: { is } });
  const code = async () => (await db.track.findFirstOrThrow()).accessCode;
  expect(await renewAccessCode(ask)).toEqual({ ok: false, reason: "not-there" });
  await set("invited");
  const first = await code();
  expect(first).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  await set("open");
  await set("invited");
  expect(await code()).toBe(first);
  const stranger = await given.society();
  expect(await renewAccessCode({ ...ask, societyId: stranger.id })).toEqual({ ok: false, reason: "not-there" });
  expect(await renewAccessCode(ask)).toEqual({ ok: true });
  const second = await code();
  expect(second).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
  expect(second).not.toBe(first);
  const events = await db.auditEvent.findMany();
  expect(events.map(({ action }) => action).sort()).toEqual([
    "track.access-code",
    ...Array<string>(3).fill("track.availability"),
  ]);
  for (const { details } of events) expect([first, second].some((one) => details.includes(one ?? "none"))).toBe(false);
});

dbTest("an opening is on record with its moment, has a job for it, and lies ahead", async ({ given, db, now }) => {
  const { track } = await given.edition();
  const set = (availability: Availability) =>
    setAvailability({ societyId: track.societyId, actorId: null, trackSlug: track.slug, availability, now });
  expect(await set({ is: "open", opensAt: now })).toEqual({ ok: false, reason: "opens-past" });
  expect(await db.job.count()).toBe(0);
  const opensAt = new Date(now.getTime() + hour);
  for (let click = 1; click <= 2; click++)
    expect(await set({ is: "open", opensAt })).toEqual({ ok: true, slug: track.slug });
  expect(await db.job.findMany()).toMatchObject([{ name: "track.open", runAt: opensAt }]);
  const [event, ...more] = await db.auditEvent.findMany();
  expect(JSON.parse(event?.details ?? "")).toEqual({ from: "open", to: "open", opensAt: opensAt.toISOString() });
  expect(more).toEqual([]);
  await set({ is: "withdrawn", reason: "A figure is wrong" });
  expect(await db.track.findFirst()).toMatchObject({ opensAt: null, withdrawnReason: "A figure is wrong" });
});
