import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LINE_LENGTH, LINES_PER_CUE, splitSentence, timeSentence } from "./split-captions";

const plain = (text: string) => text.replace(/[ \u00a0]+/g, " ").trim();
const joined = (cues: string[][]) => plain(cues.flat().join(" "));

describe("splitting a sentence into captions", () => {
  test("a short sentence is one line of one caption", () => {
    expect(splitSentence("Once more, with the phantom.")).toEqual([["Once more, with the phantom."]]);
  });

  test("a longer one takes two even lines", () => {
    expect(splitSentence("The scanner writes a dose report after each examination.")).toEqual([
      ["The scanner writes a dose", "report after each examination."],
    ]);
  });

  test("captions end after punctuation where that costs little", () => {
    const cues = splitSentence(
      "When the beam turns to new skin, the figure goes on adding, but the dose is spread, and so the peak of the skin dose is lower.",
    );
    expect(cues).toHaveLength(2);
    expect(cues[0]?.at(-1)).toMatch(/,$/);
  });

  test("a number keeps its unit, and French punctuation its word", () => {
    const text =
      "Le produit est de cent fois sept, donc voici 245 mGy·cm : est-ce la longueur que la question exigeait ?";
    const lines = splitSentence(text).flat();
    expect(lines.some((line) => line.includes("245\u00a0mGy·cm\u00a0:"))).toBe(true);
    expect(lines.at(-1)).toMatch(/exigeait\u00a0\?$/);
  });

  test("a word that no line holds is cut, not dropped", () => {
    const word = "Strahlenschutz".repeat(5);
    expect(splitSentence(word).flat().join("")).toBe(word);
    expect(
      splitSentence(word)
        .flat()
        .every((line) => line.length <= LINE_LENGTH),
    ).toBe(true);
  });

  test("any text: nothing is lost, no line is too long, no caption has too many lines", () => {
    const words = fc.array(fc.stringMatching(/^[a-zäéß0-9]{1,20}[,.;]?$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(words, (list) => {
        const cues = splitSentence(list.join(" "));
        expect(joined(cues)).toBe(plain(list.join(" ")));
        for (const lines of cues) expect(lines.length).toBeLessThanOrEqual(LINES_PER_CUE);
        for (const line of cues.flat()) expect(Array.from(line).length).toBeLessThanOrEqual(LINE_LENGTH);
      }),
    );
  });
});

describe("timing the captions of a sentence", () => {
  const text =
    "It is a weighted mean: one third of the value at the centre and two thirds of the value at the edge, divided by the pitch.";

  const spoken = { startMs: 0, endMs: 10_000, holdMs: 10_000, clauseStartsMs: [] };

  test("they fill the sentence from its first to its last millisecond, without gaps", () => {
    const cues = timeSentence(text, { ...spoken, startMs: 1000, endMs: 9000 });
    expect(cues.length).toBeGreaterThan(1);
    expect(cues[0]?.startMs).toBe(1000);
    expect(cues.at(-1)?.endMs).toBe(9000);
    cues.slice(1).forEach((cue, index) => expect(cue.startMs).toBe(cues[index]?.endMs));
  });

  test("a caption with more to say stands longer, and figures count as the words they are read as", () => {
    const [words, figures] = timeSentence(
      `${"a few short words only, ".repeat(3)}${"790 mGy·cm and 8.5 mGy, ".repeat(3)}`,
      spoken,
    );
    if (words === undefined || figures === undefined) throw new Error("two captions expected");
    expect(figures.endMs - figures.startMs).toBeGreaterThan(words.endMs - words.startMs);
  });

  test("a change after punctuation meets the pause of the voice, if one is near", () => {
    const clauses =
      "The second row, for the helical scan of the chest, 7 mGy, the same phantom, 35 cm long, and a DLP of 245 mGy·cm.";
    const [first, second] = timeSentence(clauses, spoken);
    expect(first?.lines.at(-1)).toMatch(/,$/);
    if (second === undefined) throw new Error("two captions expected");
    const near = timeSentence(clauses, { ...spoken, clauseStartsMs: [second.startMs - 300, second.startMs + 800] });
    expect(near[1]?.startMs).toBe(second.startMs - 300);
    expect(near[0]?.endMs).toBe(second.startMs - 300);
    const far = timeSentence(clauses, { ...spoken, clauseStartsMs: [second.startMs + 1500] });
    expect(far[1]?.startMs).toBe(second.startMs);
  });

  test("a text that takes longer to read than to hear stands into the pause, never past it", () => {
    expect(
      timeSentence("Jede Antwort wird gespeichert, sobald Sie sie geben.", { ...spoken, endMs: 1500 }).at(-1)?.endMs,
    ).toBe(2476);
    expect(
      timeSentence("Jede Antwort wird gespeichert, sobald Sie sie geben.", { ...spoken, endMs: 1500, holdMs: 1900 }).at(
        -1,
      )?.endMs,
    ).toBe(1900);
    expect(timeSentence("Kurz.", { ...spoken, endMs: 1500 }).at(-1)?.endMs).toBe(1500);
  });
});
