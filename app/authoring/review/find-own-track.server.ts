import { statement } from "../../platform/db.server";
import { z } from "zod";

/** A track of a society as its own people see it, with or without an edition. */
export interface OwnTrack {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  /** The track's first language: title and outline are in it. */
  readonly language: string;
  readonly bankSlug: string;
  readonly currentEditionId: string | null;
  /** The outline. A lesson without title is called by its id. */
  readonly modules: readonly { readonly id: string; readonly title: string; readonly lessons: readonly OwnLesson[] }[];
}

export interface OwnLesson {
  readonly id: string;
  readonly title: string;
  readonly kind: string;
}

type Row = Pick<OwnTrack, "id" | "slug" | "currentEditionId">;

const findTrack = statement<[string, string], Row>(
  "SELECT id, slug, currentEditionId FROM Track WHERE societyId = ? AND slug = ?",
);
const latestText = statement<[string, string, string], { content: string }>(`
  SELECT content FROM DraftText WHERE trackId = ? AND part = ? AND language = ? ORDER BY version DESC LIMIT 1`);

const kinds = ["reading", "webinar", "quiz", "evaluation"] as const;
const LooseStructure = z.object({
  languages: z.tuple([z.string()], z.string()).catch(["en"]),
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

/** A track of this society, or null. What is unfinished in its working copy is passed over. */
export function findOwnTrack(societyId: string, trackSlug: string): OwnTrack | null {
  const track = findTrack.get(societyId, trackSlug);
  if (track === undefined) return null;
  const file = LooseStructure.parse(readJson(latestText.get(track.id, "structure", "")?.content));
  const [language] = file.languages;
  const text = LooseWords.parse(readJson(latestText.get(track.id, "words", language)?.content));
  return {
    ...track,
    language,
    title: text.title === "" ? track.slug : text.title,
    bankSlug: file.bank,
    modules: file.modules.map(({ id, lessons }) => ({
      id,
      title: text.modules[id] ?? id,
      lessons: lessons.map((lesson) => ({ ...lesson, title: text.lessons[lesson.id]?.title || lesson.id })),
    })),
  };
}

function readJson(content: string | undefined): unknown {
  try {
    const value: unknown = JSON.parse(content ?? "{}");
    return typeof value === "object" && value !== null ? value : {};
  } catch {
    return {};
  }
}
