/**
 * `tsx scripts/bench/editor.ts`: how long the editor of a track of 200 lessons takes on the server. Opens its outline and
 * saves steps and lessons of it, in a database of its own. Opening is the whole answer of the built site (`npm run build`
 * first), signed in. Exit 1 where a 95th percentile is beyond 300 ms for opening or 30 ms for saving.
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
const { closeDatabase } = await import("../../app/platform/db.server");
const { makeGiven } = await import("../../tests/support/given");
const { givenDraft } = await import("../../tests/support/given-outline");

const lessons = 200;
const rounds = 60;
const now = new Date();

interface Work {
  readonly name: string;
  /** At most so many ms. */
  readonly limit: number;
  readonly round: (number: number, base: string) => Promise<unknown>;
}

async function percentile95({ name, limit, round }: Work): Promise<boolean> {
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
  console.log(`${name}: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (at most ${String(limit)} ms)`);
  return at(0.95) <= limit;
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

const results = [
  await percentile95({
    name: `Opening the outline of ${String(lessons)} lessons`,
    limit: 300,
    round: async () => {
      const response = await render(new Request(address, { headers: { Cookie: cookie } }), {});
      const page = await response.text();
      if (response.status !== 200 || !page.includes(first)) throw new Error(`status ${String(response.status)}`);
    },
  }),
  await percentile95({
    name: "Saving a step of the outline",
    limit: 30,
    round: (_, from) => editOutline({ ...by, typed: { base: from, intent: `down:lesson:${first}` } }),
  }),
  await percentile95({
    name: "Saving a lesson",
    limit: 30,
    round: (number, from) => {
      const typed = { ...lessonForm(first).fieldsOf(found()), base: from, summary: `Summary ${String(number)}` };
      return saveDraftForm({ ...by, form: lessonForm(first), typed });
    },
  }),
];
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.exitCode = results.every(Boolean) ? 0 : 1;
