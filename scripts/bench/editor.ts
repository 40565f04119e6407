/**
 * `tsx scripts/bench/editor.ts`: how long the editor of a track of 200 lessons takes on the server. Opens its outline and
 * saves steps and lessons of it, in a database of its own. Exit 1 beyond 300 ms for opening (95th percentile, data and
 * markup) or 30 ms for saving (95th percentile).
 */
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import process from "node:process";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { migratedTemplate } from "../../tests/support/migrated-file";

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-bench-editor-"));
copyFileSync(migratedTemplate(), path.join(folder, "stepwedge.db"));
// The app reads its settings while it is loaded, so they come first.
Object.assign(process.env, { NODE_ENV: "production", DATA_DIR: folder, LOG_LEVEL: "warn", RUN_JOBS: "0" });

const { OutlinePage } = await import("../../app/authoring/drafts/components/outline-page");
const { writeBase } = await import("../../app/authoring/drafts/draft-base");
const { editOutline } = await import("../../app/authoring/drafts/edit-outline.server");
const { lessonForm } = await import("../../app/authoring/drafts/lesson-form");
const { addLesson, addModule, lessonKinds } = await import("../../app/authoring/drafts/outline");
const { findOutlinePage } = await import("../../app/authoring/drafts/outline-page.server");
const { saveDraftForm } = await import("../../app/authoring/drafts/save-draft-form.server");
const { registerAllMessages } = await import("../../app/i18n/all-messages.server");
const { closeDatabase } = await import("../../app/platform/db.server");
const { makeGiven } = await import("../../tests/support/given");
const { givenDraft } = await import("../../tests/support/given-draft");

const lessons = 200;
const rounds = 60;
const now = new Date();

async function percentile95(name: string, limit: number, round: (number: number) => unknown): Promise<boolean> {
  for (let number = 0; number < 5; number++) await round(number);
  const times: number[] = [];
  for (let number = 5; number < rounds + 5; number++) {
    const start = performance.now();
    await round(number);
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? 0;
  console.log(`${name}: median ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms (at most ${String(limit)} ms)`);
  return at(0.95) <= limit;
}

registerAllMessages();
const { society, author, slug, found } = await givenDraft(makeGiven(now), now, {
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
const seen = { societySlug: society.slug, timeZone: "UTC", mayWrite: true };
const by = { societyId: society.id, trackSlug: slug, byPersonId: author.id, now };
const base = () => writeBase(found().base);
const first = found().file.modules[0]?.lessons[0]?.id ?? "";

const results = [
  await percentile95(`Opening the outline of ${String(lessons)} lessons`, 300, () => {
    const page = findOutlinePage({ ...by, url: "http://localhost/", seen });
    if (page === null) throw new Error("the draft is gone");
    renderToString(createElement(OutlinePage, { page, refused: null }));
  }),
  await percentile95("Saving a step of the outline", 30, async () => {
    await editOutline({ ...by, typed: { base: base(), intent: `down:lesson:${first}` } });
  }),
  await percentile95("Saving a lesson", 30, async (number) => {
    const typed = { ...lessonForm(first).fieldsOf(found()), base: base(), summary: `Summary ${String(number)}` };
    await saveDraftForm({ ...by, form: lessonForm(first), typed });
  }),
];
await closeDatabase();
rmSync(folder, { recursive: true, force: true });
process.exitCode = results.every(Boolean) ? 0 : 1;
