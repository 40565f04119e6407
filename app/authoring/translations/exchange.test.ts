import fc from "fast-check";
import { expect, test } from "vitest";
import { ImportRefused } from "../../../quizzes/formats/imported";
import { readTranslationCsv, writeTranslationCsv } from "./csv-file";
import type { ExportedUnit } from "./exchange-unit";
import { readXliff } from "./read-xliff";
import { unitStatuses } from "./unit";
import { writeXliff } from "./write-xliff";

const bytes = (text: string) => new TextEncoder().encode(text);
const xliff = (units: readonly ExportedUnit[]) =>
  readXliff(bytes(writeXliff({ trackSlug: "a-track", sourceLanguage: "en", language: "de", units })), "a.xlf").units;
const csv = (units: readonly ExportedUnit[]) => readTranslationCsv(bytes(writeTranslationCsv(units)), "a.csv").units;
const plain = (units: readonly ExportedUnit[]) => units.map(({ id, source, target }) => ({ id, source, target }));

/** Whatever a text may hold, and what formats stumble over most often. */
const hard = [
  "<b>&amp;</b>",
  "]]>",
  "<![CDATA[x]]>",
  "<!-- -->",
  "a\r\nb\rc\nd",
  "  blanks  ",
  "\t\ttabs",
  "\u0000\u0001\u001f\u007f\u0085",
  "\ufffe\uffff\ufeff",
  "שלום \u202eabc\u202c مرحبا",
  "e\u0301 a\u0308 \u1100\u1161",
  "𝕬 👩🏽‍⚕️",
  "=1+1",
  "'=1+1",
  "''-x",
  "'plain",
  '"quoted", and; more',
  ':ref[icrp-135]{a="b"}\n\n| a | b |\n|---|---|',
];
const text = fc.oneof(
  fc.constantFrom(...hard),
  fc.string({ unit: "binary" }),
  fc.array(fc.constantFrom(...hard)).map((parts) => parts.join("")),
);
const units = fc.uniqueArray(
  fc.record({
    id: fc.stringMatching(/^(words|questions|lesson):[a-zA-Z0-9-]{1,12}(:[a-zA-Z0-9_-]{1,12})?$/),
    source: text.filter((said) => said !== ""),
    target: text,
    status: fc.constantFrom(...unitStatuses),
  }),
  { selector: ({ id }) => id, minLength: 1, maxLength: 8 },
);

test("what goes out as XLIFF comes back as it was, whatever the texts hold", () => {
  fc.assert(
    fc.property(units, (given) => {
      expect(xliff(given)).toEqual(plain(given));
    }),
    { numRuns: 300 },
  );
});

test("what goes out as CSV comes back as it was, whatever the texts hold", () => {
  fc.assert(
    fc.property(units, (given) => {
      expect(csv(given)).toEqual(plain(given));
    }),
    { numRuns: 300 },
  );
});

test("segments that a translator's program made of a unit are joined, its marks fall away, foreign markup keeps the unit aside", () => {
  const file = `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de-AT"><file id="f">
    <unit id="a"><segment><source>One.</source><target>Eins.</target></segment><ignorable><source> </source></ignorable>
    <segment><source>Two.</source><target><mrk id="m" type="comment">Zwei</mrk>.</target></segment></unit>
    <unit id="b"><segment><source>Bold <ph id="1"/></source><target>Fett</target></segment></unit>
    <unit id="c"><segment state="initial"><source>Three</source></segment></unit></file></xliff>`;
  expect(readXliff(bytes(file), "a.xlf")).toEqual({
    language: "de",
    units: [
      { id: "a", source: "One. Two.", target: "Eins. Zwei." },
      { id: "c", source: "Three", target: "" },
    ],
    unreadable: ["b"],
  });
});

test.each([
  [
    "a document type",
    '<!DOCTYPE xliff [<!ENTITY a SYSTEM "file:///etc/passwd">]><xliff version="2.0">&a;</xliff>',
    /document type/,
  ],
  [
    "an entity of its own",
    '<xliff version="2.0"><file id="f"><unit id="a"><segment><source>&a;</source></segment></unit></file></xliff>',
    /isn't an entity/,
  ],
  ["an unclosed element", '<xliff version="2.0"><file>', /well-formed/],
  ["XLIFF 1.2", '<xliff version="1.2"><file/></xliff>', /XLIFF 1.2; version 2 is read/],
  ["another format", "<quiz/>", /no XLIFF document/],
  ["no unit", '<xliff version="2.0"><file id="f"/></xliff>', /holds no unit/],
  [
    "a unit twice",
    `<xliff version="2.0"><file id="f">${'<unit id="a"><segment><source>x</source></segment></unit>'.repeat(2)}</file></xliff>`,
    /twice/,
  ],
])("an XLIFF file with %s is refused with a sentence", (_, content, sentence) => {
  expect(() => readXliff(bytes(content), "a.xlf")).toThrow(sentence);
  expect(() => readXliff(bytes(content), "a.xlf")).toThrow(ImportRefused);
});

test.each([
  ["in another encoding", new Uint8Array([0x69, 0x64, 0x2c, 0xe9, 0x0a]), /UTF-8/],
  ["without the column of translations", bytes("id,source\na,b\n"), /no column "target"/],
  ["with an id twice", bytes("id,source,target\na,b,c\na,b,c\n"), /twice/],
  ["with an open quote", bytes('id,source,target\na,"b,c\n'), /can't be read as a table/],
  ["without texts", bytes("id,source,target\n"), /holds no text/],
])("a CSV file %s is refused with a sentence", (_, content, sentence) => {
  expect(() => readTranslationCsv(content, "a.csv")).toThrow(sentence);
});

test("a table that a spreadsheet saved with semicolons is read", () => {
  expect(readTranslationCsv(bytes('ID;Source;Target\r\na;"x; y";"z\nw"\r\n'), "a.csv").units).toEqual([
    { id: "a", source: "x; y", target: "z\nw" },
  ]);
});
