import { db, type Transaction } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";

/**
 * The working copy of a track: texts in parts, each with all its versions. Learners never read it; publishing freezes
 * it into an edition. A save names the version that the writer began with, so nobody's text is overwritten unseen.
 */

/**
 * `structure` holds a TrackFile as JSON, `words` a language's TrackText as JSON, `questions` a language's question texts
 * by key as JSON, a lesson its Markdown, a drawing its SVG.
 */
export type DraftPart = "structure" | "words" | "questions" | `lesson:${string}` | `drawing:${string}`;

export interface DraftText {
  readonly part: DraftPart;
  /** Empty for a part that is in no language. */
  readonly language: string;
  readonly version: number;
  readonly content: string;
  readonly sourceVersion: number | null;
  readonly byPersonId: string | null;
  readonly at: Date;
}

export interface TextToSave {
  readonly trackId: string;
  readonly part: DraftPart;
  readonly language: string;
  /** The version that the writer began with; 0 = a text that isn't there yet. */
  readonly base: number;
  readonly content: string;
  /** For a translation: the version of the source text that it renders. */
  readonly sourceVersion?: number;
  readonly byPersonId: string | null;
  readonly now: Date;
}

export type SavedText =
  | { readonly ok: true; readonly version: number }
  /** The text says already what was sent, whoever wrote it. */
  | { readonly ok: false; readonly reason: "unchanged"; readonly version: number }
  /** Somebody saved in between; `latest` is what they wrote. */
  | { readonly ok: false; readonly reason: "newer"; readonly latest: DraftText };

const columns = {
  part: true,
  language: true,
  version: true,
  content: true,
  sourceVersion: true,
  byPersonId: true,
  at: true,
} as const;

/** Keeps a text as its next version. Rights are the caller's matter: `trackId` comes from a guard. */
export async function saveDraftText(tx: Transaction, text: TextToSave): Promise<SavedText> {
  const { trackId, part, language, base, content, byPersonId } = text;
  const latest = await tx.draftText.findFirst({
    where: { trackId, part, language },
    orderBy: { version: "desc" },
    select: columns,
  });
  const sourceVersion = text.sourceVersion ?? null;
  if (latest !== null && latest.content === content && latest.sourceVersion === sourceVersion)
    return { ok: false, reason: "unchanged", version: latest.version };
  if (latest !== null && latest.version !== base) return { ok: false, reason: "newer", latest: typed(latest) };
  const version = (latest?.version ?? 0) + 1;
  await tx.draftText.create({
    data: { id: newId(), trackId, part, language, version, content, sourceVersion, byPersonId, at: text.now },
  });
  return { ok: true, version };
}

/** The latest version of one text, or null. */
export async function findDraftText(
  trackId: string,
  { part, language }: { part: DraftPart; language: string },
): Promise<DraftText | null> {
  const row = await db.draftText.findFirst({
    where: { trackId, part, language },
    orderBy: { version: "desc" },
    select: columns,
  });
  return row === null ? null : typed(row);
}

/** The latest version of each text of a track. One statement; bodies of lessons only when asked for. */
export async function listDraftTexts(trackId: string, bodies: "all" | "no-lessons"): Promise<DraftText[]> {
  const rows = await db.$queryRaw<(Omit<Row, "at"> & { at: string })[]>`
    SELECT d.part, d.language, d.version, d.sourceVersion, d.byPersonId, d.at,
           CASE WHEN ${bodies} = 'all' OR d.part NOT LIKE 'lesson:%' THEN d.content ELSE '' END AS content
      FROM DraftText d
     WHERE d.trackId = ${trackId}
       AND d.version = (SELECT MAX(v.version) FROM DraftText v
                         WHERE v.trackId = d.trackId AND v.part = d.part AND v.language = d.language)
     ORDER BY d.part, d.language`;
  return rows.map((row) => typed({ ...row, at: new Date(row.at) }));
}

/** All versions of one text, the newest first. Bodies come one by one from `findDraftVersion`. */
export async function listDraftVersions(
  trackId: string,
  { part, language }: { part: DraftPart; language: string },
): Promise<Omit<DraftText, "content">[]> {
  const rows = await db.draftText.findMany({
    where: { trackId, part, language },
    orderBy: { version: "desc" },
    select: { ...columns, content: false },
  });
  return rows.map((row) => ({ ...row, part }));
}

export async function findDraftVersion(
  trackId: string,
  { part, language, version }: { part: DraftPart; language: string; version: number },
): Promise<DraftText | null> {
  const row = await db.draftText.findUnique({
    where: { trackId_part_language_version: { trackId, part, language, version } },
    select: columns,
  });
  return row === null ? null : typed(row);
}

interface Row {
  readonly part: string;
  readonly language: string;
  readonly version: number;
  readonly content: string;
  readonly sourceVersion: number | null;
  readonly byPersonId: string | null;
  readonly at: Date;
}

/** Only this file writes parts, so what is read is a part. */
function typed(row: Row): DraftText {
  return { ...row, part: row.part as DraftPart };
}
