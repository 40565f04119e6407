import { z } from "zod";
import { BlueprintSchema } from "../../../quizzes/bank-schema";
import { TrackFile, TrackText } from "../track-file";

/**
 * A track on its way: the same keys as TrackFile and TrackText, but lists may be empty and texts unwritten, so that it
 * can be begun. Whatever is a TrackFile is a DraftFile too. The first language is the one that the authors write in.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** Empty while nothing is chosen. */
const idOrNone = z.union([z.literal(""), id]);
const text = z.string();
const dayOrNone = z.union([z.literal(""), z.iso.date()]);

const lessonBase = { id, minutes: z.int().min(0).max(240), outcomes: z.array(text) };
const DraftLesson = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reading"), ...lessonBase }),
  z.strictObject({
    kind: z.literal("webinar"),
    ...lessonBase,
    /** Id of the recording. */
    media: idOrNone,
    watchPercent: z.int().min(1).max(100),
    recordedOn: dayOrNone,
    speakers: z.array(id),
    speechTellsAll: z.boolean().default(false),
  }),
  // Without the rule that a quiz asks something: an author begins with an empty one.
  z.strictObject({ kind: z.literal("quiz"), ...lessonBase, blueprint: z.strictObject(BlueprintSchema.shape) }),
  z.strictObject({ kind: z.literal("evaluation"), ...lessonBase }),
]);
export type DraftLesson = z.infer<typeof DraftLesson>;
export type DraftBlueprint = Extract<DraftLesson, { kind: "quiz" }>["blueprint"];

export const DraftFile = z.strictObject({
  ...TrackFile.shape,
  bank: idOrNone,
  professions: z.array(text),
  preparedOn: dayOrNone,
  reviewBy: dayOrNone,
  authors: z.array(z.strictObject({ ...TrackFile.shape.authors.element.shape, name: text, declaredOn: dayOrNone })),
  outcomes: z.array(TrackFile.shape.outcomes.element),
  references: z.array(z.strictObject({ ...TrackFile.shape.references.element.shape, cite: text })),
  modules: z.array(z.strictObject({ id, lessons: z.array(DraftLesson) })),
});
export type DraftFile = z.infer<typeof DraftFile>;
export type DraftModule = DraftFile["modules"][number];

export const DraftWords = z.strictObject({
  ...TrackText.shape,
  title: text,
  summary: text,
  audience: text,
  needs: text,
  outcomes: z.record(z.string(), text),
  modules: z.record(id, text),
  lessons: z.record(id, z.strictObject({ title: text, summary: text })),
  authors: z.record(id, z.strictObject({ qualifications: text, interests: text })),
  drawings: z.record(id, z.record(z.string(), text)),
});
export type DraftWords = z.infer<typeof DraftWords>;

/** What is edited together: the structure and its texts in the language that the authors write in. */
export interface Draft {
  readonly file: DraftFile;
  readonly words: DraftWords;
}

export type ContentLanguage = DraftWords["language"];

/** The language that the authors write in; all others are translations of it. */
export function sourceLanguageOf(file: Pick<DraftFile, "languages">): ContentLanguage {
  return file.languages[0] ?? "en";
}

export function lessonsOfDraft(file: Pick<DraftFile, "modules">): DraftLesson[] {
  return file.modules.flatMap((module) => module.lessons);
}

/** A track of which nothing is known but what its maker said. */
export function blankDraft(begin: {
  readonly slug: string;
  readonly society: string;
  readonly title: string;
  readonly language: ContentLanguage;
  readonly modality: DraftFile["modality"];
  readonly bank: string;
}): Draft {
  const { slug, society, title, language, modality, bank } = begin;
  return {
    file: {
      slug,
      society,
      modality,
      bank,
      languages: [language],
      professions: [],
      order: "free",
      accreditation: "none",
      creditHundredths: 0,
      preparedOn: "",
      reviewBy: "",
      authors: [],
      outcomes: [],
      references: [],
      modules: [],
    },
    words: {
      language,
      title,
      summary: "",
      audience: "",
      needs: "",
      outcomes: {},
      modules: {},
      lessons: {},
      authors: {},
      drawings: {},
    },
  };
}
