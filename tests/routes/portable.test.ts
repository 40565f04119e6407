import { beforeAll, expect } from "vitest";
import sharp from "sharp";
import { ZipFile } from "yazl";
import { keepUpload } from "../../app/authoring/banks/upload-store.server";
import { importTrack, previewTrack, trackUploadPlace } from "../../app/authoring/portable/import-track.server";
import { packTrack, writePackage } from "../../app/authoring/portable/pack-track.server";
import { readTrackPackage } from "../../app/authoring/portable/read-package.server";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { loader as exportPage } from "../../app/routes/society.portable.export";
import { loader as file } from "../../app/routes/society.portable.file";
import { action as upload, loader as importPage } from "../../app/routes/society.portable.import";
import { action as commit, loader as preview } from "../../app/routes/society.portable.import-preview";
import { prepareLessonPicture, storeLessonPicture } from "../../app/media/lesson-pictures.server";
import { transact } from "../../app/platform/db.server";
import { ask } from "../support/ask";
import { dbTest, type DbTestContext } from "../support/db-test";
import { givenDraft } from "../support/given-draft";
import { smallTrack } from "../support/small-track";

beforeAll(registerAllMessages);

const decode = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

async function packed(societyId: string, trackSlug: string) {
  const track = await packTrack({ societyId, trackSlug, withVideo: false });
  if (track?.ok !== true) throw new Error("The track can't be packed");
  return track.files;
}

/** A person of a society who has uploaded a file. */
async function bring({ given, now }: DbTestContext, bytes: Uint8Array) {
  const society = await given.society();
  const person = await given.member({ society, role: "author" });
  const facts = { personId: person.id, bankId: trackUploadPlace(society.id), fileName: "track.zip", format: "track" };
  const uploadId = keepUpload(facts, bytes, now);
  return { society, kept: { societyId: society.id, societySlug: society.slug, uploadId, personId: person.id, now } };
}

async function zipOf(entries: Readonly<Record<string, string | Uint8Array>>): Promise<Uint8Array> {
  const files = Object.entries(entries).map(([name, content]): [string, Uint8Array] => [
    name,
    typeof content === "string" ? new TextEncoder().encode(content) : content,
  ]);
  return writePackage(new Map(files));
}

dbTest(
  "a track that was carried into another society is packed again with the same bytes, but for its names",
  async (context) => {
    const { society, slug, source } = await givenDraft(context.given);
    const before = await packed(society.id, slug);
    const { society: other, kept } = await bring(context, await writePackage(before));
    const done = await importTrack(kept);
    if (!done.ok) throw new Error(done.reason);
    expect(done.slug).toBe(`${slug}-2`);
    const after = await packed(other.id, done.slug);
    const bankSlug = source.bank.slug;
    const plain = (bytes: Uint8Array | undefined) =>
      decode(bytes)
        .replaceAll(`${bankSlug}-2`, bankSlug)
        .replaceAll(done.slug, slug)
        .replaceAll(other.slug, society.slug);
    expect([...after.keys()]).toEqual([...before.keys()]);
    for (const [name, bytes] of before) expect(plain(after.get(name)), name).toBe(decode(bytes));
  },
);

const figure = (name: string) =>
  `\n:::figure{picture="${name}" alt="A phantom" source="Own" permission="Own picture" patient="none"}\nA phantom.\n:::\n`;

/** A track whose lesson shows a picture that is stored here, and what the picture is called. */
async function givenPictured({ given, now }: DbTestContext) {
  const pixels = { create: { width: 600, height: 400, channels: 3, background: { r: 90, g: 120, b: 60 } } } as const;
  const prepared = await prepareLessonPicture(await sharp(pixels).png().toBuffer());
  if (!prepared.ok) throw new Error(prepared.reason);
  const { picture } = prepared;
  await transact((tx) => storeLessonPicture(tx, picture, now));
  const lessons = { ...smallTrack.lessons };
  lessons["reading.en"] += figure(picture.name);
  return { ...(await givenDraft(given, { lessons })), name: picture.name };
}

dbTest("the pictures of lessons go along, and are read anew where they arrive", async (context) => {
  const { db } = context;
  const { society, slug, name } = await givenPictured(context);
  const files = await packed(society.id, slug);
  expect(files.has(`lesson-pictures/${name}`)).toBe(true);
  // On another server nothing is stored under the name, and a file may carry what no picture shows.
  await transact((tx) => tx.lessonPicture.deleteMany());
  const hidden = new TextEncoder().encode("<script>MUELLER^HANS");
  const swollen = new Uint8Array([...(files.get(`lesson-pictures/${name}`) ?? []), ...hidden]);
  const { kept } = await bring(context, await writePackage(new Map([...files, [`lesson-pictures/${name}`, swollen]])));
  expect((await previewTrack(kept))?.holds?.pictures).toBe(1);
  const done = await importTrack(kept);
  if (!done.ok) throw new Error(done.reason);
  const [stored] = await db.lessonPicture.findMany({ orderBy: { width: "desc" } });
  expect(Buffer.from(stored?.bytes ?? []).includes("MUELLER")).toBe(false);
  const written = await db.draftText.findFirstOrThrow({
    where: { track: { slug: done.slug }, part: "lesson:reading", language: "en" },
  });
  expect(written.content).toContain(`picture="${stored?.name ?? ""}"`);
});

dbTest(
  "a picture of a lesson that the file doesn't hold is a loss, and one that is no picture is refused",
  async (context) => {
    const { society, slug, name } = await givenPictured(context);
    const files = await packed(society.id, slug);
    await transact((tx) => tx.lessonPicture.deleteMany());
    const without = await bring(
      context,
      await writePackage(new Map([...files].filter(([file]) => !file.includes(name)))),
    );
    expect((await previewTrack(without.kept))?.losses).toContainEqual(
      expect.objectContaining({ file: `lesson-pictures/${name}`, what: "a picture" }),
    );
    const fake = new Map([...files, [`lesson-pictures/${name}`, new TextEncoder().encode("<script>")] as const]);
    const { kept } = await bring(context, await writePackage(fake));
    expect((await previewTrack(kept))?.refused).toContain("not a picture");
  },
);

dbTest("a preview says what the file holds and what is lost, and an import can be done once", async (context) => {
  const { society, slug } = await givenDraft(context.given);
  const { kept } = await bring(context, await writePackage(await packed(society.id, slug)));
  const shown = await previewTrack(kept);
  expect(shown).toMatchObject({
    refused: null,
    holds: { title: "en: A small track", languages: ["en", "de"], lessons: 4, questions: 6, drawings: 1, videos: 0 },
  });
  expect(shown?.losses.map(({ what }) => what)).toContain("the video");
  expect(await previewTrack({ ...kept, personId: "somebody-else" })).toBeNull();
  expect(await importTrack(kept)).toMatchObject({ ok: true });
  expect(await importTrack(kept)).toEqual({ ok: false, reason: "not-there" });
});

dbTest("files that are no portable track are refused with a sentence, and nothing is stored", async (context) => {
  const { society, slug } = await givenDraft(context.given);
  const good = Object.fromEntries(await packed(society.id, slug));
  const link = new ZipFile();
  link.addBuffer(Buffer.from("/etc/passwd"), "track.json", { mode: 0o120777 });
  link.end();
  const parts: Buffer[] = [];
  for await (const part of link.outputStream) parts.push(Buffer.from(part));
  const bad: [string, Uint8Array, RegExp][] = [
    ["no zip", new TextEncoder().encode("hello"), /can't be opened/],
    ["no track", await zipOf({ "a.txt": "a" }), /no track\.json/],
    ["a symbolic link", new Uint8Array(Buffer.concat(parts)), /symbolic link/],
    ["a bomb", await zipOf({ ...good, "drawings/a.svg": " ".repeat(1_200_000) }), /unpacks to more than 200 times/],
    [
      "not UTF-8",
      await zipOf({ ...good, "lessons/reading.en.md": new Uint8Array([0xff, 0xfe, 0x41]) }),
      /isn't written in UTF-8/,
    ],
    ["no JSON", await zipOf({ ...good, "track.json": "{" }), /no JSON/],
    ["another structure", await zipOf({ ...good, "track.json": '{"slug":"a"}' }), /not as it should be/],
    [
      "a script for a drawing",
      await zipOf({ ...good, "drawings/cylinder.svg": "<script/>" }),
      /drawing "cylinder" can't be taken/,
    ],
    ["captions of another kind", await zipOf({ ...good, ...captions(good, "<html>") }), /no WebVTT/],
  ];
  const counts = async () => [
    await context.db.track.count(),
    await context.db.bank.count(),
    await context.db.draftText.count(),
  ];
  const before = await counts();
  for (const [what, bytes, sentence] of bad) {
    const { kept } = await bring(context, bytes);
    expect((await previewTrack(kept))?.refused, what).toMatch(sentence);
    expect(await importTrack(kept), what).toEqual({ ok: false, reason: "refused" });
  }
  expect(await counts()).toEqual(before);
});

function captions(good: Readonly<Record<string, Uint8Array>>, content: string): Record<string, string> {
  const name = Object.keys(good).find((key) => key.endsWith("captions.en.vtt")) ?? "";
  return { [name]: content };
}

dbTest("a name that leads out of the archive is refused", async (context) => {
  const { society, slug } = await givenDraft(context.given);
  const files = await packed(society.id, slug);
  const bytes = Buffer.from(await writePackage(new Map([...files, ["lessons/xxxxxxxx.en.md", new Uint8Array([65])]])));
  // The same length, so that the archive stays whole.
  const escaped = bytes.toString("latin1").replaceAll("lessons/xxxxxxxx.en.md", "../../../xxxxxxx.en.md");
  await expect(readTrackPackage(new Uint8Array(Buffer.from(escaped, "latin1")))).rejects.toThrow(/outside itself/);
});

dbTest(
  "every member takes a track along, authors bring one in, and to other societies there is nothing",
  async (context) => {
    const { given } = context;
    const { society, slug } = await givenDraft(given);
    const params = { societySlug: society.slug, trackSlug: slug, uploadId: "0".repeat(32) };
    const statuses = async (role: "admin" | "editor" | "author" | "reviewer", where: { id: string } = society) => {
      const cookie = await given.signedIn(await given.member({ society: where, role }));
      const answers = [];
      for (const loader of [exportPage, file, importPage, preview])
        answers.push(await ask(loader, { path: "/x", params, cookie }));
      for (const action of [upload, commit]) answers.push(await ask(action, { path: "/x", params, cookie, form: {} }));
      return answers.map(({ status }) => status);
    };
    expect(await statuses("author")).toEqual([200, 200, 200, 404, 400, 404]);
    expect(await statuses("reviewer")).toEqual([200, 200, 403, 403, 403, 403]);
    expect(await statuses("admin", await given.society())).toEqual(Array(6).fill(404));
  },
);
