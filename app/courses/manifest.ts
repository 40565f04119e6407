import { z } from "zod";
import { QuizRuleSchema } from "../assessments/quiz-rule";

/**
 * An edition as it is frozen. The manifest holds structure, rules and pools and speaks no language; each language is
 * an `EditionText` of its own; long texts are bodies, named by their SHA-256.
 */

const code = z.string();
const lessonBase = { id: z.string(), minutes: z.int(), outcomes: z.array(code) };

export const LessonSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reading"), ...lessonBase }),
  z.strictObject({
    kind: z.literal("webinar"),
    ...lessonBase,
    assetId: z.string(),
    durationMs: z.int(),
    watchPercent: z.int(),
    recordedOn: z.iso.date(),
    speakers: z.array(z.string()),
    /** Editions from before the question was asked say nothing. */
    speechTellsAll: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("quiz"), ...lessonBase, blueprint: QuizRuleSchema }),
  z.strictObject({ kind: z.literal("evaluation"), ...lessonBase }),
]);
export type Lesson = z.infer<typeof LessonSchema>;
export type LessonKind = Lesson["kind"];

export const ManifestSchema = z.strictObject({
  trackSlug: z.string(),
  modality: z.enum(["CT", "XA", "MG", "DX", "NM", "RF", "US", "MR"]),
  professions: z.array(z.string()),
  order: z.enum(["free", "sequential"]),
  accreditation: z.literal("none"),
  creditHundredths: z.int(),
  preparedOn: z.iso.date(),
  reviewBy: z.iso.date(),
  authors: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      role: z.enum(["author", "reviewer"]),
      declaredOn: z.iso.date(),
    }),
  ),
  outcomes: z.array(z.strictObject({ code, kind: z.enum(["knowledge", "skill", "competence"]) })),
  references: z.array(
    z.strictObject({ id: z.string(), cite: z.string(), year: z.int(), url: z.string().exactOptional() }),
  ),
  modules: z.array(z.strictObject({ id: z.string(), lessons: z.array(LessonSchema) })),
  /** Question key -> pinned revision. */
  pool: z.array(z.strictObject({ key: z.string(), revisionId: z.string() })),
});
export type Manifest = z.infer<typeof ManifestSchema>;

export const EditionTextSchema = z.strictObject({
  language: z.enum(["en", "de", "fr", "es", "it"]),
  title: z.string(),
  summary: z.string(),
  audience: z.string(),
  needs: z.string(),
  outcomes: z.record(z.string(), z.string()),
  modules: z.record(z.string(), z.string()),
  lessons: z.record(
    z.string(),
    z.strictObject({
      title: z.string(),
      summary: z.string(),
      /** Hash of the body: a reading lesson's safe HTML. */
      bodyHash: z.string().exactOptional(),
      /** Words of the body, for the reader's expectation. */
      words: z.int().exactOptional(),
    }),
  ),
  authors: z.record(z.string(), z.strictObject({ qualifications: z.string(), interests: z.string() })),
  /** Hash of a body that holds Record<question key, QuestionText> as JSON; absent in English, the questions' own language. */
  questionTextsHash: z.string().exactOptional(),
});
export type EditionText = z.infer<typeof EditionTextSchema>;

/** Lessons in the order of the track. */
export function lessonsOf(manifest: Manifest): Lesson[] {
  return manifest.modules.flatMap((module) => module.lessons);
}

export function findLesson(manifest: Manifest, lessonId: string): Lesson | null {
  return lessonsOf(manifest).find((lesson) => lesson.id === lessonId) ?? null;
}

export function minutesOf(manifest: Manifest): number {
  return lessonsOf(manifest).reduce((sum, lesson) => sum + lesson.minutes, 0);
}
