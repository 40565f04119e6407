import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import type { Question } from "../engine/model";
import type { Imported } from "./imported";
import { importQuestions } from "./import-questions";

/** Files of other people, beside the repository. */
const samples = resolve("../shared/samples");
const isThere = existsSync(samples);
if (!isThere) console.warn(`The sample files (${samples}) aren't there: their tests are skipped.`);

async function load(path: string): Promise<Imported> {
  return importQuestions(new Uint8Array(readFileSync(join(samples, path))), { fileName: path });
}

const wholes = ({ losses }: Imported) => losses.filter(({ what }) => what.startsWith("the whole "));
const countKinds = (questions: readonly Question[]) =>
  questions.reduce<Record<string, number>>((counts, { kind }) => ({ ...counts, [kind]: (counts[kind] ?? 0) + 1 }), {});

interface Parsed {
  readonly type: string;
  readonly stem?: { readonly format: string; readonly text: string };
  readonly choices?: unknown;
  readonly matchPairs?: readonly { readonly subquestion: { readonly text: string }; readonly subanswer: string }[];
  readonly isTrue?: boolean;
}
const kindsOf: Readonly<Record<string, readonly string[]>> = {
  MC: ["single", "multiple"],
  TF: ["true-false"],
  Short: ["short-text"],
  Numerical: ["numeric"],
  Matching: ["matching"],
  Essay: ["essay"],
};

/** What both say, without markup and without the blank that readers write in different ways. */
function bare(text: string): string {
  return text
    .replace(/<[^>]*>|[\\*]/g, "")
    .replace(/_{3,}\s*/g, "_____")
    .replace(/\s+/g, " ")
    .trim();
}

function choiceTexts(choices: unknown): string[] {
  if (!Array.isArray(choices)) return [];
  return choices.map((choice: { text: { text?: string } }) => bare(choice.text.text ?? ""));
}

function textsOf(question: Question): string[] {
  if (question.kind === "single" || question.kind === "multiple") return question.options.map(({ text }) => bare(text));
  return question.kind === "short-text" ? question.answers.map(({ text }) => bare(text)) : [];
}

function compare(question: Question, parsed: Parsed): void {
  expect(kindsOf[parsed.type]).toContain(question.kind);
  expect(bare(question.stem)).toBe(bare(parsed.stem?.text ?? ""));
  if (parsed.type === "MC" || parsed.type === "Short") expect(textsOf(question)).toEqual(choiceTexts(parsed.choices));
  if (question.kind === "true-false") expect(question.key).toBe(parsed.isTrue);
  if (question.kind !== "matching") return;
  const text = (id: string | undefined) => question.right.find((label) => label.id === id)?.text;
  expect(question.left.map((label) => [label.text, text(question.key[label.id])])).toEqual(
    parsed.matchPairs?.map(({ subquestion, subanswer }) => [subquestion.text, subanswer]),
  );
}

const giftFolder = join(samples, "gift/fuhrmanator");
const giftFiles = isThere ? readdirSync(giftFolder).filter((name) => name.endsWith(".gift")) : [];

describe.skipIf(!isThere)("GIFT files of other people", () => {
  test.each(giftFiles)("%s reads as its own authors' parser reads it", async (name) => {
    const read = await load(`gift/fuhrmanator/${name}`);
    // The oracle's shape is checked by the comparison itself.
    const oracle = JSON.parse(readFileSync(join(giftFolder, name.replace(".gift", ".json")), "utf8")) as Parsed[];
    const questions = oracle.filter(({ type }) => kindsOf[type] !== undefined);
    const descriptions = oracle.filter(({ type }) => type === "Description");
    expect(read.refused).toBeUndefined();
    expect(read.questions.length).toBe(questions.length);
    expect(wholes(read).length).toBe(descriptions.length);
    for (const [index, question] of read.questions.entries()) {
      const parsed = questions[index];
      if (parsed !== undefined) compare(question, parsed);
    }
  });

  test("the manual's examples are 43 questions", async () => {
    const read = await load("gift/moodle-examples.gift.txt");
    expect(countKinds(read.questions)).toEqual({
      single: 16,
      multiple: 2,
      "true-false": 5,
      "short-text": 9,
      numeric: 8,
      matching: 3,
    });
    expect(wholes(read)).toEqual([]);
  });

  test("every file of the folder is looked at here", () => {
    const known = ["fuhrmanator", "moodle-examples.gift.txt", "moodle-questions.aiken.txt"];
    expect(readdirSync(join(samples, "gift")).sort()).toEqual(known);
    expect(giftFiles).toHaveLength(18);
  });

  test("Aiken is two single choices, and tags in it are signs", async () => {
    const read = await load("gift/moodle-questions.aiken.txt");
    expect(countKinds(read.questions)).toEqual({ single: 2 });
    expect(read.questions.map((question) => (question.kind === "single" ? question.key : ""))).toEqual(["b", "a"]);
    expect(read.questions[1]?.stem).toContain('\\<html class="cool">');
    expect(read.losses).toEqual([]);
  });
});

/** The kinds that each file gives and the pictures that they name. From the samples' own list. */
const moodleFiles: readonly (readonly [string, Readonly<Record<string, number>>, number])[] = [
  ["cloze-questions.txt", { cloze: 1 }, 0],
  ["format-categories_reverse_order.xml", { essay: 1, "short-text": 1 }, 0],
  ["format-multichoice.xml", { single: 1 }, 4],
  ["type-ddimageortext.xml", { labelling: 1 }, 2],
  ["type-ddwtos.xml", { cloze: 1 }, 0],
  ["type-description.xml", {}, 0],
  ["type-essay.xml", { essay: 1 }, 0],
  ["type-gapselect.xml", { cloze: 1 }, 0],
  ["type-match.xml", { matching: 1 }, 0],
  ["type-multichoice.xml", { multiple: 1 }, 0],
  ["type-numerical.xml", { numeric: 1 }, 0],
  ["type-ordering.xml", { ordering: 1 }, 0],
  ["type-shortanswer.xml", { "short-text": 1 }, 0],
  ["type-truefalse.xml", { "true-false": 1 }, 0],
];

describe.skipIf(!isThere)("Moodle files of other people", () => {
  test.each(moodleFiles)("%s", async (name, kinds, pictures) => {
    const read = await load(`moodle-xml/${name}`);
    expect(read.refused).toBeUndefined();
    expect(countKinds(read.questions)).toEqual(kinds);
    expect(read.pictures.size).toBe(pictures);
    const text = readFileSync(join(samples, "moodle-xml", name), "utf8");
    const written = name.endsWith(".xml") ? [...text.matchAll(/<question type="(?!category)/g)].length : 1;
    expect(read.questions.length + wholes(read).length).toBe(written);
  });

  test("every file of the folder is looked at here", () => {
    expect(readdirSync(join(samples, "moodle-xml")).sort()).toEqual(moodleFiles.map(([name]) => name).sort());
  });

  test("sound behind a link, penalties, hints and common feedback are reported", async () => {
    const greeting = await load("moodle-xml/format-multichoice.xml");
    expect(greeting.losses.map(({ what }) => what)).toContain('the file "bonjour.mp3"');
    const what = (await load("moodle-xml/type-multichoice.xml")).losses.map((loss) => loss.what);
    expect(what).toContain("the penalty 0.3333333");
    expect(what).toContain("2 hints");
    expect(what).toContain('the correctfeedback "Your answer is correct."');
  });
});
