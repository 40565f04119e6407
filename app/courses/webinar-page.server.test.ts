import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import type { Given } from "../../tests/support/given";
import { registerAllMessages } from "../i18n/all-messages.server";
import { preparedReads, transact } from "../platform/db.server";
import { findLessonPage } from "./find-lesson-page.server";
import { reportWatching } from "./report-watching.server";
import { findWebinarPage } from "./webinar-page.server";

beforeAll(registerAllMessages);

async function learner(given: Given, now: Date) {
  const { person, edition, enrolment } = await given.enrolled({ languages: ["de"], language: "de" });
  const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: "webinar" };
  const page = () => {
    const found = findLessonPage({ ...where, locale: "en" });
    if (found?.state !== "open") throw new Error("The lesson is not open");
    return found;
  };
  const open = () => findWebinarPage(page(), { locale: "en", key: "en in" }, now);
  const report = (seconds: number, spans: [number, number][]) =>
    reportWatching({
      ...where,
      spans,
      positionMs: spans.at(-1)?.[1] ?? 0,
      seeked: false,
      now: new Date(now.getTime() + seconds * 1000),
    });
  return { page, open, report, edition, enrolment };
}

dbTest("the page says what is missing and opens at the resume point", async ({ given, now }) => {
  const { open, report, edition } = await learner(given, now);
  await report(0, []);
  await report(60, [[0, 90_000]]);
  const { slots } = await open();
  expect(slots).toMatchObject({
    "watch.headline": "You have watched 30%",
    "watch.why": "The lesson is done at 90%. One part is missing:",
    "watch.parts": "1:30 to 5:00",
    "watch.missing": "[[90000,300000]]",
    "watch.resume": "90000",
    "watch.src": `/media/${edition.assetId}.mp4#t=90`,
    "watch.state": "open",
    "watch.path": "M0 1h90000v24h-90000z",
  });
});

dbTest("a learner who has not begun gets a page of nothing watched", async ({ given, now }) => {
  const { open, edition } = await learner(given, now);
  const { slots } = await open();
  expect(slots).toMatchObject({
    "watch.headline": "You have watched 0%",
    "watch.src": `/media/${edition.assetId}.mp4`,
    "watch.resume": "0",
  });
});

dbTest("the shell holds nobody's facts and changes when captions are corrected", async ({ given, now }) => {
  const { open, report, edition, enrolment } = await learner(given, now);
  const before = await open();
  await report(0, []);
  await report(60, [[0, 90_000]]);
  const after = await open();
  expect(after.key).toBe(before.key);
  expect(after.shell()).toEqual(before.shell());
  expect(JSON.stringify(after.shell())).not.toContain(enrolment.id);
  await transact((tx) =>
    tx.mediaText.updateMany({
      where: { assetId: edition.assetId, kind: "captions" },
      data: { vtt: "WEBVTT\n\n00:00.000 --> 00:04.000\nThe corrected one.\n" },
    }),
  );
  const corrected = await open();
  expect(corrected.key).not.toBe(before.key);
  expect(corrected.shell().recording?.transcript[0]?.lines[0]?.text).toBe("The corrected one.");
});

dbTest(
  "content in a language without captions falls back to the English ones, and says so to screen readers",
  async ({ given, now }) => {
    const { open } = await learner(given, now);
    const { recording, page, speakers } = (await open()).shell();
    expect(page.contentLanguage).toBe("de");
    expect(recording?.language).toBe("en");
    expect(recording?.tracks.filter((track) => track.isDefault).map((track) => track.language)).toEqual(["en"]);
    expect(speakers).toEqual([
      { name: "Ada Example", declaredOn: "2026-01-10", qualifications: "de: Physicist", interests: "de: None" },
    ]);
  },
);

dbTest("a recording that is not on this server leaves a page that says so", async ({ given, now }) => {
  const { open, edition } = await learner(given, now);
  await transact((tx) => tx.mediaAsset.delete({ where: { id: edition.assetId } }));
  expect((await open()).shell().recording).toBeNull();
});

dbTest("the page costs one statement beside the lesson page's own", async ({ given, now }) => {
  const { open, page } = await learner(given, now);
  await open();
  const start = preparedReads();
  page();
  const lessonPage = preparedReads() - start;
  await open();
  expect(preparedReads() - start - lessonPage).toBe(lessonPage + 1);
});
