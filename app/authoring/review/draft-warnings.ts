import type { EditionText } from "../../courses/manifest";
import type { Finding } from "../finding";
import type { PublicationSource } from "../publication";
import { lessonsOfFile } from "../publish-checks";

/** Where a hint begins. Words a minute: the slow and the fast end of careful reading. */
const limits = { long: 1800, short: 120, sentence: 25, slowest: 60, fastest: 250 } as const;

/** A text of the working copy, its body left out. */
export interface VersionedText {
  readonly part: string;
  readonly language: string;
  readonly version: number;
  readonly sourceVersion: number | null;
}

interface WarningsInput {
  source: PublicationSource;
  /** The texts in the track's own language, as an edition would hold them, and what each lesson cites. */
  english: EditionText | null;
  citing: ReadonlySet<string>;
  texts: readonly VersionedText[];
  /** ISO date. */
  today: string;
}

/** What authors should look at before publishing, and what stops nothing. Pure. */
export function findWarnings(input: WarningsInput): Finding[] {
  return [
    ...checkDates(input),
    ...lessonsOfFile(input.source).flatMap((lesson) => checkLesson(input, lesson.id)),
    ...findBehind(input.texts, input.source.file.languages),
  ];
}

function checkDates({ source: { file }, today }: { source: PublicationSource; today: string }): Finding[] {
  const threeYearsAgo = `${String(Number(today.slice(0, 4)) - 3)}${today.slice(4)}`;
  const where = { at: "settings" } as const;
  return [
    ...file.authors
      .filter(({ declaredOn }) => declaredOn < threeYearsAgo)
      .map(
        ({ name, declaredOn }): Finding => ({
          code: "disclosure-old",
          params: { name, date: declaredOn },
          where,
        }),
      ),
    ...(file.reviewBy < today ? [{ code: "review-past" as const, params: { date: file.reviewBy }, where }] : []),
  ];
}

function checkLesson(input: WarningsInput, id: string): Finding[] {
  const lesson = lessonsOfFile(input.source).find((candidate) => candidate.id === id);
  if (lesson === undefined || lesson.kind === "webinar" || lesson.kind === "evaluation") return [];
  const where = { at: "lesson", id } as const;
  const findings: Finding[] = lesson.outcomes.length === 0 ? [{ code: "lesson-no-outcome", params: {}, where }] : [];
  return lesson.kind === "quiz" ? findings : [...findings, ...checkReading(input, id, lesson.minutes)];
}

function checkReading(input: WarningsInput, id: string, minutes: number): Finding[] {
  const where = { at: "lesson", id } as const;
  const words = input.english?.lessons[id]?.words ?? 0;
  const average = wordsPerSentence(input.source.lessons[`${id}.en`] ?? "");
  return [
    ...(input.citing.has(id) ? [] : [{ code: "lesson-uncited" as const, params: {}, where }]),
    ...checkLength({ words, minutes, id }),
    ...(average > limits.sentence ? [{ code: "sentences-long" as const, params: { words: average }, where }] : []),
  ];
}

function checkLength({ words, minutes, id }: { words: number; minutes: number; id: string }): Finding[] {
  const where = { at: "lesson", id } as const;
  if (words === 0) return [];
  const findings: Finding[] = [];
  if (words > limits.long) findings.push({ code: "lesson-long", params: { words }, where });
  if (words < limits.short) findings.push({ code: "lesson-short", params: { words }, where });
  if (words / minutes > limits.fastest) findings.push({ code: "minutes-short", params: { words, minutes }, where });
  if (words / minutes < limits.slowest && words >= limits.short)
    findings.push({ code: "minutes-long", params: { words, minutes }, where });
  return findings;
}

/** Words of an average sentence of running text: directives, tables, headings and formulae left out. */
export function wordsPerSentence(markdown: string): number {
  const prose = markdown
    .replace(/\$\$[\s\S]*?\$\$/g, "")
    .split("\n")
    .filter((line) => !/^\s*(:::|#|\||>|[-*+] |\d+\. )/.test(line))
    .join("\n")
    .replace(/:ref\[[^\]]*\]/g, "")
    .replace(/\$[^$]*\$/g, "x");
  const sentences = prose.split(/(?<=[.!?])\s+|\n{2,}/).filter((sentence) => /\p{L}{2}/u.test(sentence));
  const words = sentences.reduce((sum, sentence) => sum + (sentence.match(/[\p{L}\p{N}]+/gu) ?? []).length, 0);
  return sentences.length === 0 ? 0 : Math.round(words / sentences.length);
}

/** Translations whose source has a newer version than the one that they render. */
function findBehind(texts: readonly VersionedText[], languages: readonly string[]): Finding[] {
  const [original] = languages;
  const sources = new Map(
    texts.filter(({ language }) => language === original).map((text) => [text.part, text.version]),
  );
  return texts
    .filter(
      ({ part, language, sourceVersion }) =>
        sourceVersion !== null && languages.includes(language) && sourceVersion < (sources.get(part) ?? 0),
    )
    .map(({ part, language }) => {
      const lesson = /^lesson:(.*)$/.exec(part)?.[1];
      const where =
        lesson === undefined
          ? ({ at: "translation", language } as const)
          : ({ at: "lesson", id: lesson, language } as const);
      return { code: "translation-behind", params: { text: lesson ?? part }, where, language };
    });
}
