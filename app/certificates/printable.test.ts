import { afterAll, expect, test } from "vitest";
import { exampleFacts, exampleSource } from "./certificate.fixture";
import { findUnprintable, fitsSerif } from "./printable";
import { fontsOf } from "./read-pdf.fixture";
import { renderCertificatePdf, stopCertificateThread } from "./render-pdf.server";
import { TypstError } from "./typst-queue.server";

afterAll(stopCertificateThread);

const plane = Array.from({ length: 0xd800 }, (_, code) => String.fromCharCode(code)).filter(
  (character) => character === character.normalize("NFC"),
);
const printable = plane.filter((character) => findUnprintable(character).length === 0);
const visible = (characters: string[]) => characters.filter((character) => !/[\s\p{M}]/u.test(character));
/** Pieces of text that hold every character of a list; marks stand on a letter, as they do in names. */
function pieces(characters: string[], length: number): string[] {
  const units = characters.map((character) => (/\p{M}/u.test(character) ? `q${character}` : character));
  return Array.from({ length: Math.ceil(units.length / length) }, (_, i) =>
    units
      .slice(i * length, (i + 1) * length)
      .join("")
      .replace(/\s/g, "")
      .normalize("NFC"),
  ).filter((piece) => piece !== "");
}

test("the repertoire holds the letters of every European alphabet", () => {
  const letters =
    "čŵėőşșțţẞßıİŁłĦħŊŋŸÿŒœÆæØøÅåÞþÐðŽžŦŧĿŀŉĸǤǥǦǧǨǩƷʒǮǯŻżĠġĊċẂẃỲỳ" +
    "ΆάΈέΉήΊίΌόΎύΏώΪϊΐΰςἀὰᾳῶЁёЂђЃѓЄєЅѕІіЇїЈјЉљЊњЋћЌќЍѝЎўЏџҐґЪъЫыЩщӘәҚқ";
  expect(findUnprintable(letters)).toEqual([]);
});

test("piles of marks are refused, accents are not", () => {
  expect(findUnprintable("Nguyễn m\u0303\u0301 e\u0323\u0302\u0301")).toEqual([]);
  expect(findUnprintable("Z\u0316\u0317\u0318\u0319")).toEqual(["\u0318", "\u0319"]);
});

test("every character of the repertoire is rendered: Typst refuses a document that lacks a glyph", async () => {
  const outcomes = pieces(printable, 190).map((text, i) => ({
    code: `K${String(i)}`,
    kind: "knowledge" as const,
    text,
  }));
  await renderCertificatePdf(exampleSource("All", { outcomes }));
  for (const name of pieces(printable, 55)) await renderCertificatePdf(exampleSource(name));
}, 60_000);

test("what fits the serif face is set in it alone", async () => {
  const serif = visible(printable.filter(fitsSerif));
  expect(serif.length).toBeGreaterThan(700);
  for (const name of pieces(serif, 110)) {
    const fonts = fontsOf(await renderCertificatePdf(exampleSource(name))).map((font) => font.name);
    // The second sheet's ident line repeats the name in the small sans face, semibold; medium is the large name's.
    expect(fonts).not.toContain("NotoSans-Medium");
  }
}, 30_000);

test("a name with a letter that the serif face lacks is set in one sans face as a whole", async () => {
  expect(fitsSerif("Ǩristina")).toBe(false);
  const fonts = fontsOf(await renderCertificatePdf(exampleSource("Ǩristina"))).map((font) => font.name);
  expect(fonts).toContain("NotoSans-Medium");
});

test("a text outside the repertoire can't reach a document, not even past the schema", async () => {
  const source = exampleSource("Anna");
  const facts = { ...exampleFacts(), trackTitle: "放射線" };
  expect(findUnprintable("放射線 a\u200b")).toEqual(["放", "射", "線", "\u200b"]);
  await expect(renderCertificatePdf({ ...source, facts })).rejects.toThrow(TypstError);
});
