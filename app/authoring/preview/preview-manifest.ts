import type { Lesson, Manifest } from "../../courses/manifest";
import type { DraftFile, DraftLesson } from "../drafts/draft-file";
import { kindOfOutcome } from "../freeze-edition.server";

/** Recording's id -> its length. */
export type Lengths = ReadonlyMap<string, number>;

/**
 * A working copy in the shape of an edition, however little of it is there: days may be empty, and a webinar whose
 * recording isn't among `lengths` has none. No question is pinned.
 */
export function previewManifest(file: DraftFile, trackSlug: string, lengths: Lengths): Manifest {
  const { modality, professions, order, accreditation, creditHundredths, preparedOn, reviewBy } = file;
  return {
    ...{ trackSlug, modality, professions, order, accreditation, creditHundredths, preparedOn, reviewBy },
    authors: file.authors,
    outcomes: file.outcomes.map(({ code }) => ({ code, kind: kindOfOutcome(code) })),
    references: file.references.map(({ url, ...named }) => (url === undefined ? named : { ...named, url })),
    modules: file.modules.map(({ id, lessons }) => ({ id, lessons: lessons.map((one) => previewOf(one, lengths)) })),
    pool: [],
  };
}

function previewOf(lesson: DraftLesson, lengths: Lengths): Lesson {
  if (lesson.kind !== "webinar") return lesson;
  const { media, ...rest } = lesson;
  const durationMs = lengths.get(media);
  return durationMs === undefined ? { ...rest, assetId: "", durationMs: 0 } : { ...rest, assetId: media, durationMs };
}
