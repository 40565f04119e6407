import { enoughAnswers } from "../../quizzes/engine/statistics";
import { fold } from "../search/fold";
import type { ItemLine } from "./find-quiz-statistics.server";
import type { StatisticsQuery } from "./statistics-query";

/** The questions of a quiz that its page shows, out of all. */
export interface SelectedItems {
  readonly items: readonly ItemLine[];
  readonly count: number;
  readonly page: number;
  readonly pageCount: number;
  readonly counts: Readonly<Record<StatisticsQuery["show"], number>>;
}

const perPage = 50;

const isShown: Readonly<Record<StatisticsQuery["show"], (item: ItemLine) => boolean>> = {
  all: () => true,
  enough: ({ attempts }) => attempts >= enoughAnswers,
  flagged: ({ flags }) => flags.some((flag) => flag !== "few-answers"),
};

/** What isn't known stands last, whatever the order. */
const unknown = Number.POSITIVE_INFINITY;
const rank: Readonly<Record<Exclude<StatisticsQuery["sort"], "key">, (item: ItemLine) => number>> = {
  facility: ({ facility }) => facility,
  correlation: ({ restCorrelation }) => restCorrelation ?? unknown,
  time: ({ medianSeconds }) => -(medianSeconds ?? -unknown),
};

/** Filters, orders and pages the questions. @param all in the order of their names */
export function selectItems(
  all: readonly ItemLine[],
  { q, show, sort, page: asked }: Pick<StatisticsQuery, "q" | "show" | "sort" | "page">,
): SelectedItems {
  const words = fold(q).split(/\s+/).filter(Boolean);
  const found = all.filter((item) => {
    const text = fold(`${item.key} ${item.stem} ${item.outcomes.join(" ")}`);
    return words.every((word) => text.includes(word));
  });
  const counts = {
    all: found.length,
    enough: found.filter(isShown.enough).length,
    flagged: found.filter(isShown.flagged).length,
  };
  const shown = found.filter(isShown[show]);
  const sorted = sort === "key" ? shown : shown.toSorted((a, b) => rank[sort](a) - rank[sort](b));
  const pageCount = Math.max(1, Math.ceil(sorted.length / perPage));
  const page = Math.min(asked, pageCount);
  const items = sorted.slice((page - 1) * perPage, page * perPage);
  return { items, count: sorted.length, page, pageCount, counts };
}
