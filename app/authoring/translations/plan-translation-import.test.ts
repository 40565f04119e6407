import { expect, test } from "vitest";
import { planTranslationImport } from "./plan-translation-import";
import type { TranslationUnit } from "./unit";

const unit = (
  id: string,
  source: string,
  target: string,
  status: TranslationUnit["status"] = "draft",
): TranslationUnit => ({
  ...{ id, source, target, status, part: "words", group: "track" },
  ...{ sourceVersion: 1, rendered: 1, before: source, reviewed: null },
});

test("each text of a file has one fate", () => {
  const units = [
    unit("a", "A", "", "missing"),
    unit("b", "B", "alt"),
    unit("c", "C", "gleich\n"),
    unit("d", "D now", "alt"),
    unit("e", "E", "alt"),
    unit("f", "F", "passt", "behind"),
  ];
  const sent = [
    { id: "a", source: "A", target: "neu" },
    { id: "b", source: "B", target: "anders" },
    { id: "c", source: "C", target: "gleich" },
    { id: "d", source: "D then", target: "neu" },
    { id: "e", source: "E", target: " " },
    { id: "f", source: "F", target: "passt" },
    { id: "z", source: "Z", target: "neu" },
  ];
  expect(planTranslationImport(units, { units: sent }).map(({ id, fate }) => [id, fate])).toEqual([
    ["a", "new"],
    ["b", "changed"],
    ["c", "same"],
    ["d", "moved"],
    ["e", "empty"],
    ["f", "changed"],
    ["z", "unknown"],
  ]);
});
