import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { locales } from "../i18n/locales";
import { exampleFacts, exampleNumber, exampleSource, readTexts } from "./certificate.fixture";
import { PersonalFacts, type CertificateFacts } from "./facts";
import { fontsOf, infoOf, metadataOf, qrOf, solidTextOf, structureOf, textOf } from "./read-pdf.fixture";
import { renderCertificatePdf, stopCertificateThread } from "./render-pdf.server";

afterAll(stopCertificateThread);

const render = (name: string, given: Partial<CertificateFacts> = {}) =>
  renderCertificatePdf(exampleSource(name, given));
const solid = (text: string) => text.normalize("NFC").replace(/\s/g, "");
const ours =
  /^(?:STIXTwoText-(?:Regular|Medium|SemiBold)|SourceSans3-(?:Regular|Medium|SemiBold)|NotoSans-(?:Regular|Medium|SemiBold))$/;

describe("the document", () => {
  test.each(locales)("in %s is tagged PDF/UA-1 with title, language, date and two A4 pages", async (language) => {
    const pdf = await render("Žofia Müller", { language });
    expect(infoOf(pdf)).toMatchObject({
      Tagged: "yes",
      Pages: "2",
      "Page size": "841.89 x 595.276 pts (A4)",
      Author: "Stepwedge",
    });
    expect(infoOf(pdf)["Title"]).toContain(
      "Radiation Protection Orientation Session: computed tomography, Žofia Müller",
    );
    const metadata = metadataOf(pdf);
    expect(metadata).toContain("<pdfuaid:part>1</pdfuaid:part>");
    expect(metadata).toContain(`<dc:language><rdf:Bag><rdf:li>${language}</rdf:li></rdf:Bag></dc:language>`);
    expect(metadata).toContain("<xmp:CreateDate>2026-11-24T10:15:31+00:00</xmp:CreateDate>");
    expect(textOf(pdf)).toContain(readTexts(language)["kind"]);
  });

  test("embeds its own fonts only, as subsets that can be read as text", async () => {
    for (const name of ["Žofia Müller", "Ελένη Παπαδοπούλου", "Әлия Ǩǯ"]) {
      for (const font of fontsOf(await render(name))) {
        expect(font.name).toMatch(ours);
        expect(font).toMatchObject({ embedded: true, subset: true, unicode: true });
      }
    }
  });

  test("has headings, tables with heads, and a described picture; the film edge and the word across are artifacts", async () => {
    const pdf = await render("Žofia Müller", { demonstration: true });
    const structure = structureOf(pdf);
    expect(Buffer.from(pdf).toString("latin1")).toContain(
      `/Alt (QR code that opens the check page for certificate ${exampleNumber})`,
    );
    expect(structure).toMatch(/H1 "Certificate of completion"/);
    expect(structure.match(/H2 "/g)).toHaveLength(6);
    expect(structure.match(/^ *Table /gm)).toHaveLength(4);
    expect(structure.match(/^ *Figure/gm)).toHaveLength(1);
    expect(structure).toContain("/Scope /Column");
    expect(structure).toMatch(/^ *Link/m);
    expect(structure).not.toContain("DEMONSTRATION");
    expect(structure).not.toContain('"CT"');
  });
});

describe("what it says", () => {
  test("is what it proves, what it doesn't, the outcomes, modules, accreditation and address", async () => {
    const text = solidTextOf(await render("Žofia Müller"));
    for (const part of [
      exampleNumber,
      "evidence of theoretical training",
      "does not prove practical competence",
      "84%",
      "best of 2 attempts",
      "CT-S1 Read a dose report; calculate DLP (≥ 2 series)",
      "2. What the scanner tells you 4 to 7 53 min",
      "The track carries no credits",
      `https://learn.example/verify/${exampleNumber}`,
    ]) {
      expect(text).toContain(solid(part));
    }
  });

  test("has the word DEMONSTRATION across both pages in demonstration mode, and nowhere else", async () => {
    const letters = (pdf: Uint8Array, page: number) =>
      Array.from(solid(textOf(pdf, page))).filter((c) => c === "N" || c === "R").length;
    const [shown, real] = [await render("Anna", { demonstration: true }), await render("Anna")];
    // The letters of turned text come one by one: three N and R per page more than without it.
    for (const page of [1, 2]) expect(letters(shown, page) - letters(real, page)).toBe(3);
    expect(textOf(shown)).toContain("Demonstration content, not issued or endorsed by");
    expect(textOf(real).toLowerCase()).not.toContain("demonstration");
  });

  test("is the same to the byte for the same facts, and another one for other facts", async () => {
    const [one, two, other] = [await render("Anna"), await render("Anna"), await render("Anne")];
    expect(Buffer.from(one).equals(two)).toBe(true);
    expect(Buffer.from(one).equals(other)).toBe(false);
  });

  test("keeps its first sheet on one page with the longest texts, and lets the second flow on", async () => {
    const pdf = await render("Maximilian Ferdinand Johannes ".repeat(4).trim(), {
      language: "de",
      demonstration: true,
      societyName: "European Society of Gastrointestinal and Abdominal Radiology ".repeat(3).trim(),
      trackTitle: "Radiation protection in image-guided interventions ".repeat(3).trim(),
      outcomes: Array.from({ length: 40 }, (_, i) => ({
        code: `K${String(i)}`,
        kind: "knowledge",
        text: "Outcome ".repeat(20).trim(),
      })),
      modules: Array.from({ length: 24 }, () => ({ title: "Quality and learning", minutes: 45, lessons: 4 })),
    });
    expect(textOf(pdf, 1)).toContain("Abschlusszertifikat");
    expect(solid(textOf(pdf, 1))).toContain(solid("weder ausgestellt noch befürwortet."));
    expect(textOf(pdf, 2)).toContain("Lernergebnisse");
    expect(textOf(pdf)).toContain("K39");
  });
});

describe("the QR code", () => {
  test("leads a reader to the address of the check page", async () => {
    expect(qrOf(await render("Žofia Müller", { demonstration: true }))).toBe(
      `https://learn.example/verify/${exampleNumber}`,
    );
  });

  test("carries the longest signed payload too", async () => {
    const verifyUrl = `${exampleFacts().verifyUrl}#${"aB3-_".repeat(80)}`;
    expect(qrOf(await render("Žofia Müller", { verifyUrl }), 300)).toBe(verifyUrl);
  });
});

const europeanNames = [
  "Žofia Müller",
  "Jiří Dvořák",
  "Siân Ŵyn Ŷstwyth",
  "Rūta Kazlauskienė",
  "Gergő Űrhegyi",
  "Şebnem Yıldız-İnci",
  "Ștefan Țepeș",
  "GROẞ Weiß",
  "Łukasz Żółć",
  "Þórður Ægisson",
  "Søren Ångström",
  "Ġorġ Ħaż-Żabbar",
  "Máire Ní Dhomhnaill",
  "Ñuño Çağlar",
  "L·luïsa Œuvrard",
  "Ǩristina Ǥǯ",
  "Ελένη Παπαδοπούλου",
  "ΆΝΝΑ ΐΰ ς",
  "Ἀχιλλεύς Ῥόδιος",
  "Иван Щербаков",
  "Ђорђе Љубичић",
  "Їжак Ґалаґан",
  "Алесь Ўладзімір",
  "Ѓорѓи Ќосев",
  "Әлия Қызы",
  "O’Connor d'Arc",
  "Nguyễn Thị Hồng",
  "A\u0301ron q\u030c",
];

const hostileNames = [
  "#panic()",
  "*_$",
  "$x^2$",
  "= Heading",
  "@label <label>",
  "`raw` // comment",
  "/* open",
  "\\u{41} \\",
  '#read("certificate.typ")',
  "{{name}} {{track}}",
  "<script>alert(1)</script>",
  '"]); #eval("1")',
  "https://evil.example",
  "--- ... ~",
  "- item + item",
  "%PDF-1.7 (\\)",
];

describe("the name", () => {
  test.each(europeanNames)("%s is printed and can be read back", async (name) => {
    const text = textOf(await render(name));
    expect(solid(text).split(solid(name))).toHaveLength(3);
  });

  test.each(hostileNames)("%s is text, not markup", async (name) => {
    expect(solidTextOf(await render(name))).toContain(solid(name));
  });

  test("is set smaller, then on two balanced lines, and never leaves the page", async () => {
    const lines = async (name: string) => {
      const printed = textOf(await render(name), 1)
        .split("\n")
        .map((line) => line.trim());
      return printed.filter((line) => line !== "" && name.includes(line) && line.length > 3);
    };
    expect(await lines("Ελένη Παπαδοπούλου-Χατζηδημητρίου")).toEqual(["Ελένη Παπαδοπούλου-Χατζηδημητρίου"]);
    expect(await lines("Maria Magdalena Theodora von Hohenstein-Wittgensteinburg-Lüt")).toEqual([
      "Maria Magdalena Theodora von",
      "Hohenstein-Wittgensteinburg-Lüt",
    ]);
    expect(await lines("W".repeat(120))).toEqual(["W".repeat(120)]);
  });
});

const samples = path.resolve("..", "shared", "samples", "names-i18n", "blns.json");
if (!existsSync(samples)) console.info("Skipped: names from the samples folder, which isn't beside this checkout");
test.skipIf(!existsSync(samples))(
  "each awkward name of the samples is printed unchanged or refused by the schema",
  async () => {
    // The sample is a list of strings.
    const names = JSON.parse(readFileSync(samples, "utf8")) as string[];
    const accepted = names
      .map((name) => name.trim())
      .filter((name) => PersonalFacts.safeParse({ name, profession: "x" }).success);
    expect(accepted.length).toBeGreaterThan(250);
    for (const name of accepted) expect(solidTextOf(await render(name))).toContain(solid(name));
  },
  120_000,
);
