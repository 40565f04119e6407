import { expect, test } from "vitest";
import type { ItemLine } from "./find-quiz-statistics.server";
import { selectItems } from "./select-items";
import { readStatisticsQuery, writeStatisticsQuery } from "./statistics-query";

const line = (key: string, wish: Partial<ItemLine> = {}): ItemLine => ({
  questionId: key,
  key,
  kind: "single",
  revision: 1,
  stem: `Stem of ${key}`,
  outcomes: ["T-K1"],
  optionTexts: [],
  attempts: 30,
  facility: 0.5,
  deviation: null,
  discrimination: null,
  restCorrelation: null,
  medianSeconds: null,
  options: [],
  leftOpen: null,
  flags: [],
  ...wish,
});
const asked = { q: "", show: "all", sort: "key", page: 1 } as const;
const keys = (items: readonly ItemLine[], wish: Partial<Parameters<typeof selectItems>[1]>) =>
  selectItems(items, { ...asked, ...wish }).items.map(({ key }) => key);

test("every word must be there, whatever its accents", () => {
  const items = [line("one", { stem: "Dosislängenprodukt" }), line("two", { outcomes: ["T-S9"] })];
  expect(keys(items, { q: "langen STEM" })).toEqual([]);
  expect(keys(items, { q: "LANGEN" })).toEqual(["one"]);
  expect(keys(items, { q: "t-s9 two" })).toEqual(["two"]);
});

test("few answers alone are no reason to look at a question", () => {
  const items = [line("few", { attempts: 3, flags: ["few-answers"] }), line("bad", { flags: ["key-suspect"] })];
  expect(keys(items, { show: "flagged" })).toEqual(["bad"]);
  expect(keys(items, { show: "enough" })).toEqual(["bad"]);
  expect(selectItems(items, asked).counts).toEqual({ all: 2, enough: 1, flagged: 1 });
});

test("an order puts what isn't known last", () => {
  const items = [
    line("a"),
    line("b", { restCorrelation: 0.3, medianSeconds: 10 }),
    line("c", { restCorrelation: -0.2, medianSeconds: 40 }),
  ];
  expect(keys(items, { sort: "correlation" })).toEqual(["c", "b", "a"]);
  expect(keys(items, { sort: "time" })).toEqual(["c", "b", "a"]);
});

test("a page holds fifty, and one too far is the last", () => {
  const items = Array.from({ length: 51 }, (_, i) => line(`q${String(i).padStart(2, "0")}`));
  expect(selectItems(items, { ...asked, page: 9 })).toMatchObject({ page: 2, pageCount: 2, items: [{ key: "q50" }] });
});

test("an address says only what differs, and is read as it was written", () => {
  const query = { ...readStatisticsQuery("http://site.example/"), q: "dose", sort: "time", page: 2 } as const;
  expect(writeStatisticsQuery(query)).toBe("?sort=time&q=dose&page=2");
  expect(readStatisticsQuery(`http://site.example/${writeStatisticsQuery(query)}`)).toEqual(query);
});
