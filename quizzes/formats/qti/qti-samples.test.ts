import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { QuestionSchema } from "../../bank-schema";
import { mark } from "../../engine/mark";
import type { Kind, Question, Response } from "../../engine/model";
import type { Imported } from "../imported";
import { importQti } from "./import-qti";
import { wholeItem } from "./read-item";

const samples = "../shared/samples/qti";
const isThere = existsSync(samples);
if (!isThere) console.warn("The QTI samples aren't there; their tests are skipped.");

const read = (path: string) => importQti(new Uint8Array(readFileSync(`${samples}/${path}`)), path);
const lostItems = ({ losses }: Imported) => losses.filter(({ what }) => what === wholeItem).length;

/** Kinds that each file gives; null stands for an item that is reported as lost. From the samples' own list. */
const expected: Readonly<Record<string, readonly (Kind | null)[]>> = {
  "items/pie-qti3-choice-multiple.xml": ["multiple"],
  "items/pie-qti3-choice-single.xml": ["single"],
  "items/pie-qti3-extended-text.xml": ["essay"],
  "items/pie-qti3-hotspot-interaction.xml": ["hotspot"],
  "items/qtisdk-constraints-choice_default.xml": ["multiple"],
  "items/qtisdk-constraints-choice_min_max.xml": ["multiple"],
  "items/qtisdk-constraints-extended_text_min_max.xml": ["essay"],
  "items/qtisdk-constraints-hotspot_default.xml": ["hotspot"],
  "items/qtisdk-constraints-hotspot_min_max.xml": ["hotspot"],
  "items/qtisdk-constraints-inline_choice_required.xml": ["cloze"],
  "items/qtisdk-constraints-match_min_max.xml": ["matching"],
  "items/qtisdk-constraints-order_max.xml": ["ordering"],
  "items/qtisdk-constraints-select_point_default.xml": ["hotspot"],
  "items/qtisdk-constraints-text_entry_patternmask.xml": ["short-text"],
  "items/tao-sample-history.xml": ["ordering"],
  "items/tao-sample-space-shuttle.xml": ["single"],
  // An introduction that asks nothing, then nine items.
  "kennisnet-1-qti3.zip": [
    null,
    "multiple",
    "matching",
    "matching",
    "cloze",
    "hotspot",
    "cloze",
    "multiple",
    "essay",
    "ordering",
  ],
  "pie-package-basic-interactions.zip": ["single", "multiple", "short-text", "cloze", "matching"],
  "pie-package-graphic-interactions.zip": ["hotspot", "labelling"],
  "pie-package-interactive-interactions.zip": ["cloze", "matching", null, "cloze"],
  "tao-package-qti21.zip": ["single"],
  "tao-package-qti22.zip": ["single", "single", "single"],
  "tao-package2-qti21.zip": ["multiple"],
};

describe.skipIf(!isThere)("QTI by other people", () => {
  test.each(Object.entries(expected))("%s gives its questions, and every other item a loss", async (path, kinds) => {
    const imported = await read(path);
    expect(imported.refused).toBeUndefined();
    expect(imported.questions.map(({ kind }) => kind)).toEqual(kinds.filter((kind) => kind !== null));
    expect(imported.questions.length + lostItems(imported)).toBe(kinds.length);
  });

  test("every imported question is valid, and its pictures are there", async () => {
    for (const path of Object.keys(expected)) {
      const { questions, pictures } = await read(path);
      for (const question of questions) {
        expect(QuestionSchema.safeParse(question).error?.issues ?? []).toEqual([]);
        for (const name of JSON.stringify(question).match(/[0-9a-f]{64}\.[a-z]+/g) ?? [])
          expect(pictures.has(name)).toBe(true);
      }
    }
  });

  test("a package whose manifest can't be read, or that has none, is refused with a sentence", async () => {
    const malformed = await read("tao-package-malformed-manifest.zip");
    expect(malformed.refused).toMatch(/^"imsmanifest\.xml" isn't well-formed XML: .+\.$/);
    const missing = await read("tao-package-missing-manifest.zip");
    expect(missing.refused).toBe("The archive holds no imsmanifest.xml, so it isn't a QTI package.");
    expect([malformed.questions, missing.questions]).toEqual([[], []]);
  });

  test("every file of the folder is looked at here", () => {
    const names = [...readdirSync(samples), ...readdirSync(`${samples}/items`).map((name) => `items/${name}`)];
    const known = [
      ...Object.keys(expected),
      "items",
      "scoring",
      "tao-package-malformed-manifest.zip",
      "tao-package-missing-manifest.zip",
    ];
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
  });
});

interface Case {
  readonly name: string;
  readonly responses: Readonly<Record<string, unknown>>;
  readonly expect: { readonly outcomes?: Readonly<Record<string, unknown>> };
}

/** An answer of a case in the words of the model, as far as the kinds of the scoring samples need it. */
function responseOf({ kind }: Question, given: readonly string[]): Response | null {
  const id = (text: string) => text.toLowerCase().replace(/[^a-z0-9]+/g, "-");
  const [first] = given;
  if (first === undefined) return null;
  if (kind === "single") return { kind, option: id(first) };
  if (kind === "multiple") return { kind, options: given.map(id) };
  if (kind === "numeric") return { kind, text: first, unit: "1" };
  return kind === "short-text" ? { kind, text: first } : null;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((v) => v !== null && v !== undefined).map(String);

describe.skipIf(!isThere)("scoring cases by other people", () => {
  const folders = isThere ? readdirSync(`${samples}/scoring`) : [];
  const counted = { agree: 0, otherwise: [] as string[], lost: [] as string[] };

  test.each(folders)(
    "%s is one question or one loss, and is scored as it says unless a loss says otherwise",
    async (folder) => {
      const imported = await read(`scoring/${folder}/item.xml`);
      expect(imported.questions.length + lostItems(imported)).toBe(1);
      const [question] = imported.questions;
      if (question === undefined) {
        counted.lost.push(folder);
        return;
      }
      if (imported.losses.some(({ what }) => what.startsWith("its scoring"))) {
        counted.otherwise.push(folder);
        return;
      }
      const max = Number(
        /^(\S+) marks$/.exec(imported.losses.find(({ what }) => / marks$/.test(what))?.what ?? "")?.[1] ?? 1,
      );
      // The shape of the file is that of the samples' own list.
      const { cases } = JSON.parse(readFileSync(`${samples}/scoring/${folder}/cases.json`, "utf8")) as {
        cases: readonly Case[];
      };
      for (const { name, responses, expect: wanted } of cases) {
        const [response] = Object.values(responses);
        const { awarded, possible } = mark(question, responseOf(question, texts(response)));
        expect(awarded / possible, name).toBeCloseTo(Number(wanted.outcomes?.["SCORE"]) / max, 1);
        counted.agree += 1;
      }
    },
  );

  test("most samples that ask something agree", () => {
    console.info(
      `QTI scoring: ${String(counted.agree)} cases agree; scored otherwise, with a loss: ${counted.otherwise.join(", ")}; no question: ${String(counted.lost.length)} items.`,
    );
    expect(counted.agree).toBeGreaterThanOrEqual(10);
  });
});
