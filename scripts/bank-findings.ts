import type { LessonFile, TrackFile } from "../app/authoring/track-file";
import type { Bank, BankText } from "../quizzes/bank-schema";
import { draw } from "../quizzes/engine/draw";
import type { Matching, Question, QuestionText } from "../quizzes/engine/model";

/** Something that a reader of the banks must mend (`error`) or look at (`note`). */
export interface Finding {
  readonly level: "error" | "note";
  readonly where: string;
  readonly message: string;
}

const error = (where: string, message: string): Finding => ({ level: "error", where, message });
const note = (where: string, message: string): Finding => ({ level: "note", where, message });

/** From this share of common words on, two stems are the same question asked again. */
const nearDuplicate = 0.85;
const number = /\d+(?:[ \u00a0\u2009\u202f]\d{3})*(?:[.,]\d+)?/g;

function words(stem: string): Set<string> {
  const plain = stem.toLowerCase().replace(number, "#");
  return new Set(plain.match(/[\p{L}\p{M}]+|#/gu) ?? []);
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

/** Stems that are equal but for their numbers, and stems that share nearly all their words. */
export function findRepeatedStems(questions: readonly Question[]): Finding[] {
  const shape = (stem: string) => stem.toLowerCase().replace(number, "#").replace(/\s+/g, " ").trim();
  const read = questions.map((question) => ({
    id: question.id,
    shape: shape(question.stem),
    words: words(question.stem),
  }));
  return read.flatMap((later, index) =>
    read.slice(0, index).flatMap((earlier) => {
      if (earlier.shape === later.shape) return error(later.id, `differs from ${earlier.id} only in numbers`);
      const share = similarity(earlier.words, later.words);
      if (share < nearDuplicate) return [];
      return error(later.id, `asks the same as ${earlier.id} (${String(Math.round(share * 100))} % of the words)`);
    }),
  );
}

function tail(id: string): string {
  return /(?:\d+|[a-z])$/.exec(id)?.[0] ?? "";
}

function pairUp(question: Matching): boolean {
  const pairs = Object.entries(question.key);
  const isNumbered = pairs.every(([left, right]) => /^[a-z]*-?(\d+|[a-z])$/.test(left) && tail(left) === tail(right));
  return isNumbered || pairs.some(([left, right]) => left === right);
}

function countUp(key: readonly string[]): boolean {
  const stems = key.map((id) => /^([a-z]*-?)(?:\d+|[a-z])$/.exec(id)?.[1] ?? null);
  const isNumbered = stems.every((stem) => stem !== null && stem === stems[0]);
  return isNumbered && key.every((id, index) => index === 0 || (key[index - 1] ?? "") < id);
}

/** Ids are in the page's source before the answer is in, so they must not tell the answer. */
export function findTellingIds(question: Question): Finding[] {
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options
        .filter(({ id }) => /(^|-)(correct|incorrect|wrong|distractor|key|answer|true|false)(-|\d|$)/.test(id))
        .map(({ id }) => error(question.id, `the id "${id}" tells the answer`));
    case "matching":
      return pairUp(question) ? [error(question.id, "left and right ids pair up by their names")] : [];
    case "ordering":
      return countUp(question.key) ? [error(question.id, "the ids count up in the right order")] : [];
    case "true-false":
    case "numeric":
      return [];
  }
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

/** What a translation must hold for a question, by table; tables of other kinds must be absent. */
function tables(question: Question): Partial<Record<keyof QuestionText, readonly string[]>> {
  const ids = (labels: readonly { id: string }[]) => labels.map(({ id }) => id);
  switch (question.kind) {
    case "single":
    case "multiple":
      return { options: ids(question.options) };
    case "true-false":
      return { why: ["true", "false"] };
    case "numeric":
      return { mistakes: question.mistakes.map((_, index) => String(index)) };
    case "matching":
      return { left: ids(question.left), right: ids(question.right) };
    case "ordering":
      return { items: ids(question.items) };
  }
}

function numbersIn(stem: string): string {
  const found = stem.match(number) ?? [];
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
    const wanted = tables(question);
    const names = ["options", "why", "left", "right", "items", "mistakes"] as const;
    return [
      ...names.flatMap((name) =>
        differences(where, name, "question", wanted[name] ?? [], Object.keys(text[name] ?? {})),
      ),
      ...(numbersIn(question.stem) === numbersIn(text.stem) ? [] : [note(where, "the stem says other numbers")]),
    ];
  });
  const ids = differences(
    language,
    "question",
    "bank",
    questions.map(({ id }) => id),
    Object.keys(translation.questions),
  );
  return [...ids, ...byQuestion];
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
    ...(taught.includes(question.lesson)
      ? []
      : [error(question.id, `lesson "${question.lesson}" is no reading or webinar of track ${track.slug}`)]),
    ...question.outcomes
      .filter((code) => !codes.includes(code))
      .map((code) => error(question.id, `outcome ${code} isn't in track ${track.slug}`)),
  ]);
  const quizzes = lessons.flatMap((lesson) => {
    if (lesson.kind !== "quiz") return [];
    const drawn = draw(lesson.blueprint, bank.questions, "check");
    if (drawn.ok) return [];
    const line = JSON.stringify(drawn.rule);
    return error(`${track.slug}/${lesson.id}`, `the blueprint's ${line} lacks ${String(drawn.missing)} in the bank`);
  });
  return [...dangling, ...quizzes];
}
