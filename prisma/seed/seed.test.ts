import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeEach, expect } from "vitest";
import { readDraftSource } from "../../app/authoring/drafts/draft-source.server";
import { type DraftPart, findDraftText, saveDraftText } from "../../app/authoring/drafts/draft-store.server";
import { transact } from "../../app/platform/db.server";
import { smallTrack } from "../../tests/support/small-track";
import { findAssetNamed } from "../../app/media/find-asset.server";
import { sha256 } from "../../app/platform/ids.server";
import { dbTest } from "../../tests/support/db-test";
import { seed } from "./seed";
import { seedSitePages } from "./site-pages";

const root = mkdtempSync(path.join(tmpdir(), "stepwedge-seed-"));
const content = path.join(root, "content");
const banks = path.join(root, "banks");
const track = path.join(content, "tracks/small-track");
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, value: unknown): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
}

function writeRecording(folder: string, video: string): void {
  write(path.join(folder, "webinar.mp4"), video);
  write(path.join(folder, "poster.webp"), "poster");
  write(path.join(folder, "media.json"), {
    durationMs: 240_000,
    bytes: video.length,
    sha256: sha256(video),
    width: 1280,
    height: 720,
  });
  for (const kind of ["captions", "chapters"]) {
    for (const language of ["en", "de"]) write(path.join(folder, `${kind}.${language}.vtt`), "WEBVTT\n");
  }
}

/** The small track of the authoring tests, as folders and files. */
beforeEach(() => {
  rmSync(content, { recursive: true, force: true });
  write(path.join(content, "introduction/script.json"), { title: { en: "What this is" } });
  writeRecording(path.join(content, "introduction"), "introduction");
  write(path.join(track, "track.json"), smallTrack.file);
  for (const text of smallTrack.texts) write(path.join(track, `text.${text.language}.json`), text);
  for (const [name, markdown] of Object.entries(smallTrack.lessons))
    write(path.join(track, `lessons/${name}.md`), markdown);
  for (const [name, svg] of Object.entries(smallTrack.drawings)) write(path.join(track, `drawings/${name}.svg`), svg);
  writeRecording(path.join(track, "recording"), "recording");
  write(path.join(banks, "small-bank/bank.json"), smallTrack.bank);
  write(path.join(banks, "small-bank/bank.de.json"), smallTrack.bankTexts[0]);
});

dbTest(
  "a seeded database has the societies, the introduction, the accounts and the track; seeding again changes nothing",
  async ({ db, now }) => {
    const first = await seed({ now, content, banks });
    expect(first).toMatchObject([{ slug: "small-track", published: { ok: true, number: 1, made: "edition" } }]);
    expect(findAssetNamed("introduction")).toMatchObject({ title: "What this is", audience: "anyone" });
    expect(findAssetNamed("small-track")).toMatchObject({ title: "en: Webinar", audience: "enrolled" });
    const rows = async () => ({
      societies: await db.society.findMany(),
      people: await db.person.findMany({ orderBy: { email: "asc" } }),
      editions: await db.edition.findMany(),
      texts: await db.editionText.findMany(),
      media: await db.mediaAsset.findMany({ include: { tracks: true } }),
      versions: await db.publicVersion.findMany(),
      events: await db.auditEvent.findMany(),
      pages: await db.sitePage.count(),
      drafts: await db.draftText.findMany(),
    });
    const before = await rows();
    expect(before.drafts.every(({ version, byPersonId }) => version === 1 && byPersonId === null)).toBe(true);
    expect(before.societies.map(({ slug, isDemonstration }) => `${slug} ${String(isDemonstration)}`).sort()).toEqual([
      "cirse true",
      "efomp true",
      "efrs true",
      "espr true",
      "esr true",
    ]);
    expect(before.people.every(({ isDemonstration }) => isDemonstration)).toBe(true);
    const later = new Date(now.getTime() + 86_400_000);
    expect(await seed({ now: later, content, banks })).toMatchObject([
      { published: { ok: false, reason: "unchanged", number: 1 } },
    ]);
    expect(await rows()).toEqual(before);
  },
);

dbTest("the shipped tracks have working copies, and what a person wrote there stays", async ({ db, given, now }) => {
  const [first] = await seed({ now, content, banks });
  expect(first).toMatchObject({ published: { ok: true, number: 1 } });
  const { id: trackId } = await db.track.findUniqueOrThrow({ where: { slug: "small-track" } });
  const draft = await readDraftSource(trackId);
  expect(draft).toMatchObject({ ok: true, source: { lessons: smallTrack.lessons, drawings: smallTrack.drawings } });
  const author = await given.person();
  const mine = {
    trackId,
    part: "lesson:reading",
    language: "en",
    base: 1,
    content: "Mine",
    byPersonId: author.id,
  } as const;
  await transact((tx) => saveDraftText(tx, { ...mine, now }));
  write(path.join(track, "lessons/reading.en.md"), "Shipped anew :ref[icrp-135]");
  write(path.join(track, "lessons/reading.de.md"), "Neu ausgeliefert :ref[icrp-135]");
  write(path.join(track, "drawings/cylinder.svg"), '<svg viewBox="0 0 1 1"><text>{{size}}</text></svg>');
  await seed({ now, content, banks });
  const latest = async (part: DraftPart, language: string) =>
    (await findDraftText(trackId, { part, language }))?.content;
  expect(await latest("lesson:reading", "en")).toBe("Mine");
  expect(await latest("lesson:reading", "de")).toBe(smallTrack.lessons["reading.de"]);
  expect(await latest("drawing:cylinder", "")).toContain('viewBox="0 0 1 1"');
});

dbTest("a seed can publish a correction: the learners of that track, and of no other, are told", async (context) => {
  const { db, given, now } = context;
  await seed({ now, content, banks });
  await given.enrolledIn("small-track");
  write(path.join(track, "lessons/reading.en.md"), smallTrack.lessons["reading.en"].replace("lead", "lead, corrected"));
  const correction = { trackSlug: "small-track", note: "The unit of the first figure." };
  await expect(seed({ now, content, banks, correction: { ...correction, trackSlug: "other" } })).rejects.toThrow(
    'There is no shipped track "other" to correct.',
  );
  expect(await db.editionText.count()).toBe(2);
  expect(await seed({ now, content, banks, correction })).toMatchObject([{ published: { ok: true, made: "texts" } }]);
  const notices = await db.job.findMany({ where: { name: "edition.correction-notice" } });
  expect(notices.map(({ payload }) => JSON.parse(payload) as unknown)).toMatchObject([{ note: correction.note }]);
});

dbTest("a shipped text that has changed takes the place of the one before, but of no site admin's", async (context) => {
  const { db, transact, now } = context;
  const text = { title: "Help", markdown: "As it was.", html: "<p>As it was.</p>", savedAt: now, version: 1 };
  await transact(async (tx) => {
    await tx.sitePage.create({ data: { slug: "help", language: "en", ...text } });
    await tx.sitePage.create({ data: { slug: "help", language: "de", ...text, savedById: "admin" } });
  });
  for (let times = 0; times < 2; times++) await seedSitePages(now);
  const pages = await db.sitePage.findMany({
    where: { slug: "help", language: { in: ["en", "de", "fr"] } },
    orderBy: [{ language: "asc" }, { version: "asc" }],
  });
  expect(pages.map(({ language, version }) => `${language} ${String(version)}`)).toEqual([
    "de 1",
    "en 1",
    "en 2",
    "fr 1",
  ]);
  expect(pages[2]?.markdown).toContain("## Certificates");
});

dbTest("a recording that has not been made stops the seed with its file's name", async ({ now }) => {
  rmSync(path.join(track, "recording/webinar.mp4"));
  await expect(seed({ now, content, banks })).rejects.toThrow(
    /small-track\/recording\/webinar\.mp4 is missing: make it with scripts\/make-webinar\./,
  );
});

dbTest("a recording that its description does not fit stops the seed", async ({ now }) => {
  write(path.join(track, "recording/webinar.mp4"), "something else");
  await expect(seed({ now, content, banks })).rejects.toThrow(
    /webinar\.mp4 is not the file that media\.json beside it describes\./,
  );
});

dbTest("a file that breaks its schema stops the seed with file and field", async ({ now }) => {
  write(path.join(track, "track.json"), { ...smallTrack.file, order: "random" });
  await expect(seed({ now, content, banks })).rejects.toThrow(/track\.json breaks its schema:[\s\S]*order/);
});

dbTest("a language that is announced and not written stops the seed", async ({ now }) => {
  rmSync(path.join(track, "text.de.json"));
  await expect(seed({ now, content, banks })).rejects.toThrow(/text\.de\.json is missing\./);
});

dbTest(
  "a track that can't be published stops the seed with its problems, and publishes nothing",
  async ({ db, now }) => {
    write(path.join(track, "lessons/reading.de.md"), 'Text.\n\n:::figure{drawing="none" alt="x"}\nCaption\n:::\n');
    await expect(seed({ now, content, banks })).rejects.toThrow(
      /small-track can't be published:\n {2}lesson "reading": German: The drawing “none” is missing/,
    );
    expect(await db.edition.count()).toBe(0);
  },
);
