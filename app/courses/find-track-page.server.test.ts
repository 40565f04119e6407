import { beforeAll, describe, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { registerAllMessages } from "../i18n/all-messages.server";
import { preparedReads } from "../platform/db.server";
import { findSocietyPage } from "./find-society-page.server";
import { findTrackPage } from "./find-track-page.server";
import { listSocieties } from "./list-societies.server";

beforeAll(registerAllMessages);

const find = (trackSlug: string, personId: string | null = null, locale: "en" | "de" | "it" = "en") =>
  findTrackPage({ trackSlug, personId, locale });

/** The page of a published track. */
function view(trackSlug: string, locale: "en" | "de" | "it" = "en") {
  const page = find(trackSlug, null, locale);
  if (page?.state !== "published") throw new Error(`${trackSlug} is not published`);
  return page.view();
}

describe("the page of a track", () => {
  dbTest("says what is taught, by whom, with which interests, and on what it rests", async ({ given }) => {
    const society = await given.society({ acronym: "ESR", isDemonstration: true });
    await given.edition({ slug: "a-track", societyId: society.id });
    expect(view("a-track")).toMatchObject({
      title: "Track a-track",
      society: { acronym: "ESR", isDemonstration: true },
      editionNumber: 1,
      minutes: 30,
      preparedOn: "2026-02-01",
      reviewBy: "2028-02-01",
      creditHundredths: 0,
      outcomes: [{ code: "T-K1", kind: "knowledge", text: "Outcome T-K1", lessons: [1, 2, 3] }],
      hurdles: [
        { kind: "webinar", lesson: 2, percent: 90 },
        { kind: "quiz", lesson: 3, percent: 75, sittings: 3 },
      ],
      authors: [{ name: "Ada Example", qualifications: "Physicist", interests: "None", declaredOn: "2026-01-10" }],
      references: [{ year: 2013 }],
    });
    expect(view("a-track").modules[0]).toMatchObject({ title: "Module module", minutes: 30 });
  });

  dbTest("speaks the reader's language where the track does, and English otherwise", async ({ given }) => {
    await given.edition({ slug: "a-track", languages: ["de"] });
    expect(view("a-track", "de")).toMatchObject({ language: "de", summary: "de: What the track is about" });
    expect(view("a-track", "it")).toMatchObject({ language: "en", summary: "What the track is about" });
  });

  dbTest("is not there for a track that never was, was never published, or is hidden", async ({ given, transact }) => {
    const society = await given.society();
    const { track } = await given.edition({ slug: "hidden" });
    await transact(async (tx) => {
      await tx.track.create({ data: { id: "draft", slug: "draft", societyId: society.id, availability: "open" } });
      await tx.track.update({ where: { id: track.id }, data: { availability: "scheduled" } });
      await tx.publicVersion.update({ where: { name: "catalogue" }, data: { version: { increment: 1 } } });
    });
    expect([find("absent"), find("draft"), find("hidden")]).toEqual([null, null, null]);
  });

  dbTest("is there for an unlisted track, and says so", async ({ given }) => {
    await given.edition({ slug: "quiet", availability: "unlisted" });
    expect(view("quiet").isListed).toBe(false);
  });

  dbTest("of a track by invitation asks for its code, and shows no more of it than was brought", async ({ given }) => {
    await given.edition({ slug: "inner", availability: "invited", accessCode: "7K3QZ4M8XA" });
    const bring = (code: string, fault: "wrong" | null = null) =>
      findTrackPage({ trackSlug: "inner", personId: null, locale: "en", invitation: { code, fault } });
    expect(view("inner")).toMatchObject({ isInvited: true, isWaiting: false, isListed: false });
    expect(find("inner")?.slots).toEqual({ code: "" });
    expect(bring("abc")).toMatchObject({ slots: { code: "abc" }, fault: null, key: find("inner")?.key });
    expect(bring("abc", "wrong")).toMatchObject({ fault: "wrong" });
    expect(bring("abc", "wrong")?.key).not.toBe(find("inner")?.key);
    expect(JSON.stringify([find("inner"), view("inner")])).not.toContain("7K3QZ4M8XA");
  });

  dbTest("of a track that opens later says when, on the reader's clock", async ({ given, now }) => {
    await given.edition({ slug: "later", availability: "invited", opensAt: now });
    expect(view("later")).toMatchObject({ isWaiting: true, isListed: false });
    expect(find("later")?.slots).toEqual({ opens: "2 March 2026 at 09:00 (UTC)" });
    const { id: personId } = await given.person();
    const page = findTrackPage({ trackSlug: "later", personId, locale: "de", timeZone: "America/New_York" });
    expect(page?.slots).toEqual({ opens: "2. März 2026 um 04:00 (America/New York)" });
  });

  dbTest(
    "of a track that was closed again has nothing at its door for who is enrolled",
    async ({ given, transact }) => {
      const { person, edition } = await given.enrolled({ slug: "inner" });
      await transact(async (tx) => {
        await tx.track.update({ where: { id: edition.track.id }, data: { availability: "invited" } });
        await tx.publicVersion.update({ where: { name: "catalogue" }, data: { version: { increment: 1 } } });
      });
      expect(find("inner", person.id)).toMatchObject({ state: "published", place: "enrolled", fault: null });
      expect(find("inner", person.id)?.slots).not.toHaveProperty("code");
    },
  );

  dbTest("of a withdrawn track gives the reason, and lets its learners go on", async ({ given, transact }) => {
    const { person, edition } = await given.enrolled({ slug: "gone" });
    await transact(async (tx) => {
      await tx.track.update({
        where: { id: edition.track.id },
        data: { availability: "withdrawn", withdrawnReason: "A figure is wrong" },
      });
      await tx.publicVersion.update({ where: { name: "catalogue" }, data: { version: { increment: 1 } } });
    });
    const page = find("gone", person.id);
    expect(page).toMatchObject({ state: "withdrawn", place: "enrolled" });
    expect(page?.view()).toMatchObject({ reason: "A figure is wrong", title: "Track gone" });
    expect(find("gone")).toMatchObject({ state: "withdrawn", place: "out", slots: {} });
  });
});

describe("the reader's place", () => {
  dbTest(
    "is a visitor's, a newcomer's, a learner's or that of one who is done, each with its own shell",
    async ({ given, transact }) => {
      const newcomer = await given.person();
      const { person, enrolment } = await given.enrolled({ slug: "a-track" });
      await transact((tx) =>
        tx.lessonState.create({
          data: { enrolmentId: enrolment.id, lessonId: "reading", fraction: 10_000, done: true },
        }),
      );
      const learner = find("a-track", person.id);
      expect(learner?.place).toBe("enrolled");
      expect(learner?.slots).toEqual({
        "progress.sentence": "Progress: 1 of 4 lessons done.",
        steps: "lit-1",
      });
      const keys = [find("a-track"), find("a-track", newcomer.id), learner].map((page) => page?.key);
      await transact((tx) =>
        tx.enrolment.update({ where: { id: enrolment.id }, data: { completedAt: new Date("2026-03-03T00:00:00Z") } }),
      );
      const done = find("a-track", person.id);
      expect([find("a-track")?.place, find("a-track", newcomer.id)?.place, done?.place]).toEqual([
        "out",
        "new",
        "complete",
      ]);
      expect(new Set([...keys, done?.key]).size).toBe(4);
    },
  );

  dbTest("in an edition before the present one is told apart, with that edition's progress", async ({ given }) => {
    const { person, edition } = await given.enrolled({ slug: "a-track" });
    await given.edition({
      track: edition.track,
      slug: "a-track",
      lessons: [{ kind: "reading", id: "new-lesson", minutes: 5, outcomes: ["T-K1"] }],
    });
    expect(find("a-track", person.id)).toMatchObject({
      place: "enrolled",
      slots: {
        "progress.sentence": "Progress: 0 of 4 lessons done.",
        steps: "",
      },
    });
  });

  dbTest("costs one statement once the tracks are in memory", async ({ given }) => {
    const { person } = await given.enrolled({ slug: "a-track" });
    find("a-track", person.id);
    const before = preparedReads();
    find("a-track", person.id);
    find("a-track");
    expect(preparedReads() - before).toBe(2);
  });
});

describe("societies", () => {
  dbTest("are listed by name with the number of their open tracks", async ({ given }) => {
    const beta = await given.society({ slug: "beta", name: "Beta" });
    await given.society({ slug: "alpha", name: "Alpha" });
    await given.edition({ societyId: beta.id });
    await given.edition({ societyId: beta.id, availability: "unlisted" });
    expect(listSocieties().map(({ slug, trackCount }) => [slug, trackCount])).toEqual([
      ["alpha", 0],
      ["beta", 1],
    ]);
  });

  dbTest("have a page with their open tracks; an unknown one has none", async ({ given }) => {
    const beta = await given.society({ slug: "beta", description: "What Beta does" });
    await given.edition({ slug: "seen", societyId: beta.id });
    await given.edition({ slug: "gone", societyId: beta.id, availability: "withdrawn" });
    await given.edition({ slug: "other" });
    const page = findSocietyPage({ societySlug: "beta", locale: "en" });
    expect(page?.society.description).toBe("What Beta does");
    expect(page?.rows.map(({ slug }) => slug)).toEqual(["seen"]);
    expect(findSocietyPage({ societySlug: "gamma", locale: "en" })).toBeNull();
  });
});
