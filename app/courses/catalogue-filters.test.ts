import { describe, expect, test } from "vitest";
import {
  durationOf,
  noFilters,
  readCatalogueQuery,
  satisfies,
  valuesOf,
  withoutValue,
  withoutWords,
  writeCatalogueQuery,
} from "./catalogue-filters";

const read = (query: string) => readCatalogueQuery(new URLSearchParams(query));
const track = {
  modality: "CT",
  professions: ["radiographer", "nurse"],
  society: { slug: "esr" },
  languages: ["en", "de"],
  minutes: 100,
  creditHundredths: 0,
};

describe("the address", () => {
  test("says what was chosen and gives the same address back, in one order", () => {
    const query = read("page=2&language=de&language=en&q=dose&modality=CT");
    expect(query).toEqual({ q: "dose", page: 2, filters: { ...noFilters, modality: ["CT"], language: ["de", "en"] } });
    expect(writeCatalogueQuery(query)).toBe("?q=dose&modality=CT&language=de&language=en&page=2");
    expect(writeCatalogueQuery(read("language=en&language=de&language=en"))).toBe(
      writeCatalogueQuery(read("language=de&language=en")),
    );
  });

  test("nothing chosen is no query at all", () => {
    expect(writeCatalogueQuery(read("q=&page=1&utm_source=mail"))).toBe("");
  });

  test("what is wrong in it counts as not said", () => {
    expect(read("page=-1&duration=long&language=xx&credits=maybe&modality=%3Cscript%3E").filters).toEqual(noFilters);
    for (const page of ["-1", "0", "1.5", "x", "99999999"]) expect(read(`page=${page}`).page).toBe(1);
  });

  test("search words lose spaces at their ends, marks of the shell and whatever is beyond 100 letters", () => {
    expect(read("q=+dose%20%20length+").q).toBe("dose length");
    expect(read("q=%E2%9F%A6theme%E2%9F%A7").q).toBe("theme");
    expect(read(`q=${"a".repeat(300)}`).q).toHaveLength(100);
  });

  test("removing a value or the words starts from the first page", () => {
    const query = read("q=dose&modality=CT&modality=XA&page=3");
    expect(writeCatalogueQuery(withoutValue(query, "modality", "CT"))).toBe("?q=dose&modality=XA");
    expect(writeCatalogueQuery(withoutWords(query))).toBe("?modality=CT&modality=XA");
  });
});

describe("what satisfies", () => {
  test.each([
    [0, "up-to-60"],
    [60, "up-to-60"],
    [61, "60-to-120"],
    [120, "60-to-120"],
    [121, "over-120"],
  ])("%i minutes belong to %s", (minutes, duration) => {
    expect(durationOf(minutes)).toBe(duration);
  });

  test("within a group one value is enough; every group must be satisfied", () => {
    const fits = (query: string) => satisfies(valuesOf(track), read(query).filters);
    expect(fits("")).toBe(true);
    expect(fits("modality=XA&modality=CT")).toBe(true);
    expect(fits("modality=CT&profession=nurse&language=de&duration=60-to-120&credits=no&society=esr")).toBe(true);
    expect(fits("modality=CT&language=fr")).toBe(false);
    expect(fits("credits=yes")).toBe(false);
  });

  test("a group can be left out of account", () => {
    expect(satisfies(valuesOf(track), read("modality=XA&language=de").filters, "modality")).toBe(true);
    expect(satisfies(valuesOf(track), read("modality=XA&language=fr").filters, "modality")).toBe(false);
  });
});
