import { expect, test } from "vitest";
import { type Span, unionSpans } from "./spans";
import { describeWatching, fillText, stripPath, type WatchTexts } from "./watch-words";

const texts: WatchTexts = {
  watched: "You have watched {percent}",
  wanted: "Done at {percent}.",
  done: "Done.",
  doneRest: "Not watched yet:",
  range: "{from} to {to}",
  parts: ["One part:", "Two parts:"],
  manyParts: "{count} parts:",
  strip: "Watched: {parts}, of {length}.",
  stripEmpty: "Nothing of {length}.",
};
const durationMs = 720_000;
const say = (spans: readonly Span[], done = false) =>
  describeWatching(texts, "en", { spans, durationMs, watchPercent: 90, done });

test("it names the missing parts", () => {
  const words = say([
    [0, 190_000],
    [280_000, 560_000],
  ]);
  expect(words.headline).toBe("You have watched 65%");
  expect(words.why).toBe("Done at 90%. Two parts:");
  expect(words.missing).toEqual([
    { span: [190_000, 280_000], text: "3:10 to 4:40" },
    { span: [560_000, 720_000], text: "9:20 to 12:00" },
  ]);
  expect(words.strip).toBe("Watched: 0:00 to 3:10, 4:40 to 9:20, of 12:00.");
});

test("per cents are rounded down, and 100 % needs the whole recording or the lesson done", () => {
  expect(say([[0, durationMs - 1]]).headline).toBe("You have watched 99%");
  expect(say([[0, durationMs]], true).headline).toBe("You have watched 100%");
});

test("a lesson that is done never shows less than the share that was wanted", () => {
  expect(say([[0, 100_000]], true).headline).toBe("You have watched 90%");
});

test("a sliver under a second is not listed", () => {
  expect(
    say([
      [0, 300_000],
      [300_400, durationMs],
    ]).missing,
  ).toEqual([]);
});

test("a done lesson says so, and what was left out", () => {
  expect(say([[0, 700_000]], true).why).toBe("Done. Not watched yet:");
  expect(say([[0, durationMs]], true).why).toBe("Done.");
});

test("many parts are counted in figures", () => {
  const spans = unionSpans(
    [
      [10_000, 20_000],
      [40_000, 50_000],
      [90_000, 100_000],
    ],
    durationMs,
  );
  expect(say(spans).why).toBe("Done at 90%. 4 parts:");
});

test("a text without its fact keeps the mark", () => {
  expect(fillText("{a} and {b}", { a: "1" })).toBe("1 and {b}");
});

test("the strip is boxes on the recording's own scale, and never an empty path", () => {
  expect(
    stripPath([
      [0, 10],
      [20, 25],
    ]),
  ).toBe("M0 1h10v24h-10zM20 1h5v24h-5z");
  expect(stripPath([])).toBe("M0 0");
});
