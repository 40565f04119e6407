import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../../tests/support/db-test";
import { readCatalogueQuery } from "../../courses/catalogue-filters";
import { listCatalogue } from "../../courses/list-catalogue.server";
import type { JobHandlers } from "../../jobs/catalogue";
import { runDueJobs } from "../../jobs/runner.server";
import { type Availability, setAvailability } from "../set-availability.server";
import { openTrackJob } from "./open-track.job.server";

const nothing = () => Promise.resolve();
const handlers: JobHandlers = {
  "certificate.issue": nothing,
  "edition.correction-notice": nothing,
  "mail.send": nothing,
  "track.open": openTrackJob,
  "daily.upkeep": nothing,
};

const listed = () =>
  listCatalogue({ query: readCatalogueQuery(new URLSearchParams()), locale: "en" }).rows.map(({ slug }) => slug);

async function givenScheduled({ given, now }: DbTestContext) {
  const { track } = await given.edition({ slug: "soon" });
  const after = (hours: number) => new Date(now.getTime() + hours * 3_600_000);
  const set = (availability: Availability) =>
    setAvailability({ societyId: track.societyId, actorId: null, trackSlug: track.slug, availability, now });
  const run = (hours: number) => runDueJobs(handlers, () => after(hours));
  await set({ is: "open", opensAt: after(2) });
  return { after, set, run };
}

dbTest("a track comes into the lists at its moment, and not before", async (context) => {
  const { run } = await givenScheduled(context);
  expect(listed()).toEqual([]);
  expect(await run(1)).toBe(0);
  expect(await run(2)).toBe(1);
  expect(listed()).toEqual(["soon"]);
  expect(await context.db.track.findFirst()).toMatchObject({ availability: "open", opensAt: null });
  expect(await context.db.auditEvent.count({ where: { action: "track.opened" } })).toBe(1);
});

dbTest(
  "an opening that was put off waits for its new moment, and the job of the old one does nothing",
  async (context) => {
    const { run, set, after } = await givenScheduled(context);
    await set({ is: "open", opensAt: after(4) });
    expect(await run(3)).toBe(1);
    expect(listed()).toEqual([]);
    expect(await run(4)).toBe(1);
    expect(listed()).toEqual(["soon"]);
  },
);

dbTest("an opening that was moved and moved back happens", async (context) => {
  const { run, set, after } = await givenScheduled(context);
  await set({ is: "open", opensAt: after(4) });
  await set({ is: "open", opensAt: after(2) });
  await run(2);
  expect(listed()).toEqual(["soon"]);
});

dbTest("an opening that was taken back shows the track at once, and its job finds nothing to do", async (context) => {
  const { run, set } = await givenScheduled(context);
  await set({ is: "open" });
  expect(listed()).toEqual(["soon"]);
  await set({ is: "unlisted" });
  await run(2);
  expect(listed()).toEqual([]);
  expect(await context.db.auditEvent.count({ where: { action: "track.opened" } })).toBe(0);
});
