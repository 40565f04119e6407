import { expect, test } from "vitest";
import { transcriptOf } from "./transcript";

const cue = (fromMs: number, toMs: number, text: string) => ({ fromMs, toMs, text });

test("cues are joined to sentences", () => {
  const [part] = transcriptOf(
    [cue(0, 10, "The dose"), cue(10, 20, "falls."), cue(20, 30, "“Does it?”"), cue(30, 40, "Yes.")],
    [],
  );
  expect(part).toEqual({
    fromMs: 0,
    title: null,
    lines: [cue(0, 20, "The dose falls."), cue(20, 30, "“Does it?”"), cue(30, 40, "Yes.")],
  });
});

test("sentences stand under the chapter in which they are heard, and none crosses a chapter", () => {
  const parts = transcriptOf(
    [cue(0, 900, "Before"), cue(950, 1900, "and after"), cue(1900, 2000, "the cut.")],
    [cue(0, 1000, "One"), cue(1000, 3000, "Two")],
  );
  expect(parts.map(({ title, lines }) => [title, lines.map((line) => line.text)])).toEqual([
    ["One", ["Before"]],
    ["Two", ["and after the cut."]],
  ]);
});

test("what is said before the first chapter keeps its place, and a chapter without words stays", () => {
  const parts = transcriptOf([cue(0, 500, "Hello.")], [cue(1000, 2000, "One")]);
  expect(parts.map(({ title, lines }) => [title, lines.length])).toEqual([
    [null, 1],
    ["One", 0],
  ]);
});

test("a speaker without full stops gets new lines all the same", () => {
  const long = Array.from({ length: 20 }, (_, i) => cue(i * 10, i * 10 + 10, "x".repeat(40)));
  expect(transcriptOf(long, [])[0]?.lines.length).toBeGreaterThan(1);
});

test("no captions, no transcript", () => {
  expect(transcriptOf([], [])).toEqual([]);
});
