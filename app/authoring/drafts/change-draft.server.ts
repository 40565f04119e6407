import { type Transaction, transact } from "../../platform/db.server";
import { canonicalJson } from "../canonical-json";
import type { DraftBase } from "./draft-base";
import { type Draft, sourceLanguageOf } from "./draft-file";
import { type DraftPart, saveDraftText } from "./draft-store.server";
import { readDraft } from "./find-draft.server";

export interface Applied {
  readonly draft: Draft;
  /** "lesson:its-id" or "module:its-id" of what was made, for the page that follows. */
  readonly madeId?: string;
  /** Lesson ids: the copy begins with its model's text. */
  readonly copied?: { readonly from: string; readonly to: string };
}

/** One step of an author. */
export interface DraftEdit {
  /** What the step is about. Where it is the same in two versions, nobody else has touched it in between. */
  readonly touches: (draft: Draft) => unknown;
  /** Null where what it is about is not there. `taken` are lesson ids that were used before. */
  readonly apply: (draft: Draft, taken: ReadonlySet<string>) => Applied | null;
}

export interface DraftChange {
  /** From a guard that proved the right to write. */
  readonly societyId: string;
  readonly trackSlug: string;
  /** What the author's page was made from. */
  readonly base: DraftBase;
  /** The step, as it follows from what the author saw. */
  readonly edit: (seen: Draft) => DraftEdit;
  readonly byPersonId: string;
  readonly now: Date;
}

export interface NewerDraft {
  readonly ok: false;
  readonly reason: "newer";
  readonly seen: Draft;
  readonly latest: Draft;
  readonly base: DraftBase;
  /** Who saved last, and when. */
  readonly by: string | null;
  readonly at: string;
}

export type ChangedDraft =
  | { readonly ok: true; readonly base: DraftBase; readonly before: DraftBase; readonly madeId: string | null }
  | { readonly ok: false; readonly reason: "not-there" }
  /** What the step is about is gone. */
  | { readonly ok: false; readonly reason: "gone" }
  /** Somebody else touched the same in between; nothing was changed. */
  | NewerDraft;

/**
 * Makes one step in a draft. A step that was made on an older version is made on the latest one where nobody has touched
 * what it is about; otherwise it is refused with both versions.
 */
export function changeDraft(change: DraftChange): Promise<ChangedDraft> {
  return transact(async (tx): Promise<ChangedDraft> => {
    const where = { slug: change.trackSlug, societyId: change.societyId };
    const track = await tx.track.findFirst({ where, select: { id: true } });
    const latest = track === null ? null : await latestDraft(tx, track.id);
    if (track === null || latest === null) return { ok: false, reason: "not-there" };
    const isCurrent = latest.base.structure === change.base.structure && latest.base.words === change.base.words;
    const seen = isCurrent ? latest.draft : await draftAt(tx, track.id, latest, change.base);
    if (seen === null) return { ok: false, reason: "not-there" };
    const edit = change.edit(seen);
    if (!isCurrent && canonicalJson(edit.touches(seen)) !== canonicalJson(edit.touches(latest.draft))) {
      const { draft, base, at } = latest;
      return { ok: false, reason: "newer", seen, latest: draft, base, by: await nameOf(tx, latest.byPersonId), at };
    }
    const applied = edit.apply(latest.draft, await takenLessonIds(tx, track.id));
    if (applied === null) return { ok: false, reason: "gone" };
    return store(tx, { change, trackId: track.id, latest, applied });
  });
}

interface Latest {
  readonly draft: Draft;
  readonly base: DraftBase;
  readonly byPersonId: string | null;
  readonly at: string;
}

async function latestDraft(tx: Transaction, trackId: string): Promise<Latest | null> {
  const find = (part: DraftPart, language: string) =>
    tx.draftText.findFirst({ where: { trackId, part, language }, orderBy: { version: "desc" } });
  const structure = await find("structure", "");
  if (structure === null) return null;
  // The draft is parsed as a whole below; this reads no more than its first language.
  const { languages } = JSON.parse(structure.content) as Pick<Draft["file"], "languages">;
  const words = await find("words", sourceLanguageOf({ languages }));
  if (words === null) return null;
  const last = structure.at > words.at ? structure : words;
  return {
    draft: readDraft(structure.content, words.content),
    base: { structure: structure.version, words: words.version },
    byPersonId: last.byPersonId,
    at: last.at.toISOString(),
  };
}

async function draftAt(tx: Transaction, trackId: string, latest: Latest, base: DraftBase): Promise<Draft | null> {
  const language = sourceLanguageOf(latest.draft.file);
  const find = (part: DraftPart, inLanguage: string, version: number) =>
    tx.draftText.findUnique({
      where: { trackId_part_language_version: { trackId, part, language: inLanguage, version } },
      select: { content: true },
    });
  const structure = await find("structure", "", base.structure);
  const words = await find("words", language, base.words);
  return structure === null || words === null ? null : readDraft(structure.content, words.content);
}

async function nameOf(tx: Transaction, personId: string | null): Promise<string | null> {
  if (personId === null) return null;
  const person = await tx.person.findUnique({ where: { id: personId }, select: { certificateName: true } });
  return person?.certificateName ?? null;
}

/** Ids that texts or editions of the track hold: a new lesson must not inherit another one's text or progress. */
async function takenLessonIds(tx: Transaction, trackId: string): Promise<Set<string>> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT DISTINCT substr(part, 8) AS id FROM DraftText WHERE trackId = ${trackId} AND part LIKE 'lesson:%'
     UNION
    SELECT json_extract(l.value, '$.id') FROM Track t JOIN Edition e ON e.id = t.currentEditionId,
           json_each(e.manifest, '$.modules') m, json_each(m.value, '$.lessons') l WHERE t.id = ${trackId}`;
  return new Set(rows.map(({ id }) => id));
}

async function store(
  tx: Transaction,
  step: { change: DraftChange; trackId: string; latest: Latest; applied: Applied },
): Promise<ChangedDraft> {
  const { change, trackId, latest, applied } = step;
  const { byPersonId, now } = change;
  const save = async (part: "structure" | "words", language: string, content: unknown) => {
    const text = canonicalJson(content);
    const base = latest.base[part];
    const saved = await saveDraftText(tx, { trackId, part, language, base, content: text, byPersonId, now });
    // The version was read in this very transaction, so it can't be newer.
    return "version" in saved ? saved.version : base;
  };
  const base = {
    structure: await save("structure", "", applied.draft.file),
    words: await save("words", sourceLanguageOf(applied.draft.file), applied.draft.words),
  };
  const { madeId = null, copied } = applied;
  if (copied !== undefined) await copyTexts(tx, { trackId, ...copied, byPersonId, now });
  return { ok: true, base, before: latest.base, madeId };
}

/** A copy begins with its model's text, in each language that has one. */
async function copyTexts(
  tx: Transaction,
  copy: { trackId: string; from: string; to: string; byPersonId: string; now: Date },
): Promise<void> {
  const { trackId, from, to, byPersonId, now } = copy;
  const texts = await tx.draftText.findMany({
    where: { trackId, part: `lesson:${from}` },
    orderBy: { version: "asc" },
    select: { language: true, content: true },
  });
  const last = new Map(texts.map(({ language, content }) => [language, content]));
  for (const [language, content] of last)
    await saveDraftText(tx, { trackId, part: `lesson:${to}`, language, base: 0, content, byPersonId, now });
}
