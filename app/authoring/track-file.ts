import { z } from "zod";
import { BlueprintSchema } from "../../quizzes/bank-schema";

/**
 * A track as it stands in a folder: `track.json` (structure, no language), `text.<language>.json` (every text),
 * `lessons/<lesson>.<language>.md`, `drawings/<name>.svg` and `webinar/`. The shipped tracks live this way in git.
 */

const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const text = z.string().trim().min(1);
const day = z.iso.date();

const ContentLanguage = z.enum(["en", "de", "fr", "es", "it"]);

const lessonBase = { id, minutes: z.int().min(1).max(240), outcomes: z.array(text) };
const LessonFile = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("reading"), ...lessonBase }),
  z.strictObject({
    kind: z.literal("webinar"),
    ...lessonBase,
    /** Folder beside track.json that holds webinar.mp4, poster.webp, captions.<language>.vtt, chapters.<language>.vtt. */
    media: id,
    /** Share of the recording that must be watched, in per cent. */
    watchPercent: z.int().min(1).max(100),
    recordedOn: day,
    speakers: z.array(id).min(1),
    /** An author's word: who only hears the recording misses nothing that the slides show. */
    speechTellsAll: z.boolean().default(false),
  }),
  z.strictObject({ kind: z.literal("quiz"), ...lessonBase, blueprint: BlueprintSchema }),
  z.strictObject({ kind: z.literal("evaluation"), ...lessonBase }),
]);

export const TrackFile = z.strictObject({
  slug: id,
  society: id,
  /** DICOM's letters for the modality, as on a lead marker. */
  modality: z.enum(["CT", "XA", "MG", "DX", "NM", "RF", "US", "MR"]),
  bank: id,
  languages: z.array(ContentLanguage).min(1),
  professions: z.array(text).min(1),
  order: z.enum(["free", "sequential"]),
  accreditation: z.literal("none"),
  creditHundredths: z.literal(0),
  preparedOn: day,
  reviewBy: day,
  authors: z.array(z.strictObject({ id, name: text, role: z.enum(["author", "reviewer"]), declaredOn: day })).min(1),
  outcomes: z.array(z.strictObject({ code: z.string().regex(/^[A-Z]+-[KSC]\d+$/) })).min(1),
  references: z.array(z.strictObject({ id, cite: text, year: z.int(), url: z.url().optional() })).min(1),
  modules: z.array(z.strictObject({ id, lessons: z.array(LessonFile).min(1) })).min(1),
});
export type TrackFile = z.infer<typeof TrackFile>;
export type LessonFile = z.infer<typeof LessonFile>;

export const TrackText = z.strictObject({
  language: ContentLanguage,
  title: text,
  summary: text,
  /** One paragraph on who the track is for. */
  audience: text,
  /** Paragraph on what was missing in practice and how that is known. */
  needs: text,
  outcomes: z.record(z.string(), text),
  modules: z.record(id, text),
  lessons: z.record(id, z.strictObject({ title: text, summary: text })),
  authors: z.record(id, z.strictObject({ qualifications: text, interests: text })),
  /** Labels of the drawings: drawing name -> key in the SVG ({{key}}) -> label. */
  drawings: z.record(id, z.record(z.string(), text)),
});
export type TrackText = z.infer<typeof TrackText>;
