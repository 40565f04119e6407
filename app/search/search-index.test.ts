import { describe, expect, test } from "vitest";
import { makeSearchIndex, type SearchDocument, searchIndex } from "./search-index";

const nothing = { title: [], lessons: [], society: [], summary: [] };
const document = (id: string, texts: Partial<SearchDocument["texts"]>): SearchDocument => ({
  id,
  texts: { ...nothing, ...texts },
});

const ct = document("ct", {
  title: [
    "Radiation Protection Orientation Session: computed tomography",
    "Orientierung im Strahlenschutz: Computertomographie",
    "Radioprotection : tomodensitométrie",
  ],
  lessons: ["Dose length product", "Dosislängenprodukt", "Niveaux de référence diagnostiques"],
  society: ["European Society of Radiology", "ESR"],
  summary: ["What the scanner's dose numbers mean"],
});
const angiography = document("xa", {
  title: ["Radiation protection in image-guided interventions: patients and staff"],
  lessons: ["Scatter: where it comes from", "Shields"],
  society: ["Cardiovascular and Interventional Radiological Society of Europe", "CIRSE"],
  summary: ["Work with less dose, beside the ESR's session on tomography"],
});
const index = makeSearchIndex([ct, angiography]);
const found = (query: string) => searchIndex(index, query)?.ids;

describe("what is found", () => {
  test.each([
    ["a typing error in a long word", "strahlenshutz", ["ct"]],
    ["two errors in a long word", "radaition protektion scater", ["xa"]],
    ["the German spelling of an English word", "tomographie", ["ct", "xa"]],
    ["an accent that was left out", "tomodensitometrie", ["ct"]],
    ["an accent that was typed", "référence", ["ct"]],
    ["an umlaut written as two letters, inside a compound", "dosis laengen", ["ct"]],
    ["an umlaut without its dots", "dosislangenprodukt", ["ct"]],
    ["a word that is only begun", "tomog", ["ct", "xa"]],
    ["a society's letters", "cirse", ["xa"]],
    ["a lesson", "shields", ["xa"]],
    ["capitals", "COMPUTED", ["ct"]],
    ["two neighbours swapped in a short word", "does length", ["ct"]],
  ])("%s: %s", (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  test("every word must stand somewhere in the document", () => {
    expect(found("shields tomography")).toEqual(["xa"]);
    expect(found("shields mammography")).toEqual([]);
  });

  test("a short word that nothing holds is passed over, but not when it stands alone", () => {
    expect(found("tomography zz")).toEqual(["ct", "xa"]);
    expect(found("zz")).toEqual([]);
  });

  test("numbers and short words are not corrected", () => {
    const numbers = makeSearchIndex([document("a", { title: ["ICRP 1350 KAP"] })]);
    expect(searchIndex(numbers, "1351")?.ids).toEqual([]);
    expect(searchIndex(numbers, "kip")?.ids).toEqual([]);
    expect(searchIndex(numbers, "135")?.ids).toEqual(["a"]);
  });

  test("a query without a word is no query", () => {
    expect(searchIndex(index, " … ")).toBeNull();
  });
});

describe("in which order", () => {
  const fields = ["title", "lessons", "society", "summary"] as const;
  test("a title counts more than a lesson, a lesson more than a society, a society more than a summary", () => {
    const documents = [...fields].reverse().map((field) => document(field, { [field]: ["collimation"] }));
    expect(searchIndex(makeSearchIndex(documents), "collimation")?.ids).toEqual([...fields]);
  });

  test("the word itself counts more than a longer one, a longer one more than a part of a compound", () => {
    const documents = [
      document("compound", { title: ["Strahlendosis"] }),
      document("longer", { title: ["Dosismessung"] }),
      document("itself", { title: ["Dosis"] }),
    ];
    expect(searchIndex(makeSearchIndex(documents), "dosis")?.ids).toEqual(["itself", "longer"]);
    expect(searchIndex(makeSearchIndex(documents.slice(0, 1)), "dosis")?.ids).toEqual(["compound"]);
  });

  test("equal ranks keep the order of the documents", () => {
    const documents = ["b", "a", "c"].map((id) => document(id, { title: ["dose"] }));
    expect(searchIndex(makeSearchIndex(documents), "dose")?.ids).toEqual(["b", "a", "c"]);
  });
});

describe("what is said about a correction", () => {
  test("the word that was typed and the one that was taken", () => {
    expect(searchIndex(index, "strahlenshutz")?.corrections).toEqual([
      { typed: "strahlenshutz", taken: ["strahlenschutz"] },
    ]);
  });

  test("nothing where the word stands as it was typed, or is begun, or is part of a compound", () => {
    expect(searchIndex(index, "strahlenschutz tomog laengen")?.corrections).toEqual([]);
  });
});
