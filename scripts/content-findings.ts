import type { FrozenLanguage } from "../app/authoring/freeze-edition.server";
import type { PublicationSource } from "../app/authoring/publication";
import { lessonsOfFile } from "../app/authoring/publish-checks";
import { type Finding } from "./bank-findings";
import { findRepeatedStems } from "./repeated-stems";

/** A track with its texts rendered: what the rules of the content look at. Pure. */
export interface RenderedTrack {
  readonly source: PublicationSource;
  readonly languages: readonly FrozenLanguage[];
}

/** What each shipped track must reach. */
export const floors = {
  words: 6000,
  minutes: 75,
  drawings: 8,
  modules: 4,
  lessons: 12,
  questions: 40,
  questionKinds: 4,
  recordingMs: 240_000,
} as const;

/** A translation that is much shorter than its original has left something out. */
const translatedShare = 0.7;
/** From this share of common words on, two paragraphs say the same thing twice. */
const nearDuplicate = 0.85;
const shortestParagraph = 20;

const error = (where: string, message: string): Finding => ({ level: "error", where, message });
const note = (where: string, message: string): Finding => ({ level: "note", where, message });

export interface TrackNumbers {
  readonly words: Readonly<Record<string, number>>;
  readonly minutes: number;
  /** Drawings that a lesson shows. */
  readonly drawings: number;
  readonly modules: number;
  readonly lessons: number;
  readonly lessonKinds: Readonly<Record<string, number>>;
  readonly questions: number;
  readonly questionKinds: Readonly<Record<string, number>>;
  readonly marks: Readonly<Record<string, number>>;
  readonly references: number;
  readonly recordingMs: number;
}

function tally(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of [...names].sort()) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}

function shownDrawings(source: PublicationSource, language: string): string[] {
  const lessons = Object.entries(source.lessons).filter(([name]) => name.endsWith(`.${language}`));
  return [...new Set(lessons.flatMap(([, markdown]) => marksOf(markdown).drawings))];
}

/** Counts a track; the numbers of `content:stats`. */
export function countTrack({ source, languages }: RenderedTrack): TrackNumbers {
  const lessons = lessonsOfFile(source);
  const words = (language: FrozenLanguage) =>
    Object.values(language.text.lessons).reduce((sum, lesson) => sum + (lesson.words ?? 0), 0);
  return {
    words: Object.fromEntries(languages.map((language) => [language.text.language, words(language)])),
    minutes: lessons.reduce((sum, { minutes }) => sum + minutes, 0),
    drawings: shownDrawings(source, "en").length,
    modules: source.file.modules.length,
    lessons: lessons.length,
    lessonKinds: tally(lessons.map(({ kind }) => kind)),
    questions: source.bank.questions.length,
    questionKinds: tally(source.bank.questions.map(({ kind }) => kind)),
    marks: tally(source.bank.questions.map((question) => question.source?.mark ?? "none")),
    references: source.file.references.length,
    recordingMs: Math.max(0, ...Object.values(source.media).map(({ durationMs }) => durationMs)),
  };
}

/** Floors that a track doesn't reach. */
export function findShortfalls(slug: string, numbers: TrackNumbers): Finding[] {
  const reached: Readonly<Record<keyof typeof floors, number>> = {
    words: numbers.words["en"] ?? 0,
    minutes: numbers.minutes,
    drawings: numbers.drawings,
    modules: numbers.modules,
    lessons: numbers.lessons,
    questions: numbers.questions,
    questionKinds: Object.keys(numbers.questionKinds).length,
    recordingMs: numbers.recordingMs,
  };
  const short = Object.entries(floors).flatMap(([name, floor]) => {
    // The keys of both tables are the same.
    const value = reached[name as keyof typeof floors];
    return value < floor ? [error(slug, `${name}: ${String(value)}, at least ${String(floor)} wanted`)] : [];
  });
  const thin = Object.entries(numbers.words)
    .filter(([, words]) => words < reached.words * translatedShare)
    .map(([language, words]) =>
      error(slug, `${language} has ${String(words)} words against ${String(reached.words)} in English`),
    );
  return [...short, ...thin];
}

interface Marks {
  readonly drawings: readonly string[];
  readonly references: readonly string[];
  readonly links: readonly string[];
  readonly blocks: readonly string[];
  readonly formulae: number;
}

/** What a lesson holds besides words; a translation holds the same. */
function marksOf(markdown: string): Marks {
  const all = (pattern: RegExp) => [...markdown.matchAll(pattern)].map((match) => match[1] ?? "");
  return {
    drawings: all(/^:::figure\{[^}]*drawing="([^"]*)"/gm),
    references: all(/:ref\[([^\]]*)\]/g).sort(),
    links: all(/\]\(lesson:([^)]*)\)/g).sort(),
    blocks: all(/^:::([a-z]+)/gm),
    formulae: all(/^(\$\$)/gm).length,
  };
}

/** Call-outs that are too many, drawings that nobody sees, and translations that hold something else than the original. */
export function findLessonSlips(slug: string, source: PublicationSource): Finding[] {
  const shown = shownDrawings(source, "en");
  const unused = Object.keys(source.drawings).filter((name) => !shown.includes(name));
  const reading = lessonsOfFile(source).filter(({ kind }) => kind === "reading");
  const perLesson = reading.flatMap(({ id }) => {
    const marks = marksOf(source.lessons[`${id}.en`] ?? "");
    const rads = marks.blocks.filter((block) => block === "rad").length;
    return [
      ...(rads > 1 ? [error(`${slug}/${id}`, `${String(rads)} radiation call-outs, at most one has a place`)] : []),
      ...source.file.languages.flatMap((language) =>
        differences(`${slug}/${id}.${language}`, marks, source.lessons[`${id}.${language}`]),
      ),
    ];
  });
  return [...unused.map((name) => error(slug, `no lesson shows the drawing "${name}"`)), ...perLesson];
}

function differences(where: string, english: Marks, markdown: string | undefined): Finding[] {
  if (markdown === undefined) return [];
  const own = marksOf(markdown);
  return (["drawings", "references", "links", "blocks", "formulae"] as const)
    .filter((name) => JSON.stringify(own[name]) !== JSON.stringify(english[name]))
    .map((name) =>
      error(where, `other ${name} than in English: ${JSON.stringify(own[name])}, not ${JSON.stringify(english[name])}`),
    );
}

function paragraphsOf(source: PublicationSource, language: string): { where: string; words: ReadonlySet<string> }[] {
  return Object.entries(source.lessons)
    .filter(([name]) => name.endsWith(`.${language}`))
    .flatMap(([name, markdown]) =>
      markdown
        .split(/\n\s*\n/)
        .map((paragraph) => ({
          where: `${name}: "${paragraph.slice(0, 40)}…"`,
          words: new Set(paragraph.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? []),
        }))
        .filter(({ words }) => words.size >= shortestParagraph),
    );
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / (a.size + b.size - common);
}

/** Paragraphs and questions that are there twice, in nearly the same words. */
export function findDuplicates(slug: string, source: PublicationSource): Finding[] {
  const paragraphs = paragraphsOf(source, "en");
  const twice = paragraphs.flatMap((later, index) =>
    paragraphs
      .slice(0, index)
      .filter((earlier) => similarity(earlier.words, later.words) >= nearDuplicate)
      .map((earlier) => error(slug, `${later.where} says the same as ${earlier.where}`)),
  );
  return [...twice, ...findRepeatedStems(source.bank.questions)];
}

/** What is due for review: figures age. */
export function findDueReview(slug: string, source: PublicationSource, today: string): Finding[] {
  return source.file.reviewBy < today ? [note(slug, `was to be reviewed by ${source.file.reviewBy}`)] : [];
}
