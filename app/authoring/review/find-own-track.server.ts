import { statement } from "../../platform/db.server";
import { z } from "zod";

/** A track of a society as its own people see it, with or without an edition. */
export interface OwnTrack {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly bankSlug: string;
  readonly currentEditionId: string | null;
  /** The outline, in the track's first language. A lesson without title is called by its id. */
  readonly modules: readonly { readonly id: string; readonly title: string; readonly lessons: readonly OwnLesson[] }[];
}

export interface OwnLesson {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

const latest = (part: string, language: string) =>
  `(SELECT content FROM DraftText WHERE trackId = t.id AND part = '${part}' AND language = '${language}' ORDER BY version DESC LIMIT 1)`;

type Row = Omit<OwnTrack, "title" | "modules" | "bankSlug"> & {
  readonly structure: string | null;
  readonly words: string | null;
};

const findTrack = statement<[string, string], Row>(`
  SELECT t.id, t.slug, t.currentEditionId,
         ${latest("structure", "")} AS structure, ${latest("words", "en")} AS words
    FROM Track t WHERE t.societyId = ? AND t.slug = ?`);

const kinds = ["reading", "webinar", "quiz", "evaluation"] as const;
const LooseStructure = z.object({
  bank: z.string().catch(""),
  modules: z
    .array(
      z.object({
        id: z.string(),
        lessons: z.array(z.object({ id: z.string(), kind: z.enum(kinds).catch("reading") })).catch([]),
      }),
    )
    .catch([]),
});
const LooseWords = z.object({
  title: z.string().catch(""),
  modules: z.record(z.string(), z.string()).catch({}),
  lessons: z.record(z.string(), z.object({ title: z.string().catch("") })).catch({}),
});

/** A track of this society, or null. One statement; what is unfinished in its working copy is passed over. */
export function findOwnTrack(societyId: string, trackSlug: string): OwnTrack | null {
  const row = findTrack.get(societyId, trackSlug);
  if (row === undefined) return null;
  const { structure, words, ...track } = row;
  const file = LooseStructure.parse(readJson(structure));
  const text = LooseWords.parse(readJson(words));
  return {
    ...track,
    title: text.title === "" ? track.slug : text.title,
    bankSlug: file.bank,
    modules: file.modules.map(({ id, lessons }) => ({
      id,
      title: text.modules[id] ?? id,
      lessons: lessons.map((lesson) => ({ ...lesson, title: text.lessons[lesson.id]?.title || lesson.id })),
    })),
  };
}

function readJson(content: string | null): unknown {
  try {
    const value: unknown = JSON.parse(content ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
