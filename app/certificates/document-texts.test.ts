import { expect, test } from "vitest";
import { locales } from "../i18n/locales";
import { readTexts } from "./certificate.fixture";
import { documentText } from "./document-texts";
import { findUnprintable } from "./printable";

const english = readTexts("en");
const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test.each(locales)("%s has every text, with the same values, in letters that the fonts have", (language) => {
  const texts = readTexts(language);
  expect(Object.keys(texts)).toEqual(Object.keys(english));
  for (const [key, text] of Object.entries(texts)) {
    expect(text.trim()).not.toBe("");
    expect(findUnprintable(text)).toEqual([]);
    // "one attempt" needs no number.
    if (!key.endsWith("_one"))
      expect({ key, values: placeholders(text) }).toEqual({ key, values: placeholders(english[key] ?? "") });
  }
});

test("the count chooses the plural form by the rules of the language", () => {
  const text = (language: "en" | "fr", count: number) =>
    documentText(readTexts(language), language)("passMark", { percent: "70 %", count });
  expect(text("en", 1)).toBe("pass mark 70 %, one attempt");
  expect(text("en", 3)).toBe("pass mark 70 %, best of 3 attempts");
  expect(text("fr", 1)).toContain("une tentative");
  // French has a form for millions, which our texts needn't have.
  expect(text("fr", 1_000_000)).toContain("tentatives");
});

test("a value that looks like a placeholder is printed as it is", () => {
  const text = documentText(english, "en");
  expect(text("documentTitle", { track: "{{name}} $& $1", name: "Anna" })).toBe(
    "Certificate of completion: {{name}} $& $1, Anna",
  );
});

test("a missing text or value stops the document", () => {
  expect(() => documentText({}, "en")("kind")).toThrow('lack "kind"');
  expect(() => documentText(english, "en")("onDate")).toThrow('needs a value for "date"');
});
