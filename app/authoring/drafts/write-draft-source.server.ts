import type { Transaction } from "../../platform/db.server";
import type { PublicationSource } from "../publication";
import type { TrackFile } from "../track-file";
import { type DraftPart, saveDraftText } from "./draft-store.server";

interface PartToWrite {
  readonly part: DraftPart;
  readonly language: string;
  readonly content: string;
}

export interface SourceToWrite {
  readonly trackId: string;
  readonly source: PublicationSource;
  /** Null for the product itself, which leaves alone what a person has written since. */
  readonly byPersonId: string | null;
  readonly now: Date;
}

/**
 * Writes a whole track into its working copy, each text as its next version. What says the same already gets none.
 * @returns how many texts got a version
 */
export async function writeDraftSource(tx: Transaction, { trackId, source, byPersonId, now }: SourceToWrite) {
  const rows = await tx.draftText.findMany({
    where: { trackId },
    select: { part: true, language: true, version: true, byPersonId: true },
  });
  const versions = latestVersions(rows);
  const people = new Set(byPersonId === null ? rows.filter((row) => row.byPersonId !== null).map(keyOf) : []);
  const original = originalOf(source);
  let written = 0;
  for (const part of partsOf(source, original)) {
    const key = keyOf(part);
    const sourceKey = keyOf({ ...part, language: part.language === "" ? "" : original });
    // A translation of a text that a person has changed is a translation of what the text was before.
    if (people.has(key) || people.has(sourceKey)) continue;
    const base = versionOf(versions, key);
    const rendered = key === sourceKey ? {} : { sourceVersion: versionOf(versions, sourceKey) };
    const saved = await saveDraftText(tx, { ...part, ...rendered, trackId, base, byPersonId, now });
    versions.set(key, saved.ok ? saved.version : base);
    written += Number(saved.ok);
  }
  return written;
}

const originalOf = ({ file }: PublicationSource) => file.languages[0] ?? "en";

interface VersionRow {
  readonly part: string;
  readonly language: string;
  readonly version: number;
}

const versionOf = (versions: ReadonlyMap<string, number>, key: string) => versions.get(key) ?? 0;

function latestVersions(rows: readonly VersionRow[]): Map<string, number> {
  const versions = new Map<string, number>();
  for (const row of rows) versions.set(keyOf(row), Math.max(row.version, versions.get(keyOf(row)) ?? 0));
  return versions;
}

function keyOf({ part, language }: { readonly part: string; readonly language: string }): string {
  return `${part}.${language}`;
}

/** The texts of a track, those in its own language before their translations. */
function partsOf(source: PublicationSource, original: string): PartToWrite[] {
  const json = (value: unknown) => JSON.stringify(value, null, 2);
  const parts: PartToWrite[] = [
    { part: "structure", language: "", content: json(withAssets(source)) },
    ...source.texts.map((text) => ({
      part: "words" as const,
      language: text.language,
      content: json(text),
    })),
    ...Object.entries(source.lessons).map(([name, content]) => {
      const dot = name.lastIndexOf(".");
      return { part: `lesson:${name.slice(0, dot)}` as const, language: name.slice(dot + 1), content };
    }),
    ...Object.entries(source.drawings).map(([name, content]) => ({
      part: `drawing:${name}` as const,
      language: "",
      content,
    })),
    ...source.bankTexts.map(({ language, questions }) => ({
      part: "questions" as const,
      language,
      content: json(questions),
    })),
  ];
  return parts.sort((a, b) => Number(b.language === original) - Number(a.language === original));
}

/** The structure with each recording by the id that it has here, instead of the folder that it came from. */
function withAssets({ file, media }: PublicationSource): TrackFile {
  return {
    ...file,
    modules: file.modules.map((module) => ({
      ...module,
      lessons: module.lessons.map((lesson) =>
        lesson.kind === "webinar" ? { ...lesson, media: media[lesson.media]?.assetId ?? lesson.media } : lesson,
      ),
    })),
  };
}
