import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arbitraryQuestion } from "../arbitrary-question";
import { arbitraryText } from "../arbitrary-text";
import { keyResponse } from "../arbitrary-response";
import { asked } from "./calculated";
import { localise, localiseRulings } from "./localise";
import { mark } from "./mark";
import type { AcceptedText, Question, Ruling } from "./model";

const base = {
  id: "q",
  topic: "dose",
  outcomes: ["CT-K1"],
  difficulty: 1,
  lesson: "dose-quantities",
  source: { cite: "a book", year: 2020, mark: "V" },
  stem: "Which?",
  explanation: "Because.",
} as const;

const german = { stem: "Welche?", explanation: "Darum." };

describe("localising", () => {
  test("options take text and reason of the translation; a missing one stays as it was", () => {
    const options = [
      { id: "a", text: "one", why: "w1" },
      { id: "constructor", text: "two", why: "w2" },
    ];
    const question: Question = { ...base, kind: "single", options, key: "a" };
    const said = localise(question, {
      ...german,
      options: { a: { text: "eins", why: "darum" }, zz: { text: "?", why: "?" } },
    });
    expect(said).toEqual({
      ...question,
      ...german,
      options: [{ id: "a", text: "eins", why: "darum" }, options[1]],
    });
    expect(localise({ ...base, kind: "multiple", rule: "penalty", options, keys: ["a"] }, german)).toMatchObject({
      options,
    });
  });

  test("true and false take their reasons", () => {
    const question: Question = { ...base, kind: "true-false", key: true, why: { true: "yes", false: "no" } };
    expect(localise(question, { ...german, why: { true: "ja", false: "nein" } })).toMatchObject({
      why: { true: "ja", false: "nein" },
    });
    expect(localise(question, german)).toMatchObject({ why: { true: "yes", false: "no" }, stem: "Welche?" });
  });

  test("known mistakes take their feedback by their place in the list", () => {
    const mistakes = [
      { value: 1, unit: "mGy", feedback: "one" },
      { value: 2, unit: "mGy", feedback: "two" },
    ];
    const key = { value: 3, unit: "mGy", tolerance: { absolute: 0 } };
    const said = localise(
      { ...base, kind: "numeric", key, units: ["mGy"], mistakes },
      { ...german, mistakes: ["eins"] },
    );
    expect(said).toMatchObject({ mistakes: [{ value: 1, unit: "mGy", feedback: "eins" }, mistakes[1]] });
  });
});

describe("localising labels, and any question", () => {
  test("labels of matching and ordering take their texts", () => {
    const labels = [
      { id: "a", text: "one" },
      { id: "b", text: "two" },
    ];
    const matching: Question = { ...base, kind: "matching", left: labels, right: labels, key: { a: "b", b: "a" } };
    expect(localise(matching, { ...german, left: { a: "links" }, right: { b: "rechts" } })).toMatchObject({
      left: [{ id: "a", text: "links" }, labels[1]],
      right: [labels[0], { id: "b", text: "rechts" }],
    });
    const ordering: Question = { ...base, kind: "ordering", items: labels, key: ["b", "a"] };
    expect(localise(ordering, { ...german, items: { b: "zwei" } })).toMatchObject({
      items: [labels[0], { id: "b", text: "zwei" }],
    });
  });

  test("without a translation the question stays the same", () => {
    fc.assert(fc.property(arbitraryQuestion, (question) => localise(question, null) === question));
  });

  test("a translation changes neither ids nor key nor marks, but the texts that are accepted", () => {
    fc.assert(
      fc.property(arbitraryQuestion, arbitraryText, (question, text) => {
        const said = localise(question, text);
        expect(said.stem).toBe(text.stem);
        expect(said.explanation).toBe(text.explanation);
        if (question.kind === "short-text") return;
        const marked = (of: Question) => mark(asked(of, undefined), keyResponse(question), []);
        expect(marked(said)).toEqual(marked(question));
        expect(keyResponse(said)).toEqual(keyResponse(question));
      }),
    );
  });
});

describe("localising the newer kinds", () => {
  const accepted = (text: string) => [{ match: "text" as const, text, share: 100, feedback: "" }];
  const comparison = { caseSensitive: false, ignoreAccents: false };

  test("typed answers are accepted in the translation's words instead of the own ones", () => {
    const question: Question = { ...base, kind: "short-text", answers: accepted("lead"), ...comparison };
    const said = localise(question, { ...german, answers: accepted("Blei") });
    expect(mark(said, { kind: "short-text", text: "blei" }).awarded).toBe(100);
    expect(mark(said, { kind: "short-text", text: "lead" }).awarded).toBe(0);
    expect(localise(question, german)).toMatchObject({ answers: accepted("lead") });
  });

  test("gaps take options, answers and feedback", () => {
    const mistake = { value: 1, unit: "mGy", feedback: "one" };
    const question: Question = {
      ...base,
      kind: "cloze",
      gaps: [
        { kind: "choice", id: "a", options: [{ id: "x", text: "one", why: "w" }], key: "x", weight: 2 },
        { kind: "text", id: "b", answers: accepted("lead"), ...comparison },
        {
          kind: "number",
          id: "c",
          key: { value: 2, unit: "mGy", tolerance: { absolute: 0 } },
          mistakes: [mistake],
        },
      ],
    };
    const said = localise(question, {
      ...german,
      gaps: {
        a: { options: { x: { text: "eins", why: "darum" } } },
        b: { answers: accepted("Blei") },
        c: { mistakes: ["eins"] },
      },
    });
    expect(said).toMatchObject({
      gaps: [
        { options: [{ id: "x", text: "eins", why: "darum" }], key: "x", weight: 2 },
        { answers: accepted("Blei") },
        { mistakes: [{ ...mistake, feedback: "eins" }] },
      ],
    });
    expect(localise(question, german)).toEqual({ ...question, ...german });
  });

  test("pictures, regions, labels, scales, vignettes and rubrics take their texts", () => {
    const picture = { name: "0.png", alt: "a hand", width: 10, height: 10 };
    const area = { shape: "ellipse", cx: 1, cy: 1, rx: 1, ry: 1 } as const;
    const label = { id: "a", text: "one" };
    const hotspot: Question = {
      ...base,
      kind: "hotspot",
      picture,
      regions: [{ ...label, area, why: "w" }],
      keys: ["a"],
    };
    expect(
      localise(hotspot, { ...german, alt: "eine Hand", regions: { a: { text: "eins", why: "d" } } }),
    ).toMatchObject({
      picture: { ...picture, alt: "eine Hand" },
      regions: [{ id: "a", text: "eins", why: "d", area }],
    });
    const labelling: Question = {
      ...base,
      kind: "labelling",
      picture,
      places: [{ id: "p", x: 1, y: 1 }],
      labels: [label],
      key: { p: "a" },
    };
    expect(localise(labelling, { ...german, labels: { a: "eins" } })).toMatchObject({
      picture,
      labels: [{ id: "a", text: "eins" }],
    });
    expect(localise({ ...base, kind: "likert", scale: [label] }, { ...german, scale: { a: "eins" } })).toMatchObject({
      scale: [{ id: "a", text: "eins" }],
    });
    const concordance: Question = {
      ...base,
      kind: "script-concordance",
      hypothesis: "h",
      finding: "f",
      panel: [1, 0, 0, 0, 0],
    };
    expect(localise(concordance, { ...german, hypothesis: "H" })).toMatchObject({ hypothesis: "H", finding: "f" });
    const essay: Question = {
      ...base,
      kind: "essay",
      rubric: [{ id: "c", text: "names", levels: [{ id: "l", text: "none", points: 0 }] }],
      minWords: 1,
      maxWords: 9,
      model: "m",
    };
    expect(
      localise(essay, { ...german, rubric: { c: { text: "nennt", levels: { l: "nichts" } } }, model: "M" }),
    ).toMatchObject({
      rubric: [{ id: "c", text: "nennt", levels: [{ id: "l", text: "nichts", points: 0 }] }],
      model: "M",
    });
    expect(localise(essay, german)).toEqual({ ...essay, ...german });
  });
});

describe("a corrected list of accepted texts in another language", () => {
  const text = (words: string, share = 100): AcceptedText => ({ match: "text", text: words, share, feedback: "" });
  const typed = { caseSensitive: false, ignoreAccents: false };
  const short = (answers: readonly AcceptedText[]) => ({ ...base, kind: "short-text", answers, ...typed }) as const;
  const published = short([text("lead"), text("Pb", 50), text("tin", 20)]);
  const said = { ...german, answers: [text("Blei"), text("Pb", 50), text("tin", 20)] };
  /** What is accepted in German after these lists were ruled one after the other. */
  const accepts = (...lists: readonly (readonly AcceptedText[])[]) => {
    const rulings = lists.map((list): Ruling => ({ kind: "corrected-key", question: short(list) }));
    const last = localiseRulings(published, rulings, said).at(-1);
    const question = last?.kind === "corrected-key" ? last.question : null;
    return question?.kind === "short-text" ? question.answers.map((a) => [a.text, a.share]) : null;
  };

  test("takes over what the correction adds, values otherwise or takes away, and keeps the rest", () => {
    expect(accepts([text("lead"), text("Pb", 50), text("tin", 20), text("plumbum")])).toEqual([
      ["plumbum", 100],
      ["Blei", 100],
      ["Pb", 50],
      ["tin", 20],
    ]);
    expect(accepts([text("lead"), text("Pb"), text("tin", 20)])).toEqual([
      ["Pb", 100],
      ["Blei", 100],
      ["tin", 20],
    ]);
    expect(accepts([text("lead"), text("Pb", 50)])).toEqual([
      ["Blei", 100],
      ["Pb", 50],
    ]);
    const pattern = { ...text("tin", 20), match: "pattern" } as const;
    expect(accepts([text("lead"), text("Pb", 50), pattern])).toEqual([
      ["tin", 20],
      ["Blei", 100],
      ["Pb", 50],
    ]);
  });

  test("follows the last correction, and always has a text that earns the whole mark", () => {
    expect(accepts([text("iron")], [text("lead"), text("Pb", 50), text("tin", 20)])).toEqual([
      ["Blei", 100],
      ["Pb", 50],
      ["tin", 20],
    ]);
    const own = { ...published, answers: [text("lead"), text("Blei")] };
    const [ruling] = localiseRulings(
      own,
      [{ kind: "corrected-key", question: { ...own, answers: [text("lead")] } }],
      said,
    );
    expect(ruling).toMatchObject({ question: { answers: [{ text: "Pb" }, { text: "tin" }, { text: "lead" }] } });
  });

  test("a translation without a list of its own takes the corrected one", () => {
    const question = { ...published, answers: [text("iron")] };
    const [ruling] = localiseRulings(published, [{ kind: "corrected-key", question }], german);
    expect(ruling).toMatchObject({ question: { stem: "Welche?", answers: [{ text: "iron" }] } });
  });

  test("gaps follow the same rule, each by itself", () => {
    const gap = (id: string, answers: readonly AcceptedText[]) => ({ kind: "text", id, answers, ...typed }) as const;
    const cloze = (...gaps: ReturnType<typeof gap>[]) => ({ ...base, kind: "cloze", gaps }) as const;
    const before = cloze(gap("g", [text("lead")]), gap("h", [text("tin")]), gap("i", [text("iron")]));
    const after = cloze(gap("g", [text("lead"), text("Pb")]), gap("h", [text("tin")]), gap("i", [text("Fe")]));
    const gaps = { g: { answers: [text("Blei")] }, h: { answers: [text("Zinn")] }, i: { mistakes: ["-"] } };
    const [ruling] = localiseRulings(before, [{ kind: "corrected-key", question: after }], { ...german, gaps });
    expect(ruling).toMatchObject({
      question: {
        gaps: [
          { answers: [{ text: "Pb" }, { text: "Blei" }] },
          { answers: [{ text: "Zinn" }] },
          { answers: [{ text: "Fe" }] },
        ],
      },
    });
  });

  test("feedback stays with its mistake when a correction takes one away", () => {
    const mistake = (value: number) => ({ value, unit: "mGy", feedback: `is ${String(value)}` });
    const key = { value: 5, unit: "mGy", tolerance: { absolute: 1 } };
    const numeric = (...mistakes: ReturnType<typeof mistake>[]) =>
      ({ ...base, kind: "numeric", key, units: ["mGy"], mistakes }) as const;
    const cloze = (...mistakes: ReturnType<typeof mistake>[]) =>
      ({ ...base, kind: "cloze", gaps: [{ kind: "number", id: "g", key, mistakes }] }) as const;
    const feedback = ["ist 1", "ist 2", "ist 3"];
    const after = [mistake(9), mistake(2), mistake(3)] as const;
    const expected = [{ feedback: "is 9" }, { feedback: "ist 2" }, { feedback: "ist 3" }];
    const [number] = localiseRulings(
      numeric(mistake(1), mistake(2), mistake(3)),
      [{ kind: "corrected-key", question: numeric(...after) }],
      { ...german, mistakes: feedback },
    );
    expect(number).toMatchObject({ question: { mistakes: expected } });
    const [gaps] = localiseRulings(
      cloze(mistake(1), mistake(2), mistake(3)),
      [{ kind: "corrected-key", question: cloze(...after) }],
      { ...german, gaps: { g: { mistakes: feedback } } },
    );
    expect(gaps).toMatchObject({ question: { gaps: [{ mistakes: expected }] } });
    const formula = (text: string) => ({ formula: text, unit: "mGy", feedback: `is ${text}` });
    const calculated = (...texts: string[]): Question => ({
      ...numeric(),
      ...{ kind: "calculated", variables: [], rows: [], formula: "1", unit: "mGy", decimals: 0 },
      tolerance: { absolute: 1 },
      mistakes: texts.map(formula),
    });
    const [drawn] = localiseRulings(calculated("a", "b"), [{ kind: "corrected-key", question: calculated("b") }], {
      ...german,
      mistakes: ["ist a", "ist b"],
    });
    expect(drawn).toMatchObject({ question: { mistakes: [{ feedback: "ist b" }] } });
  });

  test("rulings without a key, other kinds and the question's own language stay as they are", () => {
    const rulings: Ruling[] = [
      { kind: "void" },
      { kind: "full-marks" },
      { kind: "corrected-key", question: published },
    ];
    expect(localiseRulings(published, rulings, null)).toBe(rulings);
    expect(localiseRulings(published, rulings.slice(0, 2), said)).toEqual(rulings.slice(0, 2));
    const likert: Question = { ...base, kind: "likert", scale: [] };
    expect(localiseRulings(published, [{ kind: "corrected-key", question: likert }], said)).toEqual([
      { kind: "corrected-key", question: { ...likert, ...german } },
    ]);
  });
});
