import { csvLine } from "../../courses/csv-line";
import type { MessageKey } from "../../i18n/messages";
import type { Translate } from "../../i18n/translate";
import type { EvaluationSummary } from "./evaluation-summary";
import type { InsightsPage } from "./find-insights.server";
import { heatBinMs } from "./watch-heat";

/** What is measured, of what, what it is, its value. */
type Line = readonly [topic: string, item: string, measure: string, value: string | number];

const digits = (value: number) => Math.round(value * 10_000) / 10_000;

/** All figures of a track as CSV in one long table, a figure a line. */
export function exportInsights(page: InsightsPage, t: Translate): string {
  const titles = new Map(page.lessons.map(({ id, title }) => [id, title]));
  const lines = [
    ...totalLines(page, t),
    ...monthLines(page, t),
    ...lessonLines(page, t, titles),
    ...webinarLines(page, t, titles),
    ...evaluationLines(page.evaluations, t),
  ];
  const head = csvLine([
    t("insights:csv.topic"),
    t("insights:csv.item"),
    t("insights:csv.measure"),
    t("insights:csv.value"),
  ]);
  // Spreadsheets read a file without it in the alphabet of their own system.
  return `\uFEFF${head}${lines.map((line) => csvLine(line)).join("")}`;
}

function totalLines({ figures, trackTitle }: InsightsPage, t: Translate): Line[] {
  const topic = t("insights:track");
  const { days, certificates } = figures;
  return [
    [topic, trackTitle, t("insights:enrolled"), figures.enrolled],
    [topic, trackTitle, t("insights:completed"), figures.completed],
    [topic, trackTitle, t("insights:goingOn"), figures.goingOn],
    [topic, trackTitle, t("insights:stopped"), figures.stopped],
    [topic, trackTitle, t("insights:notStarted"), figures.notStarted],
    ...(days === null
      ? []
      : ([
          [topic, trackTitle, `${t("insights:days.lower")} (${t("insights:days.unit")})`, digits(days.lowerQuartile)],
          [topic, trackTitle, `${t("insights:days.median")} (${t("insights:days.unit")})`, digits(days.median)],
          [topic, trackTitle, `${t("insights:days.upper")} (${t("insights:days.unit")})`, digits(days.upperQuartile)],
        ] as const)),
    ...(["valid", "superseded", "revoked"] as const).map(
      (state): Line => [
        t("insights:certificates"),
        trackTitle,
        t(`insights:certificates.${state}`),
        certificates[state],
      ],
    ),
  ];
}

function monthLines({ figures }: InsightsPage, t: Translate): Line[] {
  const topic = t("insights:month");
  return figures.months.flatMap(({ month, enrolled, completed, certificates }): Line[] => [
    [topic, month, t("insights:enrolled"), enrolled],
    [topic, month, t("insights:completed"), completed],
    [topic, month, t("insights:certificates"), certificates],
  ]);
}

function lessonLines({ figures }: InsightsPage, t: Translate, titles: ReadonlyMap<string, string>): Line[] {
  const topic = t("insights:lesson");
  return figures.lessons.flatMap(({ lessonId, done, share, stoppedHere }): Line[] => {
    const title = titles.get(lessonId) ?? lessonId;
    return [
      [topic, title, t("insights:lesson.done"), done],
      [topic, title, t("insights:lesson.share"), digits(share)],
      [topic, title, t("insights:lesson.stopped"), stoppedHere],
    ];
  });
}

function webinarLines({ webinars }: InsightsPage, t: Translate, titles: ReadonlyMap<string, string>): Line[] {
  return webinars.flatMap(({ lessonId, viewers, shares }): Line[] => {
    const title = titles.get(lessonId) ?? lessonId;
    return [
      [title, "", t("insights:heat.viewers"), viewers],
      ...shares.map(
        (share, i): Line => [title, `${String((i * heatBinMs) / 1000)} s`, t("insights:heat.share"), digits(share)],
      ),
    ];
  });
}

function evaluationLines(summary: EvaluationSummary, t: Translate): Line[] {
  if (!summary.isShown) return [];
  const topic = t("insights:evaluations");
  const counts = (["relevance", "bias", "practice"] as const).flatMap((question) =>
    Object.entries(summary.counts[question]).map(
      ([choice, count]): Line => [
        topic,
        t(`learning:evaluation.${question}`),
        // Every choice of the form has its sentence in the catalogue.
        t(`learning:evaluation.${question}.${choice}` as MessageKey),
        count,
      ],
    ),
  );
  const question = t("learning:evaluation.relevance");
  return [
    [topic, "", t("insights:evaluations.count"), summary.count],
    [topic, question, t("insights:evaluations.mean"), digits(summary.meanRelevance)],
    ...counts,
    ...summary.texts.map((text): Line => [topic, t("learning:evaluation.text"), "", text]),
  ];
}
