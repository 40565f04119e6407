import { expect, test } from "vitest";
import { findRawStrings } from "./raw-strings";
import { compareWithEnglish, lonelyPlurals, sameAsEnglish } from "./text-findings";

const raw = (markup: string) => findRawStrings("a.tsx", `export const A = () => ${markup};`);

test("words between tags are found, signs and numbers aren't", () => {
  expect(raw("<p>Hello</p>")).toEqual(['a.tsx:1 "Hello"']);
  expect(raw("<p>{x} · 2 %</p>")).toEqual([]);
});

test("words in attributes that are read aloud are found, class names aren't", () => {
  expect(raw('<img alt="A phantom" className="figure" />')).toHaveLength(1);
  expect(raw('<button aria-label={open ? "Close" : `Open ${name}`} />')).toHaveLength(2);
  expect(raw('<img alt="" />')).toEqual([]);
});

test("words in expressions are found, keys and comparisons aren't", () => {
  expect(raw('<p>{done ? "Done" : t("common:open")}</p>')).toEqual(['a.tsx:1 "Done"']);
  expect(raw('<p>{kind === "reading" && <b>{t("common:open")}</b>}</p>')).toEqual([]);
  expect(raw('<p>{name ?? "Nobody"}</p>')).toHaveLength(1);
});

test("the title of a page is a text too", () => {
  expect(findRawStrings("a.tsx", 'export const meta = () => [{ title: "Home" }];')).toEqual(['a.tsx:1 "Home"']);
});

const english = {
  common: { hello: "Hello {{name}}", lesson_one: "{{count}} lesson", lesson_other: "{{count}} lessons" },
};

test("a missing key, an extra key and another placeholder are found", () => {
  const german = { common: { hello: "Hallo {{nome}}", lesson_one: "Eine Lektion", extra: "Zu viel" } };
  expect(compareWithEnglish("de", german, english)).toEqual([
    "de/common.json: lesson_other is missing",
    "de/common.json: extra is not in English",
    "de/common.json: hello has {{nome}}, English has {{name}}",
  ]);
});

test("a language may have the plural forms that English lacks", () => {
  const french = {
    common: {
      hello: "Bonjour {{name}}",
      lesson_one: "{{count}} leçon",
      lesson_many: "{{count}} leçons",
      lesson_other: "{{count}} leçons",
    },
  };
  expect(compareWithEnglish("fr", french, english)).toEqual([]);
});

test("a missing file and a plural without its general form are found", () => {
  expect(compareWithEnglish("it", {}, english)).toEqual(["it/common.json is missing (3 texts)"]);
  expect(lonelyPlurals("en", { common: { day_one: "{{count}} day" } })).toEqual([
    "en/common.json: day_one has no _other",
  ]);
});

test("texts that stayed English are counted, unless they were reviewed", () => {
  const german = {
    common: { hello: "Hello {{name}}", lesson_one: "{{count}} Lektion", lesson_other: "{{count}} Lektionen" },
  };
  expect(sameAsEnglish(german, english, new Set()).keys).toEqual(["common:hello"]);
  expect(sameAsEnglish(german, english, new Set(["common:hello"])).share).toBe(0);
});
