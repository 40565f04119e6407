import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { getBody, getEdition, getTextFor } from "../courses/edition-store.server";
import { type db as Database, transact } from "../platform/db.server";
import type { Given } from "../../tests/support/given";
import { recording, smallTrack } from "../../tests/support/small-track";
import { type Publication, publishEdition } from "./publish-edition.server";

const moment = new Date("2026-03-02T09:00:00.000Z");

/** A society and the recording that the small track shows. */
async function prepare(given: Given): Promise<(changes?: Partial<Publication>) => ReturnType<typeof publishEdition>> {
  const society = await given.society();
  await transact(async (tx) => {
    const facts = {
      host: "local",
      state: "ready",
      title: "Webinar",
      bytes: 1,
      width: 1280,
      height: 720,
      sha256: "0",
      locator: "x.mp4",
      audience: "enrolled",
    };
    await tx.mediaAsset.create({
      data: { id: recording.assetId, durationMs: recording.durationMs, createdAt: moment, ...facts },
    });
    for (const kind of ["captions", "chapters"]) {
      for (const language of ["en", "de"])
        await tx.mediaText.create({ data: { assetId: recording.assetId, kind, language, vtt: "WEBVTT\n" } });
    }
  });
  return (changes = {}) => publishEdition({ ...smallTrack, ...changes, societyId: society.id, now: moment });
}

async function countRows(db: typeof Database): Promise<Record<string, number>> {
  return {
    tracks: await db.track.count(),
    editions: await db.edition.count(),
    texts: await db.editionText.count(),
    questions: await db.question.count(),
    revisions: await db.questionRevision.count(),
    bodies: await db.body.count(),
    events: await db.auditEvent.count(),
  };
}

const once = { tracks: 1, editions: 1, texts: 2, questions: 6, revisions: 6, bodies: 3, events: 1 };

dbTest("a published track is an edition that the store reads in each language", async ({ db, given }) => {
  const publish = await prepare(given);
  const published = await publish();
  expect(published).toMatchObject({ ok: true, number: 1, made: "edition" });
  if (!published.ok) return;
  const edition = getEdition(published.editionId);
  expect(edition.languages).toEqual(["en", "de"]);
  expect(edition.manifest.pool.map(({ key }) => key)).toEqual(smallTrack.bank.questions.map(({ id }) => id));
  const { text } = getTextFor(edition.id, "de");
  expect(text.title).toBe("de: A small track");
  expect(getBody(text.lessons["reading"]?.bodyHash ?? "")).toMatch(
    /Der Vorspann\.[\s\S]*Körper, 32 cm[\s\S]*<h2 id="sources">Quellen<\/h2>/,
  );
  expect(JSON.parse(getBody(text.questionTextsHash ?? ""))).toHaveProperty(
    "one-of-three.stem",
    "de: Stem of one-of-three",
  );
  expect(await countRows(db)).toEqual(once);
  expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 1 }]);
});

dbTest("a picture that nothing is stored under stops the publication", async ({ given }) => {
  const publish = await prepare(given);
  const picture = `${"0".repeat(40)}-600x400.webp`;
  const figure = `:::figure{picture="${picture}" alt="A phantom" source="Own" permission="Own picture" patient="none"}\nA phantom.\n:::\n`;
  const lessons = { ...smallTrack.lessons, "reading.en": `${smallTrack.lessons["reading.en"]}\n${figure}` };
  expect(await publish({ lessons })).toMatchObject({
    reason: "problems",
    problems: [
      { code: "picture-missing", params: { picture }, where: { at: "lesson", id: "reading", language: "en" } },
    ],
  });
});

dbTest("publishing the same content again changes nothing", async ({ db, given }) => {
  const publish = await prepare(given);
  const first = await publish();
  const again = await publish({ file: structuredClone(smallTrack.file) });
  expect(again).toEqual({ ok: false, reason: "unchanged", editionId: first.ok ? first.editionId : "", number: 1 });
  // A lesson of a language that the track doesn't speak is another source, though it gives the same texts.
  const otherSource = await publish({ lessons: { ...smallTrack.lessons, "reading.fr": "Texte." } });
  expect(otherSource).toMatchObject({ ok: false, reason: "unchanged", number: 1 });
  expect(await countRows(db)).toEqual(once);
  expect(await db.publicVersion.findMany()).toEqual([{ name: "catalogue", version: 1 }]);
});

dbTest("a corrected translation is a new revision of that text and no new edition", async ({ db, given }) => {
  const publish = await prepare(given);
  const first = await publish();
  const corrected = await publish({
    lessons: { ...smallTrack.lessons, "reading.de": `${smallTrack.lessons["reading.de"]}\nKorrigiert.\n` },
  });
  expect(corrected).toEqual({ ok: true, editionId: first.ok ? first.editionId : "", number: 1, made: "texts" });
  expect(
    await db.editionText.findMany({
      select: { language: true, revision: true },
      orderBy: [{ language: "asc" }, { revision: "asc" }],
    }),
  ).toEqual([
    { language: "de", revision: 1 },
    { language: "de", revision: 2 },
    { language: "en", revision: 1 },
  ]);
  expect(await countRows(db)).toEqual({ ...once, texts: 3, bodies: 4, events: 2 });
});

dbTest(
  "a changed question is a new revision and a new edition, and the old edition keeps the old one",
  async ({ db, given }) => {
    const publish = await prepare(given);
    const first = await publish();
    const questions = smallTrack.bank.questions.map((question) =>
      question.id === "a-statement" ? { ...question, stem: "Another stem" } : question,
    );
    const second = await publish({ bank: { ...smallTrack.bank, questions } });
    expect(second).toMatchObject({ ok: true, number: 2, made: "edition" });
    if (!first.ok || !second.ok) return;
    const pinned = (id: string) =>
      getEdition(id).manifest.pool.find(({ key }) => key === "a-statement")?.revisionId ?? "";
    const revisions = await db.questionRevision.findMany({
      where: { id: { in: [pinned(first.editionId), pinned(second.editionId)] } },
      orderBy: { number: "asc" },
    });
    expect(revisions.map(({ number, content }) => [number, content.includes("Another stem")])).toEqual([
      [1, false],
      [2, true],
    ]);
    expect(await countRows(db)).toEqual({ ...once, editions: 2, texts: 4, revisions: 7, events: 2 });
    expect(await db.track.findMany({ select: { currentEditionId: true } })).toEqual([
      { currentEditionId: second.editionId },
    ]);
  },
);

dbTest(
  "taking a change back makes the earlier edition the current one again, with the texts as they are now",
  async ({ db, given }) => {
    const publish = await prepare(given);
    const first = await publish();
    await publish({ file: { ...smallTrack.file, reviewBy: "2029-01-01" } });
    const back = await publish();
    expect(back).toEqual({ ok: true, editionId: first.ok ? first.editionId : "", number: 1, made: "edition" });
    expect(await db.edition.count()).toBe(2);
  },
);

dbTest("broken content is refused with its problems and changes nothing", async ({ db, given }) => {
  const publish = await prepare(given);
  await publish();
  const refused = await publish({
    lessons: { ...smallTrack.lessons, "reading.en": "A lead that cites :ref[nobody].\n" },
  });
  expect(refused).toEqual({
    ok: false,
    reason: "problems",
    problems: [
      {
        code: "reference-unknown",
        params: { id: "nobody" },
        where: { at: "lesson", id: "reading", language: "en" },
        language: "en",
        line: 1,
      },
    ],
  });
  expect(await countRows(db)).toEqual(once);
});

dbTest("a track of another society is refused and changes nothing", async ({ db, given }) => {
  const publish = await prepare(given);
  await publish();
  const other = await given.society();
  const file = { ...smallTrack.file, reviewBy: "2029-01-01" };
  expect(await publishEdition({ ...smallTrack, file, societyId: other.id, now: moment })).toEqual({
    ok: false,
    reason: "not-yours",
  });
  expect(await countRows(db)).toEqual(once);
});

dbTest("the same track has the same edition hash on every installation", async ({ db, given }) => {
  const publish = await prepare(given);
  await publish();
  const before = await db.edition.findFirstOrThrow();
  await transact(async (tx) => {
    await tx.track.updateMany({ data: { currentEditionId: null } });
    await tx.editionText.deleteMany();
    await tx.edition.deleteMany();
    await tx.track.deleteMany();
    await tx.questionRevision.deleteMany();
    await tx.question.deleteMany();
    await tx.bank.deleteMany();
  });
  await publish();
  const after = await db.edition.findFirstOrThrow();
  expect(after.id).not.toBe(before.id);
  expect(after.hash).toBe(before.hash);
});

dbTest("a correction keeps its note, must have one, and tells its learners", async ({ db, given }) => {
  const { file } = smallTrack;
  const publish = await prepare(given);
  const first = await publish();
  const stricter = structuredClone(file);
  const quiz = stricter.modules[0]?.lessons.find(({ kind }) => kind === "quiz");
  if (quiz?.kind !== "quiz") throw new Error("The small track has a quiz");
  quiz.blueprint.passPercent = 90;
  const correct = { file: stricter, isCorrection: true };
  expect(await publish(correct)).toEqual({
    ok: false,
    reason: "problems",
    problems: [{ code: "correction-unexplained", params: {}, where: { at: "settings" } }],
  });
  const second = await publish({ ...correct, changeNote: " The pass mark was too low. " });
  expect(second).toMatchObject({ ok: true, number: 2, made: "edition" });
  expect(await db.edition.findFirst({ where: { number: 2 } })).toMatchObject({
    isCorrection: true,
    changeNote: "The pass mark was too low.",
  });
  const editionId = second.ok ? second.editionId : "";
  expect(await db.job.findMany()).toMatchObject([
    { name: "edition.correction-notice", key: `correction ${editionId} after ` },
  ]);
  expect(first).toMatchObject({ number: 1 });
});

/** The small track with a quiz that can do without one of its six questions. */
function drawingFive(): Publication["file"] {
  const file = structuredClone(smallTrack.file);
  for (const lesson of file.modules.flatMap((module) => module.lessons))
    if (lesson.kind === "quiz") Object.assign(lesson.blueprint, { draw: [{ count: 5 }] });
  return file;
}

dbTest("a question out of use is left out of the next edition, and comes back with the one after", async (context) => {
  const file = drawingFive();
  const prepared = await prepare(context.given);
  const publish = () => prepared({ file });
  const keysOf = (id: string) => getEdition(id).manifest.pool.map(({ key }) => key);
  const retire = (key: string, retiredAt: Date | null) =>
    transact((tx) => tx.question.updateMany({ where: { key }, data: { retiredAt } }));
  const first = await publish();
  await retire("a-number", moment);
  const second = await publish();
  expect(second).toMatchObject({ ok: true, number: 2, made: "edition" });
  if (!first.ok || !second.ok) return;
  expect(keysOf(first.editionId)).toContain("a-number");
  expect(keysOf(second.editionId)).toEqual(keysOf(first.editionId).filter((key) => key !== "a-number"));
  const { text } = getTextFor(second.editionId, "de");
  expect(JSON.parse(getBody(text.questionTextsHash ?? ""))).not.toHaveProperty(["a-number"]);
  await retire("a-number", null);
  expect(await publish()).toMatchObject({ ok: true, number: 1, made: "edition" });
});

dbTest("where a quiz can't do without a question that is out of use, the current edition stays", async (context) => {
  const publish = await prepare(context.given);
  const first = await publish();
  await transact((tx) => tx.question.updateMany({ where: { key: "a-number" }, data: { retiredAt: moment } }));
  const refused = await publish();
  expect(refused).toMatchObject({ ok: false, reason: "out-of-use", retired: ["a-number"] });
  expect(await context.db.track.findMany({ select: { currentEditionId: true } })).toEqual([
    { currentEditionId: first.ok ? first.editionId : "" },
  ]);
});
