import { expect, test } from "vitest";
import { fold, queryTerms, termsOf } from "./fold";

test("letters lose case and accents, ß becomes ss and ligatures open", () => {
  expect(fold("Dosislängenprodukt")).toBe("dosislangenprodukt");
  expect(fold("GROSS und groß")).toBe("gross und gross");
  expect(fold("Réseau, cœur, ŒUVRE")).toBe("reseau, coeur, oeuvre");
  expect(fold("Łódź ﬁlm")).toBe("lodz film");
});

test("a decomposed accent folds like a composed one", () => {
  expect(fold("e\u0301tude")).toBe(fold("\u00e9tude"));
  expect(termsOf("la\u0308nge")).toEqual(termsOf("länge"));
});

test("a word with an umlaut is found under both of its spellings", () => {
  expect(termsOf("Die Länge")).toEqual(["die", "lange", "laenge"]);
});

test("hyphens, slashes and apostrophes part words, digits belong to them", () => {
  expect(termsOf("image-guided d'imagerie 2013/59 CTDI16")).toEqual([
    "image",
    "guided",
    "d",
    "imagerie",
    "2013",
    "59",
    "ctdi16",
  ]);
});

test("a query gives one term for each word", () => {
  expect(queryTerms("  Dosis-LÄNGEN, ")).toEqual(["dosis", "langen"]);
  expect(queryTerms("… !")).toEqual([]);
});
