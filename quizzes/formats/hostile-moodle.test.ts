import { describe, expect, test } from "vitest";
import { asked } from "../engine/calculated";
import { importQuestions } from "./import-questions";

const dot = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

interface Wish {
  readonly type: string;
  readonly inside: string;
  readonly text?: string;
  readonly files?: string;
}
const question = ({ type, inside, text = "Which?", files = "" }: Wish) =>
  `<question type="${type}"><name><text>q</text></name><questiontext format="html"><text><![CDATA[${text}]]></text>${files}</questiontext>${inside}</question>`;
const answer = (fraction: string, text: string, more = "") =>
  `<answer fraction="${fraction}"><text>${text}</text>${more}</answer>`;

async function read(...wishes: readonly Wish[]) {
  const xml = `<?xml version="1.0" encoding="UTF-8"?><quiz>${wishes.map(question).join("")}</quiz>`;
  const imported = await importQuestions(new TextEncoder().encode(xml), { fileName: "a.xml" });
  return { ...imported, whats: imported.losses.map(({ what }) => what) };
}
const data = (name: string, values: readonly string[]) =>
  `<dataset_definition><name><text>${name}</text></name><minimum><text>1</text></minimum><maximum><text>9</text></maximum><decimals><text>0</text></decimals><dataset_items>${values
    .map((value, at) => `<dataset_item><number>${String(at + 1)}</number><value>${value}</value></dataset_item>`)
    .join("")}</dataset_items></dataset_definition>`;
const calculated = (formula: string, ...sets: readonly string[]): Wish => ({
  type: "calculated",
  text: "{a} over {b}?",
  inside: `${answer("100", formula, "<tolerance>0.01</tolerance><tolerancetype>1</tolerancetype>")}<dataset_definitions>${sets.join("")}</dataset_definitions>`,
});

test("a calculated number is compared as Moodle does: with the value itself, whatever it shows", async () => {
  const sets = [data("a", ["4.2"]), data("b", ["1000"])];
  const plain = await read(calculated("{a}/{b}", ...sets));
  expect(plain.questions).toMatchObject([{ decimals: 2, tolerance: { relative: 0.01 } }]);
  const [question] = plain.questions;
  const numeric = question === undefined ? null : asked(question, { a: 4.2, b: 1000 });
  expect(numeric).toMatchObject({ key: { shown: 0.0042 } });

  const wide = calculated("{a}/{b}", ...sets);
  const { questions, whats } = await read({ ...wide, inside: wide.inside.replace("0.01", "5") });
  expect(questions).toMatchObject([{ tolerance: { relative: 1 } }]);
  expect(whats).toContain("the tolerance of 5 times the number");
  const exact = await read({ ...wide, inside: wide.inside.replace("0.01", "0") });
  expect(exact.questions).toMatchObject([{ tolerance: { relative: 1e-9 } }]);
});

describe("Moodle XML as other people write it", () => {
  test.each<[string, Wish, object]>([
    [
      "shares of a multiple choice that don't come out even",
      {
        type: "multichoice",
        inside: `<single>false</single>${answer("33.33333", "a")}${answer("33.33333", "b")}${answer("33.33333", "c")}${answer("-100", "d")}`,
      },
      { kind: "multiple", keys: ["a", "b", "c"], rule: "weights" },
    ],
    [
      "a short answer with a star and one with the sign",
      { type: "shortanswer", inside: `<usecase>0</usecase>${answer("100", "lead*")}${answer("50", "5 \\* 6")}` },
      {
        answers: [
          { match: "pattern", text: "lead.*" },
          { match: "text", text: "5 * 6", share: 50 },
        ],
      },
    ],
    [
      "a number to the digit",
      { type: "numerical", inside: answer("100", "42", "<tolerance>0</tolerance>") },
      { kind: "numeric", key: { value: 42, tolerance: { absolute: 4.2e-8 } } },
    ],
    [
      "a cloze of three kinds",
      {
        type: "cloze",
        text: "<p>{1:SHORTANSWER:=lead~%50%Pb} {2:MULTICHOICE:=yes#Right.~no} {:NUMERICAL:=5:0.1~%50%50:1}</p>",
        inside: "",
      },
      {
        kind: "cloze",
        gaps: [{ kind: "text" }, { kind: "choice", weight: 2 }, { kind: "number", mistakes: [{ share: 50 }] }],
      },
    ],
    [
      "words to drag into a text",
      {
        type: "ddwtos",
        text: "[[1]] stops X-rays, [[2]] hardly",
        inside:
          "<dragbox><text>lead</text><group>1</group><infinite/></dragbox><dragbox><text>air</text><group>1</group><infinite/></dragbox>",
      },
      { kind: "cloze", gaps: [{ kind: "choice" }, { kind: "choice" }] },
    ],
    [
      "a picture of the file in the text",
      {
        type: "truefalse",
        text: '<p>Is it?<img src="@@PLUGINFILE@@/a%20b.png" alt="A dot"></p>',
        files: `<file name="a b.png" path="/" encoding="base64">${dot}</file>`,
        inside: `${answer("100", "true")}${answer("0", "false")}`,
      },
      { kind: "true-false", stem: expect.stringMatching(/!\[A dot\]\(picture:[0-9a-f]{64}\.png\)/) as unknown },
    ],
    [
      "a calculated question",
      calculated("{a}/{b}", data("a", ["4", "6"]), data("b", ["2", "3"])),
      {
        rows: [
          [4, 2],
          [6, 3],
        ],
      },
    ],
  ])("%s", async (_, wish, expected) => {
    const { questions, whats } = await read(wish);
    expect({ whats, question: questions[0] }).toMatchObject({ question: expected });
  });

  test.each<[string, Wish, RegExp]>([
    ["a description", { type: "description", inside: "" }, /isn't part of a bank/],
    ["a random question", { type: "random", inside: "" }, /drawn by the blueprint/],
    ["options that are computed", { type: "calculatedmulti", inside: "" }, /computed can't be held/],
    ["a type of a plugin", { type: "stack", inside: "" }, /no kind for it/],
    ["a type named like what objects inherit", { type: "constructor", inside: "" }, /no kind for it/],
    ["a choice without a key", { type: "multichoice", inside: answer("0", "a") + answer("0", "b") }, /whole mark/],
    ["a number that is none", { type: "numerical", inside: answer("100", "many") }, /whole mark/],
    ["a number that is NaN", { type: "numerical", inside: answer("100", "NaN") }, /whole mark/],
    ["a formula that divides by zero", calculated("{a}/({b}-{b})", data("a", ["4"]), data("b", ["2"])), /no value for/],
    ["a formula that names nothing known", calculated("{a}*{z}", data("a", ["4"])), /no variable/],
    ["a formula with a call", calculated("system('ls')", data("a", ["4"])), /can't be read/],
    ["a cloze without a gap", { type: "cloze", text: "No gap", inside: "" }, /no gap/],
    ["a gap for a word that isn't there", { type: "gapselect", text: "[[7]]", inside: "" }, /isn't there/],
    ["a question without a text", { type: "essay", text: "", inside: "" }, /stem/],
    [
      "items of an order that look alike",
      { type: "ordering", inside: answer("1", "a") + answer("2", "a") + answer("3", "b") },
      /same text/,
    ],
    [
      "an option that is right and wrong",
      { type: "multichoice", inside: answer("100", "same") + answer("0", "same") },
      /right and wrong/,
    ],
  ])("%s is one loss that says why", async (_, wish, why) => {
    const { questions, losses, refused } = await read(wish);
    expect(refused).toBeUndefined();
    expect(questions).toEqual([]);
    const whole = losses.filter(({ what }) => what.startsWith("the whole question"));
    expect(whole).toHaveLength(1);
    expect(whole[0]).toMatchObject({ file: "a.xml", item: "q", why: expect.stringMatching(why) as unknown });
  });

  test("a damaged picture, and one elsewhere, are losses; the question stays", async () => {
    const text = '<img src="@@PLUGINFILE@@/a.png" alt="x"><img src="https://example.org/b.png" alt="y">Is it?';
    const files = '<file name="a.png" encoding="base64">bm90IGEgcGljdHVyZQ==</file>';
    const inside = answer("100", "true") + answer("0", "false");
    const { questions, whats, pictures } = await read({ type: "truefalse", text, files, inside });
    expect(questions).toHaveLength(1);
    expect(pictures.size).toBe(0);
    expect(whats).toEqual(['the picture "a.png"', 'the picture "https://example.org/b.png"']);
  });

  test("questions of one name get different ids", async () => {
    const truth = { type: "truefalse", inside: answer("100", "true") + answer("0", "false") };
    const { questions } = await read(truth, truth, truth);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(3);
  });
});
