import type { LessonFile, TrackFile } from "../app/authoring/track-file";
import type { Bank, BankText } from "../quizzes/bank-schema";
import { type ByKind, byKind } from "../quizzes/engine/by-kind";
import { draw } from "../quizzes/engine/draw";
import type { Labelling, Matching, Question } from "../quizzes/engine/model";
import type { QuestionText } from "../quizzes/engine/question-text";
import { brokenPromises } from "../quizzes/question-promises";

/** Something that a reader of the banks must mend (`error`) or look at (`note`). */
export interface Finding {
  readonly level: "error" | "note";
  readonly where: string;
  readonly message: string;
}

/** A number as stems write it. */
export const numberInStem = /\d+(?:[ \u00a0\u2009\u202f]\d{3})*(?:[.,]\d+)?/g;
export const error = (where: string, message: string): Finding => ({ level: "error", where, message });
const note = (where: string, message: string): Finding => ({ level: "note", where, message });

function tail(id: string): string {
  return /(?:\d+|[a-z])$/.exec(id)?.[0] ?? "";
}

function pairUp(key: Readonly<Record<string, string>>): boolean {
  const pairs = Object.entries(key);
  const isNumbered = pairs.every(([left, right]) => /^[a-z]*-?(\d+|[a-z])$/.test(left) && tail(left) === tail(right));
  return isNumbered || pairs.some(([left, right]) => left === right);
}

function countUp(key: readonly string[]): boolean {
  const stems = key.map((id) => /^([a-z]*-?)(?:\d+|[a-z])$/.exec(id)?.[1] ?? null);
  const isNumbered = stems.every((stem) => stem !== null && stem === stems[0]);
  return isNumbered && key.every((id, index) => index === 0 || (key[index - 1] ?? "") < id);
}

const tellingId = /(^|-)(correct|incorrect|wrong|distractor|key|answer|true|false)(-|\d|$)/;

function tellingNames(question: Question, labels: readonly { readonly id: string }[]): Finding[] {
  return labels
    .filter(({ id }) => tellingId.test(id))
    .map(({ id }) => error(question.id, `the id "${id}" tells the answer`));
}

function tellingPairs(question: Matching | Labelling): Finding[] {
  return pairUp(question.key) ? [error(question.id, "left and right ids pair up by their names")] : [];
}

const none = () => [];
/** Ids are in the page's source before the answer is in, so they must not tell the answer. */
const tellingIds: ByKind<Finding[]> = {
  single: (question) => tellingNames(question, question.options),
  multiple: (question) => tellingNames(question, question.options),
  "true-false": none,
  numeric: none,
  matching: tellingPairs,
  ordering: (question) => (countUp(question.key) ? [error(question.id, "the ids count up in the right order")] : []),
  "short-text": none,
  calculated: none,
  cloze: (question) =>
    question.gaps.flatMap((gap) => (gap.kind === "choice" ? tellingNames(question, gap.options) : [])),
  hotspot: (question) => tellingNames(question, question.regions),
  labelling: tellingPairs,
  "script-concordance": none,
  likert: none,
  essay: none,
};

export function findTellingIds(question: Question): Finding[] {
  return byKind(tellingIds, question);
}

function tally(values: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
}

function lean(values: readonly string[], what: string): Finding[] {
  const [top] = [...tally(values)].sort((a, b) => b[1] - a[1]);
  if (top === undefined || values.length < 10 || top[1] <= values.length / 2) return [];
  return [error("keys", `${what} ${top[0]} is the key of ${String(top[1])} of ${String(values.length)} questions`)];
}

/** Habits of an author that a learner could guess by: where the key stands, how long it is, how often "true" is right. */
export function findSkewedKeys(questions: readonly Question[]): Finding[] {
  const singles = questions.flatMap((question) => (question.kind === "single" ? [question] : []));
  const statements = questions.flatMap((question) => (question.kind === "true-false" ? [String(question.key)] : []));
  const position = singles.map(({ options, key }) => String(options.findIndex(({ id }) => id === key) + 1));
  const longest = singles.filter(({ options, key }) => {
    const size = (id: string) => options.find((option) => option.id === id)?.text.length ?? 0;
    return options.every(({ id }) => id === key || size(id) < size(key));
  }).length;
  const spread = [...tally(position)].sort().map(([place, count]) => `${place}: ${String(count)}`);
  return [
    ...lean(position, "option"),
    ...lean(
      singles.map(({ key }) => key),
      "the id",
    ),
    ...(singles.length >= 10 && longest > singles.length / 2
      ? [
          note(
            "keys",
            `the key is the longest option in ${String(longest)} of ${String(singles.length)} single choices`,
          ),
        ]
      : []),
    ...(statements.length >= 4 && tally(statements).size === 1
      ? [error("keys", `every statement is ${statements[0] ?? ""}`)]
      : []),
    ...(singles.length > 0 ? [note("keys", `places of the key in single choice: ${spread.join(", ")}`)] : []),
  ];
}

/** `what` names the table, `of` the thing that holds the wanted ids. */
function differences(
  where: string,
  what: string,
  of: string,
  wanted: readonly string[],
  there: readonly string[],
): Finding[] {
  return [
    ...wanted.filter((id) => !there.includes(id)).map((id) => error(where, `${what} "${id}" is missing`)),
    ...there.filter((id) => !wanted.includes(id)).map((id) => error(where, `${what} "${id}" isn't in the ${of}`)),
  ];
}

/** The tables of a translation that are lists of texts by id or place. */
type Table =
  | "options"
  | "why"
  | "left"
  | "right"
  | "items"
  | "mistakes"
  | "regions"
  | "labels"
  | "scale"
  | "rubric"
  | "gaps";
const tableNames: readonly Table[] = [
  "options",
  "why",
  "left",
  "right",
  "items",
  "mistakes",
  "regions",
  "labels",
  "scale",
  "rubric",
  "gaps",
];

const ids = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);
const places = (list: readonly unknown[]) => list.map((_, index) => String(index));

/** What a translation must hold for a question, by table; tables of other kinds must be absent. */
const tables: ByKind<Partial<Record<Table, readonly string[]>>> = {
  single: ({ options }) => ({ options: ids(options) }),
  multiple: ({ options }) => ({ options: ids(options) }),
  "true-false": () => ({ why: ["true", "false"] }),
  numeric: ({ mistakes }) => ({ mistakes: places(mistakes) }),
  calculated: ({ mistakes }) => ({ mistakes: places(mistakes) }),
  matching: ({ left, right }) => ({ left: ids(left), right: ids(right) }),
  ordering: ({ items }) => ({ items: ids(items) }),
  "short-text": () => ({}),
  cloze: ({ gaps }) => ({ gaps: ids(gaps) }),
  hotspot: ({ regions }) => ({ regions: ids(regions) }),
  labelling: ({ labels }) => ({ labels: ids(labels) }),
  "script-concordance": () => ({}),
  likert: ({ scale }) => ({ scale: ids(scale) }),
  essay: ({ rubric }) => ({ rubric: ids(rubric) }),
};

/** Texts that stand alone: whether the translation says them, and what it must say. */
function aloneTexts(question: Question, text: QuestionText, where: string): Finding[] {
  const wanted: readonly (keyof QuestionText)[] =
    question.kind === "short-text"
      ? ["answers"]
      : question.kind === "hotspot" || question.kind === "labelling"
        ? ["alt"]
        : question.kind === "script-concordance"
          ? ["hypothesis", "finding"]
          : question.kind === "essay"
            ? ["model"]
            : [];
  return wanted.filter((name) => text[name] === undefined).map((name) => error(where, `"${name}" is missing`));
}

/** A translation may name its own accepted answers; one must earn the whole mark, and patterns must be readable. */
function answersOf(question: Question, text: QuestionText, where: string): Finding[] {
  if (question.kind !== "short-text" || text.answers === undefined) return [];
  return brokenPromises({ ...question, answers: text.answers }).map((message) => error(where, message));
}

function numbersIn(stem: string): string {
  const found = stem.match(numberInStem) ?? [];
  return found
    .map((digits) => digits.replace(/[ \u00a0\u2009\u202f]/g, "").replace(",", "."))
    .sort()
    .join(" ");
}

/** A translation has the ids of its bank, no more and no fewer, and says the same numbers. */
export function findTranslationGaps(bank: Bank, translation: BankText): Finding[] {
  const questions: readonly Question[] = bank.questions;
  const language = translation.language;
  const byQuestion = questions.flatMap((question) => {
    const text: QuestionText | undefined = translation.questions[question.id];
    if (text === undefined) return [];
    const where = `${question.id} (${language})`;
    const wanted = byKind(tables, question);
    return [
      ...aloneTexts(question, text, where),
      ...answersOf(question, text, where),
      ...tableNames.flatMap((name) =>
        differences(where, name, "question", wanted[name] ?? [], Object.keys(text[name] ?? {})),
      ),
      ...(numbersIn(question.stem) === numbersIn(text.stem) ? [] : [note(where, "the stem says other numbers")]),
    ];
  });
  const unknown = differences(
    language,
    "question",
    "bank",
    questions.map(({ id }) => id),
    Object.keys(translation.questions),
  );
  return [...unknown, ...byQuestion];
}

function isTaught(lesson: LessonFile): boolean {
  return lesson.kind === "reading" || lesson.kind === "webinar";
}

/** Lessons and outcomes that questions name exist in the track, and every quiz of the track can be drawn from the bank. */
export function findTrackGaps(bank: Bank, track: TrackFile): Finding[] {
  const lessons = track.modules.flatMap((module) => module.lessons);
  const taught = lessons.filter(isTaught).map(({ id }) => id);
  const codes = track.outcomes.map(({ code }) => code);
  const dangling = bank.questions.flatMap((question) => [
    ...(question.lesson === null || taught.includes(question.lesson)
      ? []
      : [error(question.id, `lesson "${question.lesson}" is no reading or webinar of track ${track.slug}`)]),
    ...question.outcomes
      .filter((code) => !codes.includes(code))
      .map((code) => error(question.id, `outcome ${code} isn't in track ${track.slug}`)),
  ]);
  const quizzes = lessons.flatMap((lesson) => {
    if (lesson.kind !== "quiz") return [];
    const drawn = draw(lesson.blueprint, bank.questions, "check");
    const lack = (rule: object, missing: number) =>
      `the blueprint's ${JSON.stringify(rule)} lacks ${missing} in the bank`;
    return drawn.ok ? [] : error(`${track.slug}/${lesson.id}`, lack(drawn.rule, drawn.missing));
  });
  return [...dangling, ...quizzes];
}
