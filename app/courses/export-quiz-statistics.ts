import type { Translate } from "../i18n/translate";
import { csvLine } from "./csv-line";
import type { ItemLine, QuizStatisticsPage, RatingLine } from "./find-quiz-statistics.server";
import { optionName } from "./option-name";

type Cell = string | number;

const columns = [
  "question",
  "revision",
  "stem",
  "outcomes",
  "answers",
  "facility",
  "median",
  "deviation",
  "discrimination",
  "correlation",
  "alpha",
  "error",
  "time",
  "flags",
  "option",
  "key",
  "picks",
  "share",
  "rest",
] as const;

type Line = Partial<Record<(typeof columns)[number], Cell>>;

const digits = (value: number | null): Cell => (value === null ? "" : Math.round(value * 10_000) / 10_000);

/**
 * The statistics of a quiz as CSV, one table: the whole quiz with a line for each tenth of the scores, then each
 * question with a line for each of its options, then each rating with a line for each of its steps.
 */
export function exportQuizStatistics(page: QuizStatisticsPage, t: Translate): string {
  const lines = [
    ...quizLines(page, t),
    ...page.items.flatMap((item) => itemLines(item, t)),
    ...page.ratings.flatMap((rating) => ratingLines(rating, t)),
  ];
  const headings = csvLine(columns.map((name) => t(`statistics:csv.${name}`)));
  const rows = lines.map((line) => csvLine(columns.map((name) => line[name] ?? "")));
  // Spreadsheets read a file without it in the alphabet of their own system.
  return `\uFEFF${headings}${rows.join("")}`;
}

function quizLines({ quiz }: QuizStatisticsPage, t: Translate): Line[] {
  const question = t("statistics:csv.quiz");
  const whole = {
    question,
    answers: quiz.attempts,
    facility: digits(quiz.mean),
    median: digits(quiz.median),
    deviation: digits(quiz.deviation),
    alpha: digits(quiz.alpha),
    error: digits(quiz.standardError),
  };
  const tenths = quiz.histogram.map((picks, i) => ({
    question,
    option: `${String(i * 10)}–${String((i + 1) * 10)} %`,
    picks,
    share: quiz.attempts === 0 ? "" : digits(picks / quiz.attempts),
  }));
  return [whole, ...tenths];
}

function itemLines(item: ItemLine, t: Translate): Line[] {
  const { key: question, revision } = item;
  const figures = {
    question,
    revision,
    stem: item.stem,
    outcomes: item.outcomes.join(" "),
    answers: item.attempts,
    facility: digits(item.facility),
    deviation: digits(item.deviation),
    discrimination: digits(item.discrimination),
    correlation: digits(item.restCorrelation),
    time: digits(item.medianSeconds),
    flags: item.flags.map((flag) => t(`statistics:flag.${flag}`)).join("; "),
  };
  const options = item.options.map((option, i) => ({
    question,
    revision,
    option: optionName(item, i, t),
    key: t(option.isKey ? "statistics:yes" : "statistics:no"),
    ...picked(option),
    rest: digits(option.meanRest),
  }));
  if (item.leftOpen === null) return [figures, ...options];
  const open = { question, revision, option: t("statistics:item.open"), ...picked(item.leftOpen) };
  return [figures, ...options, { ...open, rest: digits(item.leftOpen.meanRest) }];
}

function ratingLines(rating: RatingLine, t: Translate): Line[] {
  const { key: question, revision, stem, attempts: answers } = rating;
  const steps = rating.steps.map((step, i) => ({
    question,
    revision,
    option: rating.stepTexts[i] ?? step.id,
    ...picked(step),
  }));
  const open = { question, revision, option: t("statistics:item.open"), ...picked(rating.leftOpen) };
  return [{ question, revision, stem, answers }, ...steps, open];
}

function picked({ picks, share }: { readonly picks: number; readonly share: number }): Line {
  return { picks, share: digits(share) };
}
