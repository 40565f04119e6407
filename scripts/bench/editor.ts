/**
 * Program: how long the editor of a track of 200 lessons takes on the server, as one line of JSON. Opens its outline,
 * saves steps and lessons of it, and publishes such a track with all its checks, in a database of its own. Opening is the
 * whole answer of the built site (`npm run build` first), signed in.
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { createRequestHandler, type ServerBuild } from "@remix-run/node";
import { migratedTemplate } from "../../tests/support/migrated-file";

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-bench-editor-"));
copyFileSync(migratedTemplate(), path.join(folder, "stepwedge.db"));
// The app reads its settings while it is loaded, so they come first.
Object.assign(process.env, { NODE_ENV: "production", DATA_DIR: folder, LOG_LEVEL: "warn", RUN_JOBS: "0" });

const { writeBase } = await import("../../app/authoring/drafts/draft-base");
const { editOutline } = await import("../../app/authoring/drafts/edit-outline.server");
const { lessonForm } = await import("../../app/authoring/drafts/lesson-form");
const { addLesson, addModule, lessonKinds } = await import("../../app/authoring/drafts/outline");
const { saveDraftForm } = await import("../../app/authoring/drafts/save-draft-form.server");
const { draftStamp } = await import("../../app/authoring/drafts/draft-source.server");
const { approveReview } = await import("../../app/authoring/review/approve-review.server");
const { askReview } = await import("../../app/authoring/review/ask-review.server");
const { findOwnTrack } = await import("../../app/authoring/review/find-own-track.server");
const { publishDraft } = await import("../../app/authoring/review/publish-draft.server");
const { registerAllMessages } = await import("../../app/i18n/all-messages.server");
const { closeDatabase } = await import("../../app/platform/db.server");
const { makeGiven } = await import("../../tests/support/given");
const { givenDraft: givenWhole } = await import("../../tests/support/given-draft");
const { givenDraft } = await import("../../tests/support/given-outline");
const { smallTrack } = await import("../../tests/support/small-track");

registerAllMessages();
const lessons = 200;
const rounds = 60;
const now = new Date();

interface Measured {
  /** Milliseconds. */
  readonly median: number;
  readonly p95: number;
}

async function measure(round: (number: number, base: string) => Promise<unknown>): Promise<Measured> {
  for (let number = 0; number < 5; number++) await round(number, base());
  const times: number[] = [];
  for (let number = 5; number < rounds + 5; number++) {
    const from = base();
    const start = performance.now();
    await round(number, from);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  return { median: at(0.5), p95: at(0.95) };
}

/** A track of as many lessons in two languages, made from the small one, once published. @returns milliseconds */
async function publishLong(): Promise<number> {
  const [module] = smallTrack.file.modules;
  const [reading, ...others] = module?.lessons ?? [];
  if (module === undefined || reading === undefined) throw new Error("the small track has no lesson");
  const ids = Array.from({ length: lessons - others.length }, (_, i) => `reading-${String(i)}`);
  const modules = [{ ...module, lessons: [...ids.map((id) => ({ ...reading, id })), ...others] }];
  const prose = "Growing tissue is more sensitive, and there is more life ahead of it. ".repeat(60);
  const bodies = ids.flatMap((id) =>
    (["en", "de"] as const).map((language) => [
      `${id}.${language}`,
      `${smallTrack.lessons[`reading.${language}`]}\n\n${id} ${prose}`,
    ]),
  );
  const { society, trackId, slug } = await givenWhole(given, {
    file: { ...smallTrack.file, modules },
    texts: smallTrack.texts.map((text) => ({
      ...text,
      lessons: { ...text.lessons, ...Object.fromEntries(ids.map((id) => [id, text.lessons["reading"]])) },
    })) as typeof smallTrack.texts,
    lessons: Object.fromEntries(bodies) as Record<string, string>,
    bank: {
      ...smallTrack.bank,
      questions: smallTrack.bank.questions.map((question) => ({ ...question, lesson: ids[0] ?? null })),
    },
  });
  const [asks, approves] = [
    await given.member({ society, role: "author" }),
    await given.member({ society, role: "editor" }),
  ];
  const track = findOwnTrack(society.id, slug);
  if (track === null) throw new Error("the track was not made");
  const round = { societyId: society.id, track, now };
  await askReview({ ...round, actorId: asks.id, note: "" });
  const stamp = (await draftStamp(trackId)) ?? "";
  await approveReview({ ...round, actorId: approves.id, role: "editor", stamp });
  const start = performance.now();
  const published = await publishDraft({ ...round, actorId: approves.id, changeNote: "", isCorrection: false });
  if (!published.ok) throw new Error(`not published: ${JSON.stringify(published).slice(0, 500)}`);
  return performance.now() - start;
}

// The build's own types name no module; it is what server/ hands to Remix too.
const build = (await import(pathToFileURL(path.resolve("build/server/index.js")).href)) as ServerBuild;
const render = createRequestHandler(build, "production");
const given = makeGiven(now);
const { society, author, slug, found } = await givenDraft(given, now, {
  edit: (blank) => {
    let draft = blank;
    for (let module = 0; module < 20; module++) {
      const made = addModule(draft, `Module ${String(module)}`);
      draft = made.draft;
      for (let lesson = 0; lesson < lessons / 20; lesson++) {
        const kind = lessonKinds[lesson % lessonKinds.length] ?? "reading";
        const title = `Lesson ${String(lesson)} of module ${String(module)} with a title of some length`;
        draft = addLesson(draft, { moduleId: made.id, kind, title })?.draft ?? draft;
      }
    }
    return draft;
  },
});
const cookie = await given.signedIn(author);
const address = `http://localhost:3000/society/${society.slug}/tracks/${slug}`;
const by = { societyId: society.id, trackSlug: slug, byPersonId: author.id, now };
function base(): string {
  return writeBase(found().base);
}
const first = found().file.modules[0]?.lessons[0]?.id ?? "";

const open = await measure(async () => {
  const response = await render(new Request(address, { headers: { Cookie: cookie } }), {});
  const page = await response.text();
  if (response.status !== 200 || !page.includes(first)) throw new Error(`status ${String(response.status)}`);
});
const step = await measure((_, from) => editOutline({ ...by, typed: { base: from, intent: `down:lesson:${first}` } }));
const lesson = await measure((number, from) => {
  const typed = { ...lessonForm(first).fieldsOf(found()), base: from, summary: `Summary ${String(number)}` };
  return saveDraftForm({ ...by, form: lessonForm(first), typed });
});
const publishMs = await publishLong();
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify({ open, step, lesson, publishMs }));
