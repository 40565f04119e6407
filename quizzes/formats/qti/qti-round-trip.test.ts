import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Kind, Label, Option, Question } from "../../engine/model";
import { pictureName } from "../picture-name";
import { readZip } from "../read-zip";
import { exportQti } from "./export-qti";
import { greyPicture } from "./grey-picture";
import { importQti } from "./import-qti";
import type { QtiVersion } from "./write-xml";
import { ZipFile } from "yazl";

const versions: readonly QtiVersion[] = ["2.1", "2.2", "3.0"];
const pictureBytes = greyPicture(300, 200);
const name = pictureName(pictureBytes) ?? "";
const pictures = new Map([[name, pictureBytes]]);

const id = fc.stringMatching(/^[a-z0-9]{1,5}(-[a-z0-9]{1,4})?$/);
const ids = (min: number, max: number) => fc.uniqueArray(id, { minLength: min, maxLength: max });
/** Words with every sign that XML, HTML or Markdown could stumble over. */
const words = fc
  .array(
    fc.oneof(
      fc.stringMatching(/^[a-zäéß]{1,6}$/),
      fc.constantFrom(
        "<5 mGy",
        "a & b",
        "$x^2$",
        "**bold**",
        "_",
        "[x]",
        "µGy·m²",
        "\\*",
        "&amp;",
        "‘q’",
        '"',
        "'",
        "😀",
        "]]>",
      ),
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(" "));
const maybe = fc.oneof(fc.constant(""), words);
const base = fc.record({
  id,
  topic: id,
  outcomes: fc.subarray(["CT-K1", "CT-S2"]),
  difficulty: fc.constantFrom(1 as const, 2 as const, 3 as const),
  lesson: fc.option(id),
  source: fc.option(
    fc.record({
      cite: fc.constant("A book"),
      year: fc.integer({ min: 1990, max: 2026 }),
      mark: fc.constantFrom("V" as const, "M" as const),
    }),
  ),
  stem: words.map((text) => `Question: ${text}`),
  explanation: maybe,
});
const labels = (own: readonly string[]) =>
  fc.tuple(...own.map((one) => words.map((text): Label => ({ id: one, text: `${one} ${text}` }))));
const options = (own: readonly string[]) =>
  fc.tuple(
    ...own.map((one) =>
      fc.tuple(words, maybe).map(([text, why]): Option => ({ id: one, text: `${one} ${text}`, why })),
    ),
  );
const picture = fc.record({ name: fc.constant(name), alt: words, width: fc.constant(300), height: fc.constant(200) });
const answer = fc.record({
  match: fc.constant("text" as const),
  text: fc.stringMatching(/^[a-z]{2,8}$/),
  share: fc.constantFrom(50, 100),
  feedback: fc.constant(""),
});
const typed = fc.record({
  answers: fc
    .uniqueArray(answer, { minLength: 1, maxLength: 3, selector: ({ text }) => text })
    .map(([first, ...rest]) => {
      // fast-check keeps to minLength.
      return [{ ...(first as NonNullable<typeof first>), share: 100 }, ...rest];
    }),
  caseSensitive: fc.boolean(),
  ignoreAccents: fc.constant(false),
});
const number = fc.record({
  value: fc.integer({ min: 1, max: 9999 }).map((n) => n / 10),
  unit: fc.constant("1"),
  tolerance: fc.oneof(
    fc.constant({ absolute: 1e-7 }),
    fc.constant({ absolute: 0.05 }),
    fc.constant({ relative: 0.02 }),
  ),
});

const made: Readonly<Record<Kind, fc.Arbitrary<object>>> = {
  single: ids(2, 5).chain((own) => fc.record({ options: options(own), key: fc.constantFrom(...own) })),
  multiple: ids(3, 6).chain((own) =>
    fc.record({
      options: options(own),
      keys: fc.subarray(own, { minLength: 1, maxLength: own.length - 1 }),
      rule: fc.constantFrom("penalty", "all-or-nothing"),
    }),
  ),
  "true-false": fc.record({ key: fc.boolean(), why: fc.record({ true: maybe, false: maybe }) }),
  numeric: fc.record({ key: number, units: fc.constant(["1"]), mistakes: fc.constant([]) }),
  matching: fc.tuple(ids(2, 5), ids(2, 6)).chain(([left, right]) =>
    fc.record({
      left: labels(left),
      right: labels(right),
      key: fc
        .tuple(...left.map(() => fc.constantFrom(...right)))
        .map((own) => Object.fromEntries(left.map((l, at) => [l, own[at] ?? ""]))),
    }),
  ),
  ordering: ids(2, 6).chain((own) =>
    fc.record({ items: labels(own), key: fc.shuffledSubarray(own, { minLength: own.length }) }),
  ),
  "short-text": typed,
  cloze: ids(2, 3).chain((own) =>
    fc
      .tuple(
        ...own.map((one, at) =>
          fc.oneof(
            typed.map((text) => ({ kind: "text", id: one, ...text })),
            fc.record({ kind: fc.constant("number"), id: fc.constant(one), key: number, mistakes: fc.constant([]) }),
            ids(2, 4).chain((choices) => {
              const unique = choices.map((choice) => `g${String(at)}-${choice}`);
              return fc.record({
                kind: fc.constant("choice"),
                id: fc.constant(one),
                options: options(unique),
                key: fc.constantFrom(...unique),
              });
            }),
          ),
        ),
      )
      .map((gaps) => ({ gaps, stem: `Fill in: ${own.map((one) => `first [[${one}]]`).join(" and ")}.` })),
  ),
  hotspot: ids(1, 4).chain((own) =>
    fc.record({
      picture,
      regions: fc.tuple(
        ...own.map((one) =>
          fc.record({
            id: fc.constant(one),
            text: words.map((text) => `${one} ${text}`),
            why: maybe,
            area: fc.oneof(
              fc.record({
                shape: fc.constant("ellipse"),
                cx: fc.integer({ min: 20, max: 200 }),
                cy: fc.integer({ min: 20, max: 150 }),
                rx: fc.integer({ min: 1, max: 20 }),
                ry: fc.integer({ min: 1, max: 20 }),
              }),
              fc.constant({
                shape: "polygon",
                points: [
                  [0, 0],
                  [50, 0],
                  [50, 40],
                ],
              }),
            ),
          }),
        ),
      ),
      keys: fc.subarray(own, { minLength: 1 }),
    }),
  ),
  labelling: fc.tuple(ids(1, 4), ids(2, 5)).chain(([places, own]) =>
    fc.record({
      picture,
      places: fc.tuple(
        ...places.map((one) =>
          fc.record({ id: fc.constant(one), x: fc.integer({ min: 0, max: 300 }), y: fc.integer({ min: 0, max: 200 }) }),
        ),
      ),
      labels: labels(own),
      key: fc
        .tuple(...places.map(() => fc.constantFrom(...own)))
        .map((key) => Object.fromEntries(places.map((p, at) => [p, key[at] ?? ""]))),
    }),
  ),
  essay: fc.record({
    rubric: ids(1, 2).map((own) =>
      own.map((one) => ({
        id: one,
        text: `Criterion ${one}`,
        levels: [
          { id: "low", text: "little", points: 0 },
          { id: "high", text: "much", points: 2 },
        ],
      })),
    ),
    minWords: fc.constant(10),
    maxWords: fc.constant(200),
    model: maybe,
  }),
  likert: ids(2, 5).chain((own) => fc.record({ scale: labels(own) })),
  "script-concordance": fc.record({
    hypothesis: words,
    finding: words,
    panel: fc.constantFrom([0, 1, 2, 3, 4], [5, 1, 0, 0, 0]),
  }),
  calculated: fc.constant({
    stem: "What is twice {t} mGy?",
    variables: [{ name: "t", min: 1, max: 9, decimals: 0 }],
    rows: [],
    formula: "t * 2",
    unit: "mGy",
    decimals: 1,
    tolerance: { relative: 0.01 },
    units: ["mGy"],
    mistakes: [],
  }),
};
const kinds = Object.keys(made) as Kind[];
const question = (kind: Kind) =>
  fc.tuple(base, made[kind]).map(([shared, own]) => {
    // The record above makes each kind's own fields; the package is read through the schema, which would refuse others.
    return { ...shared, kind, ...own } as unknown as Question;
  });

/** What any reader of QTI sees: kind and key, in the texts that people read. */
// One case for each kind, nothing else.
// eslint-disable-next-line complexity
function keyOf(q: Question): unknown {
  const letters = (text: string | undefined) => (text ?? "").replace(/&amp;/g, "&").replace(/[^\p{L}\p{N}]+/gu, "");
  const text = (list: readonly { readonly id: string; readonly text: string }[], wanted: string) =>
    letters(list.find((one) => one.id === wanted)?.text);
  switch (q.kind) {
    case "single":
      return text(q.options, q.key);
    case "multiple":
      return [q.rule, q.keys.map((key) => text(q.options, key)).sort()];
    case "true-false":
      return q.key;
    case "numeric":
      return [q.key.value, q.key.tolerance];
    case "matching":
      return q.left.map(({ id: left, text: own }) => [letters(own), text(q.right, q.key[left] ?? "")]);
    case "ordering":
      return q.key.map((key) => text(q.items, key));
    case "short-text":
      return [...q.answers].map((a) => [a.text, a.share]).sort();
    case "cloze":
      return q.gaps.map((gap) =>
        gap.kind === "choice"
          ? text(gap.options, gap.key)
          : gap.kind === "text"
            ? gap.answers.map((a) => a.text).sort()
            : gap.key,
      );
    case "hotspot":
      return q.keys.map((key) => text(q.regions, key)).sort();
    case "labelling":
      return q.places.map((place) => text(q.labels, q.key[place.id] ?? ""));
    case "essay":
    case "likert":
    case "calculated":
    case "script-concordance":
      return null;
  }
}

/** The package without the files beside the items: what another program would hand on. */
async function withoutCompanions(bytes: Uint8Array): Promise<Uint8Array> {
  const zip = new ZipFile();
  for (const [path, content] of await readZip(bytes)) {
    if (!path.endsWith(".stepwedge.json")) zip.addBuffer(Buffer.from(content), path);
  }
  zip.end();
  const parts: Buffer[] = [];
  for await (const part of zip.outputStream) parts.push(Buffer.from(part));
  return new Uint8Array(Buffer.concat(parts));
}

const notMarked: readonly Kind[] = ["likert", "calculated", "script-concordance"];

describe.each(versions)("QTI %s", (version) => {
  test.each(kinds)("a %s question comes back as it was, with its pictures", async (kind) => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(question(kind), { minLength: 1, maxLength: 3, selector: (q) => q.id }),
        async (questions) => {
          const { bytes } = await exportQti(questions, pictures, version);
          const back = await importQti(bytes, "package.zip");
          expect(back.refused).toBeUndefined();
          expect(back.questions).toEqual(questions);
          expect(back.losses).toEqual([]);
          expect([...back.pictures.keys()]).toEqual(kind === "hotspot" || kind === "labelling" ? [name] : []);
        },
      ),
      { numRuns: 8 },
    );
  });

  test.each(kinds.filter((kind) => !notMarked.includes(kind)))(
    "a %s question keeps kind and key for other programs",
    async (kind) => {
      await fc.assert(
        fc.asyncProperty(question(kind), async (own) => {
          const { bytes } = await exportQti([own], pictures, version);
          const back = await importQti(await withoutCompanions(bytes), "package.zip");
          const [read] = back.questions;
          expect({ kind: read?.kind, losses: read === undefined ? back.losses : [] }).toEqual({ kind, losses: [] });
          if (read !== undefined) expect(keyOf(read)).toEqual(keyOf(own));
        }),
        { numRuns: 8 },
      );
    },
  );

  test("an item that another program changed is read as it is now, with a loss", async () => {
    const [own] = fc.sample(question("single"), { numRuns: 1, seed: 1 });
    if (own === undefined) return;
    const { bytes } = await exportQti([own], pictures, version);
    const zip = new ZipFile();
    for (const [path, content] of await readZip(bytes)) {
      const text = new TextDecoder().decode(content).replaceAll("Question:", "Changed:");
      zip.addBuffer(
        path.startsWith("items/") && path.endsWith(".xml") ? Buffer.from(text) : Buffer.from(content),
        path,
      );
    }
    zip.end();
    const parts: Buffer[] = [];
    for await (const part of zip.outputStream) parts.push(Buffer.from(part));
    const back = await importQti(new Uint8Array(Buffer.concat(parts)), "package.zip");
    expect(back.questions[0]?.stem).toMatch(/^Changed:/);
    expect(back.losses.map(({ why }) => why)).toContain("another program changed the item since; the item counts");
  });

  test("the same questions make the same bytes", async () => {
    const questions = fc.sample(question("cloze"), { numRuns: 1, seed: 2 });
    const [first, second] = [
      await exportQti(questions, pictures, version),
      await exportQti(questions, pictures, version),
    ];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
  });
});
