import { describe, expect, test } from "vitest";
import type { Imported } from "./imported";
import { importQuestions } from "./import-questions";

const read = (text: string | Uint8Array): Promise<Imported> =>
  importQuestions(typeof text === "string" ? new TextEncoder().encode(text) : text, {
    format: "gift",
    fileName: "a.gift",
  });
/** The only question of a text. */
async function one(text: string) {
  const { questions, losses, refused } = await read(text);
  expect(refused).toBeUndefined();
  expect(questions).toHaveLength(1);
  return { question: questions[0], whats: losses.map(({ what }) => what) };
}
const kinds = async (text: string) => (await read(text)).questions.map(({ kind }) => kind);

describe("GIFT as other people write it", () => {
  test.each<[string, string, object]>([
    ["a title and an escaped colon", "::a\\:b:: Is it?{T}", { kind: "true-false", key: true }],
    ["true in words, with feedback", "Is it?{TRUE#No.#Yes.}", { key: true, why: { true: "Yes.", false: "No." } }],
    ["false in small letters", "Is it?{f}", { kind: "true-false", key: false }],
    ["an essay of blanks", "Write.{  }", { kind: "essay" }],
    ["a missing word", "Dose is {=energy ~time} per mass.", { kind: "single", stem: "Dose is _____ per mass." }],
    ["escaped signs", "What is \\{a\\=b\\~c\\#d\\}?{=\\=x\\: ~y\\~z}", { stem: "What is {a=b\\~c#d}?", key: "a" }],
    ["partial weights", "Which?{~%50%a ~%50%b ~%-100%c}", { kind: "multiple", keys: ["a", "b"], rule: "weights" }],
    ["a half-right option", "Which?{=a ~%50%b ~c}", { kind: "single", key: "a", options: [{}, { share: 50 }, {}] }],
    ["a number with a tolerance", "How many?{#3:0.5}", { key: { value: 3, tolerance: { absolute: 0.5 } } }],
    ["a range", "How many?{#1..5}", { key: { value: 3, tolerance: { absolute: 2 } } }],
    ["a negative range", "How many?{#-5..-1}", { key: { value: -3, tolerance: { absolute: 2 } } }],
    ["a number to the digit", "When?{#1822}", { key: { value: 1822, tolerance: { absolute: 0.000001822 } } }],
    [
      "several numbers",
      "When?{#=1822:0 =%50%1822:2#Near.}",
      { key: { value: 1822 }, mistakes: [{ value: 1822, share: 50, feedback: "Near.", tolerance: { absolute: 2 } }] },
    ],
    ["pairs", "Match.{=a -> 1 =b -> 2 = -> 3}", { kind: "matching", left: [{}, {}], right: [{}, {}, {}] }],
    ["short answers", "Who?{=Grant#Right. =%50%Lee}", { answers: [{ share: 100, feedback: "Right." }, { share: 50 }] }],
    ["a star for anything", "Who?{=Ulysses*}", { answers: [{ match: "pattern", text: "Ulysses.*" }] }],
    ["general feedback", "Is it?{T####Because.}", { explanation: "Because." }],
    ["HTML", "[html]<p>Is <b>it</b>?</p>{T}", { stem: "Is **it**?" }],
    ["Markdown", "[markdown]Is **it**?{T}", { stem: "Is **it**?" }],
    ["plain text", "[plain]Is *it* <b>?{T}", { stem: "Is \\*it\\* \\<b>?" }],
    ["lines of Windows", "Which?{\r\n=a\r\n~b\r\n}\r\n", { kind: "single", options: [{ text: "a" }, { text: "b" }] }],
    ["a byte order mark", "\ufeff// A comment\nIs it?{T}", { kind: "true-false" }],
    ["a comment among the answers", "Which?{\n// not this\n=a\n~b\n}", { kind: "single" }],
    ["a note with id and tag", "// [id:my-id] [tag:CT-K1]\nIs it?{T}", { id: "my-id", outcomes: ["CT-K1"] }],
  ])("%s", async (_, text, expected) => {
    expect((await one(text)).question).toMatchObject(expected);
  });

  test("categories name the topic of what follows", async () => {
    const { questions } = await read("$CATEGORY: $course$/top/Beam quality\n\nA?{T}\n\n$CATEGORY: Dose\nB?{F}");
    expect(questions.map(({ topic }) => topic)).toEqual(["beam-quality", "dose"]);
  });

  test("Latin 1 is read and reported", async () => {
    const { questions, losses } = await read(new Uint8Array(Buffer.from("Größe?{=groß ~klein}", "latin1")));
    expect(questions[0]?.stem).toBe("Größe?");
    expect(losses.map(({ what }) => what)).toEqual(["the encoding"]);
  });

  test("UTF-16 is read", async () => {
    const bytes = new Uint8Array(Buffer.from("\ufeffGröße?{T}", "utf16le"));
    expect((await read(bytes)).questions[0]?.stem).toBe("Größe?");
  });

  test.each<[string, string, string]>([
    ["braces that aren't closed", "A?{=a ~b", "not closed"],
    ["a brace that closes nothing", "A?}", "closes nothing"],
    ["two pairs of braces", "A {=a} B {=b}?", "second pair"],
    ["no right option", "A?{~a ~b}", "no option is right"],
    ["a number that is none", "A?{#many}", "no number"],
    ["a text without a question", "Read this first.", "description"],
    ["no whole mark", "A?{=%50%a}", "whole mark"],
    ["a stem of nothing", "{=a ~b}", "stem"],
    ["one option", "A?{=a#x ~}", ""],
    ["two partners of one label", "A?{=a -> 1 =a -> 2}", ""],
  ])("%s: a loss that says why, and the next question is taken", async (_, text, why) => {
    const { questions, losses, refused } = await read(`${text}\n\nIs it?{T}`);
    expect(refused).toBeUndefined();
    expect(questions.at(-1)).toMatchObject({ kind: "true-false", stem: "Is it?" });
    if (why !== "") expect(losses.map((loss) => `${loss.what} ${loss.why}`).join("\n")).toContain(why);
    expect(questions.length + losses.filter(({ what }) => what.startsWith("the whole")).length).toBe(2);
  });

  test("titles, names and texts such as __proto__ are texts", async () => {
    expect(await kinds("::__proto__:: constructor?{=__proto__ ~constructor}\n\n::__proto__::b?{T}")).toEqual([
      "single",
      "true-false",
    ]);
  });
});
