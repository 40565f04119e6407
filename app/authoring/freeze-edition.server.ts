import { type EditionText, EditionTextSchema, type Lesson, type Manifest, ManifestSchema } from "../courses/manifest";
import type { LessonFault } from "../markup/lesson-fault";
import { picturesIn } from "../markup/lesson-picture";
import { lessonTexts } from "../markup/lesson-texts";
import { type LessonSurroundings, type RenderedLesson, renderLesson } from "../markup/render-lesson.server";
import { missingLessonPictures } from "../media/lesson-pictures.server";
import { present } from "../platform/invariant";
import { sha256 } from "../platform/ids.server";
import { BoundedCache } from "../platform/still.server";
import { canonicalJson } from "./canonical-json";
import { fillDrawing } from "./fill-drawing";
import type { Finding } from "./finding";
import type { PublicationSource } from "./publication";
import { lessonsOfFile } from "./publish-checks";
import type { LessonFile, TrackText } from "./track-file";

/** Texts of one language, ready to be stored, and the bodies that they name. */
export interface FrozenLanguage {
  readonly text: EditionText;
  /** Hash -> content. */
  readonly bodies: Readonly<Record<string, string>>;
  readonly cited: readonly string[];
  /** Ids of the lessons that cite something. */
  readonly citing: readonly string[];
  /** What is wrong with the lessons. */
  readonly findings: readonly Finding[];
}

/** Renders every reading lesson of a language and freezes its texts. */
export function freezeLanguage(source: PublicationSource, text: TrackText): FrozenLanguage {
  const { language } = text;
  const lessons = lessonsOfFile(source);
  const { surroundings, key } = surroundingsOf(source, text);
  const rendered = new Map<string, RenderedLesson>();
  for (const { kind, id } of lessons) {
    const markdown = source.lessons[`${id}.${language}`];
    if (kind === "reading" && markdown !== undefined) rendered.set(id, renderOnce(markdown, surroundings, key));
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
    citing: [...rendered].filter(([, lesson]) => lesson.cited.length > 0).map(([id]) => id),
    findings: [...rendered].flatMap(([id, lesson]) =>
      faultsOf(lesson).map(({ code, params, line }) => ({
        ...{ code, params, where: { at: "lesson" as const, id, language }, language },
        ...(line === null ? {} : { line }),
      })),
    ),
  };
}

/** What the renderer found, and pictures that nothing is stored under: those come and go without the text. */
function faultsOf({ faults, html }: RenderedLesson): LessonFault[] {
  const missing = missingLessonPictures(picturesIn(html));
  return [
    ...faults,
    ...missing.map((picture) => ({ code: "picture-missing" as const, params: { picture }, line: null })),
  ];
}

/** What a lesson is rendered with, and a name of it. */
function surroundingsOf(source: PublicationSource, text: TrackText) {
  const { language } = text;
  const ids = new Set(lessonsOfFile(source).map(({ id }) => id));
  const drawings = Object.fromEntries(
    Object.entries(source.drawings).map(([name, svg]) => [name, fillDrawing(svg, text.drawings[name] ?? {}).svg]),
  );
  const { references } = source.file;
  const surroundings: LessonSurroundings = {
    drawings,
    references,
    // Lessons stand side by side under their track, whatever the track's own address is.
    lessonHref: (id) => (ids.has(id) ? `./${id}` : null),
    texts: lessonTexts[language],
  };
  return { surroundings, key: sha256(canonicalJson({ language, drawings, references, ids: [...ids] })) };
}

const renderings = new BoundedCache<RenderedLesson>(24 * 1_048_576);

/** Rendering takes milliseconds, and checks, preview and publication render the same lessons. */
function renderOnce(markdown: string, surroundings: LessonSurroundings, key: string): RenderedLesson {
  const name = sha256(`${key}\n${markdown}`);
  const known = renderings.get(name);
  if (known !== undefined) return known;
  const lesson = renderLesson(markdown, surroundings);
  renderings.set(name, lesson, lesson.html.length * 2 + 1000);
  return lesson;
}

/** Renders the lessons of a track ahead, and lets other requests pass between them. */
export async function renderAhead(source: PublicationSource): Promise<void> {
  for (const text of source.texts) {
    const { surroundings, key } = surroundingsOf(source, text);
    for (const { kind, id } of lessonsOfFile(source)) {
      const markdown = source.lessons[`${id}.${text.language}`];
      if (kind !== "reading" || markdown === undefined) continue;
      renderOnce(markdown, surroundings, key);
      await new Promise((resume) => {
        setImmediate(resume);
      });
    }
  }
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
export function kindOfOutcome(code: string): Manifest["outcomes"][number]["kind"] {
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
