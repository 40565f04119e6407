import { describe, expect, test } from "vitest";
import { exportQuestions } from "./export-questions";
import { importQuestions } from "./import-questions";

const bytes = (text: string) => new TextEncoder().encode(text);
const inQuiz = (question: string) => `<?xml version="1.0" encoding="UTF-8"?><quiz>${question}</quiz>`;
const truth = (text: string) =>
  `<question type="truefalse"><name><text>n</text></name><questiontext format="html"><text>${text}</text></questiontext><answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>`;

function utf16(text: string, littleEndian: boolean, mark: boolean): Uint8Array {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (sign) => sign.charCodeAt(0))];
  return new Uint8Array(units.flatMap((unit) => (littleEndian ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])));
}

describe("a file that can't be read is refused with a sentence", () => {
  test.each([
    ["an empty file", new Uint8Array(), /empty/],
    ["XML that isn't closed", bytes(inQuiz("<question>").replace("</quiz>", "")), /line 1/],
    ["an entity bomb", bytes('<!DOCTYPE q [<!ENTITY a "b"><!ENTITY c "&a;&a;">]><quiz>&c;</quiz>'), /document type/],
    [
      "an external entity",
      bytes('<!DOCTYPE q [<!ENTITY a SYSTEM "file:///etc/passwd">]><quiz>&a;</quiz>'),
      /document type/,
    ],
    ["an unknown entity", bytes(inQuiz(truth("&nbsp;"))), /entity/],
    ["a NUL character", bytes(inQuiz(truth("a\0b"))), /NUL/],
    ["another XML file", bytes("<svg></svg>"), /no Moodle file/],
    ["deep nesting", bytes(inQuiz("<a>".repeat(500) + "</a>".repeat(500))), /deep|nest|read/i],
  ])("%s", async (_, file, sentence) => {
    const read = await importQuestions(file, { format: "moodle", fileName: "a.xml" });
    expect(read.questions).toEqual([]);
    expect(read.refused).toMatch(sentence);
    expect(read.losses).toHaveLength(1);
  });

  test("a file of more than 64 MB", async () => {
    const read = await importQuestions(new Uint8Array(64 * 1024 * 1024 + 1), { fileName: "a.gift" });
    expect(read.refused).toBe("The file is larger than 64 MB.");
  });

  test("more than 5,000 questions", async () => {
    const read = await importQuestions(bytes("A?{T}\n\n".repeat(5_001)), { fileName: "a.gift" });
    expect(read.refused).toContain("5,000");
  });

  test("bytes that say no format", async () => {
    const read = await importQuestions(bytes("hello"), { fileName: "a.txt" });
    expect(read.refused).toContain("format");
  });
});

describe("encodings", () => {
  const text = inQuiz(truth("Strålning: 5 µGy"));
  const plain = text.replace(/<\?xml[^>]*\?>/, "");
  test.each([
    ["UTF-8", bytes(text)],
    ["UTF-8 with a mark", bytes(`\ufeff${text}`)],
    ["UTF-16 little", utf16(text, true, true)],
    ["UTF-16 big", utf16(text, false, true)],
    ["UTF-16 little without a mark", utf16(text, true, false)],
    ["declared Latin 1", new Uint8Array(Buffer.from(text.replace("UTF-8", "ISO-8859-1"), "latin1"))],
  ])("%s is read without a loss", async (_, file) => {
    const read = await importQuestions(file, { fileName: "a.xml" });
    expect(read.refused).toBeUndefined();
    expect(read.questions[0]?.stem).toBe("Strålning: 5 µGy");
    expect(read.losses).toEqual([]);
  });

  test("Windows-1252 is read and reported", async () => {
    const read = await importQuestions(new Uint8Array(Buffer.from(plain, "latin1")), { fileName: "a.xml" });
    expect(read.questions[0]?.stem).toBe("Strålning: 5 µGy");
    expect(read.losses.map(({ what }) => what)).toEqual(["the encoding"]);
  });
});

describe("one bad question doesn't take the others with it", () => {
  test("GIFT: the line is named", async () => {
    const read = await importQuestions(bytes("A?{T}\n\nB?{=x ~y\n\nC?{~%50%a ~b =c}\n\nD? {} {}\n"), {
      fileName: "a.gift",
    });
    expect(read.questions.map(({ kind }) => kind)).toEqual(["true-false", "single"]);
    expect(read.losses.map(({ item, what }) => [item, what])).toEqual([
      ["line 3", "the whole question"],
      ["line 7", "the whole question"],
    ]);
  });

  test("Moodle: unknown types, missing keys, programs and strange pictures", async () => {
    const file = inQuiz(
      [
        truth("&lt;img src=x onerror=alert(1)&gt;&lt;script&gt;x&lt;/script&gt;ok"),
        '<question type="pmatch"><name><text>p</text></name></question>',
        '<question type="multichoice"><name><text>m</text></name><questiontext><text>q</text></questiontext><answer fraction="0"><text>a</text></answer></question>',
      ].join(""),
    );
    const read = await importQuestions(bytes(file), { fileName: "a.xml" });
    expect(read.questions.map(({ stem }) => stem)).toEqual(["ok"]);
    expect(JSON.stringify(read.questions)).not.toMatch(/script|onerror|alert/);
    expect(read.losses.map(({ what }) => what)).toEqual([
      "an event handler (onerror)",
      'the picture "x"',
      "<script>",
      'the whole question (type "pmatch")',
      "the whole question",
    ]);
  });

  test("CSV: kinds, keys, tolerances and unknown columns", async () => {
    const table = [
      "kind;stem;option1;option2;option3;key;tolerance;unit;colour",
      "single;Which?;a;b;c;B;;;red",
      ";Which two?;a;b;c;1 3;;;",
      "numeric;How much?;;;;2,5;2%;mGy;",
      "true-false;Is it?;;;;true;;;",
      "matching;Match;x -> 1;y -> 2; -> 3;;;;",
      "single;None?;a;b;;7;;;",
      "essay;Write;;;;;;;",
    ].join("\n");
    const read = await importQuestions(bytes(table), { fileName: "a.csv" });
    expect(read.questions.map(({ kind }) => kind)).toEqual(["single", "multiple", "numeric", "true-false", "matching"]);
    expect(read.losses.map(({ item, what }) => [item, what])).toEqual([
      ["", 'the column "colour"'],
      ["row 7", "the whole row"],
      ["row 8", "the whole row"],
    ]);
  });
});

describe("Moodle's richer types", () => {
  test("numbers with units keep units, shares and tolerances", async () => {
    const file = inQuiz(
      '<question type="numerical"><name><text>n</text></name><questiontext><text>Dose?</text></questiontext>' +
        '<answer fraction="100"><text>5</text><tolerance>0.1</tolerance></answer>' +
        '<answer fraction="50"><text>5000</text><tolerance>1</tolerance><feedback><text>factor 1000</text></feedback></answer>' +
        "<units><unit><multiplier>1</multiplier><unit_name>mGy</unit_name></unit><unit><multiplier>1000</multiplier><unit_name>uGy</unit_name></unit></units></question>",
    );
    const { questions, losses } = await importQuestions(bytes(file), { fileName: "a.xml" });
    expect(losses).toEqual([]);
    expect(questions[0]).toMatchObject({
      key: { value: 5, unit: "mGy", tolerance: { absolute: 0.1 } },
      units: ["mGy", "µGy"],
      mistakes: [{ value: 5000, unit: "mGy", feedback: "factor 1000", share: 50, tolerance: { absolute: 1 } }],
    });
  });

  test("a calculated question's wildcards become variables", async () => {
    const set = (name: string, value: number) =>
      `<dataset_definition><status><text>private</text></status><name><text>${name}</text></name><minimum><text>1</text></minimum><maximum><text>9</text></maximum><decimals><text>0</text></decimals><dataset_items><dataset_item><number>1</number><value>${String(value)}</value></dataset_item></dataset_items></dataset_definition>`;
    const file = inQuiz(
      '<question type="calculated"><name><text>c</text></name><questiontext><text>Distance {d} m, dose {D0}?</text></questiontext>' +
        '<answer fraction="100"><text>{D0}/pow({d},2)</text><tolerance>0.01</tolerance><tolerancetype>1</tolerancetype><correctanswerformat>1</correctanswerformat><correctanswerlength>2</correctanswerlength></answer>' +
        `<dataset_definitions>${set("D0", 8)}${set("d", 2)}</dataset_definitions></question>`,
    );
    const { questions } = await importQuestions(bytes(file), { fileName: "a.xml" });
    expect(questions[0]).toMatchObject({
      kind: "calculated",
      stem: "Distance {d} m, dose {D0}?",
      formula: "D0/((d)^(2))",
      rows: [[8, 2]],
      tolerance: { relative: 0.01 },
      decimals: 2,
    });
  });

  test("one marker for every target is a hotspot", async () => {
    const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    const file = inQuiz(
      `<question type="ddmarker"><name><text>h</text></name><questiontext><text>Where?</text></questiontext><file name="a.png" encoding="base64">${dot}</file>` +
        "<drag><no>1</no><text>Here</text></drag><drop><no>1</no><shape>circle</shape><coords>1,1;1</coords><choice>1</choice></drop></question>",
    );
    const { questions, pictures } = await importQuestions(bytes(file), { fileName: "a.xml" });
    expect(questions[0]).toMatchObject({
      kind: "hotspot",
      picture: { width: 1, height: 1 },
      regions: [{ text: "Here", area: { shape: "ellipse", cx: 1, cy: 1, rx: 1, ry: 1 } }],
    });
    expect(pictures.size).toBe(1);
  });
});

describe("names of formats", () => {
  const text = new TextEncoder().encode("Is it?{T}");
  test("an export to qti is QTI 3.0, and every version's name reads it", async () => {
    const { questions } = await importQuestions(text, { fileName: "a.gift" });
    const { bytes } = await exportQuestions(questions, "qti");
    expect(bytes.length).toBe((await exportQuestions(questions, "qti3")).bytes.length);
    for (const format of ["qti", "qti21", "qti22", "qti3"]) {
      expect((await importQuestions(bytes, { format, fileName: "a.zip" })).questions).toEqual(questions);
    }
  });

  test("an unknown name gets a sentence", async () => {
    const { refused } = await importQuestions(text, { format: "word", fileName: "a.gift" });
    expect(refused).toBe('The format "word" isn\'t known: it is one of gift, moodle, qti, aiken, csv.');
    await expect(exportQuestions([], "constructor")).rejects.toThrow('The format "constructor" isn\'t known');
  });
});
