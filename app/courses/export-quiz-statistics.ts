import type { Translate } from "../i18n/translate";
import { csvLine } from "./csv-line";
import type { QuizStatisticsPage } from "./find-quiz-statistics.server";

const digits = (value: number | null): string | number => (value === null ? "" : Math.round(value * 10_000) / 10_000);

/** The statistics of a quiz as CSV: one line a question, and one for each of its options below it. */
export function exportQuizStatistics(page: QuizStatisticsPage, t: Translate): string {
  const headings = (
    [
      "question",
      "revision",
      "stem",
      "outcomes",
      "answers",
      "facility",
      "deviation",
      "discrimination",
      "correlation",
      "time",
      "flags",
      "option",
      "key",
      "picks",
      "share",
      "rest",
    ] as const
  ).map((name) => t(`statistics:csv.${name}`));
  const lines = page.items.flatMap((item) => [
    csvLine([
      item.key,
      item.revision,
      item.stem,
      item.outcomes.join(" "),
      item.attempts,
      digits(item.facility),
      digits(item.deviation),
      digits(item.discrimination),
      digits(item.restCorrelation),
      digits(item.medianSeconds),
      item.flags.map((flag) => t(`statistics:flag.${flag}`)).join("; "),
      ...["", "", "", "", ""],
    ]),
    ...item.options.map((option, i) =>
      csvLine([
        item.key,
        item.revision,
        ...["", "", "", "", "", "", "", "", ""],
        item.optionTexts[i] === "" ? option.id : (item.optionTexts[i] ?? option.id),
        t(option.isKey ? "statistics:yes" : "statistics:no"),
        option.picks,
        digits(option.share),
        digits(option.meanRest),
      ]),
    ),
  ]);
  // Spreadsheets read a file without it in the alphabet of their own system.
  return `\uFEFF${csvLine(headings)}${lines.join("")}`;
}
