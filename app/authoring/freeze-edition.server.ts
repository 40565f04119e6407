import { type EditionText, EditionTextSchema, type Lesson, type Manifest, ManifestSchema } from "../courses/manifest";
import { lessonTexts } from "../markup/lesson-texts";
import { type RenderedLesson, renderLesson } from "../markup/render-lesson.server";
import { present } from "../platform/invariant";
import { sha256 } from "../platform/ids.server";
import { canonicalJson } from "./canonical-json";
import { fillDrawing } from "./fill-drawing";
import type { PublicationSource } from "./publication";
import { lessonsOfFile } from "./publish-checks";
import type { LessonFile, TrackText } from "./track-file";

/** Texts of one language, ready to be stored, and the bodies that they name. */
export interface FrozenLanguage {
  readonly text: EditionText;
  /** Hash -> content. */
  readonly bodies: Readonly<Record<string, string>>;
  readonly cited: readonly string[];
  /** What the lessons lack, as sentences. */
  readonly problems: readonly string[];
}

/** Renders every reading lesson of a language and freezes its texts. */
export function freezeLanguage(source: PublicationSource, text: TrackText): FrozenLanguage {
  const { language } = text;
  const lessons = lessonsOfFile(source);
  const drawings = Object.fromEntries(
    Object.entries(source.drawings).map(([name, svg]) => [name, fillDrawing(svg, text.drawings[name] ?? {}).svg]),
  );
  const surroundings = {
    drawings,
    references: source.file.references,
    // Lessons stand side by side under their track, whatever the track's own address is.
    lessonHref: (id: string) => (lessons.some((lesson) => lesson.id === id) ? `./${id}` : null),
    texts: lessonTexts[language],
  };
  const rendered = new Map<string, RenderedLesson>();
  for (const { kind, id } of lessons) {
    const markdown = source.lessons[`${id}.${language}`];
    if (kind === "reading" && markdown !== undefined) rendered.set(id, renderLesson(markdown, surroundings));
  }
  const questionTexts = source.bankTexts.find((bankText) => bankText.language === language);
  const bodies = [
    ...[...rendered.values()].map(({ html }) => html),
    ...(questionTexts === undefined ? [] : [canonicalJson(questionTexts.questions)]),
  ];
  return {
    text: EditionTextSchema.parse({
      ...textTables(text),
      lessons: Object.fromEntries(
        Object.entries(text.lessons).map(([id, words]) => [id, { ...words, ...bodyOf(rendered.get(id)) }]),
      ),
      ...(questionTexts === undefined ? {} : { questionTextsHash: sha256(canonicalJson(questionTexts.questions)) }),
    }),
    bodies: Object.fromEntries(bodies.map((content) => [sha256(content), content])),
    cited: [...rendered.values()].flatMap((lesson) => lesson.cited),
    problems: [...rendered].flatMap(([id, { problems }]) =>
      problems.map((problem) => `${language}: lesson "${id}", ${problem}`),
    ),
  };
}

/** What is taken over as it was written; labels of drawings are in the drawings by now. */
function textTables({ drawings: _, ...text }: TrackText): Omit<TrackText, "drawings"> {
  return text;
}

function bodyOf(lesson: RenderedLesson | undefined): { bodyHash?: string; words?: number } {
  return lesson === undefined ? {} : { bodyHash: sha256(lesson.html), words: lesson.words };
}

/** The manifest: structure, rules and pinned questions, in no language. */
export function freezeManifest(source: PublicationSource, revisionIds: ReadonlyMap<string, string>): Manifest {
  const { file } = source;
  return ManifestSchema.parse({
    trackSlug: file.slug,
    modality: file.modality,
    professions: file.professions,
    order: file.order,
    accreditation: file.accreditation,
    creditHundredths: file.creditHundredths,
    preparedOn: file.preparedOn,
    reviewBy: file.reviewBy,
    authors: file.authors,
    outcomes: file.outcomes.map(({ code }) => ({ code, kind: kindOfOutcome(code) })),
    references: file.references,
    modules: file.modules.map((module) => ({
      id: module.id,
      lessons: module.lessons.map((lesson) => freezeLesson(lesson, source)),
    })),
    pool: source.bank.questions.map(({ id }) => ({
      key: id,
      revisionId: present(revisionIds.get(id), `revision of ${id}`),
    })),
  });
}

/** The letter before the number of an outcome's code: K, S or C. */
function kindOfOutcome(code: string): Manifest["outcomes"][number]["kind"] {
  const letter = /-([KSC])\d+$/.exec(code)?.[1];
  if (letter === "S") return "skill";
  return letter === "C" ? "competence" : "knowledge";
}

function freezeLesson(lesson: LessonFile, { media }: PublicationSource): Lesson {
  if (lesson.kind !== "webinar") return lesson;
  const { media: folder, ...rest } = lesson;
  const { assetId, durationMs } = present(media[folder], `recording of ${lesson.id}`);
  return { ...rest, assetId, durationMs };
}
