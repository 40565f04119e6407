import { expect, test } from "vitest";
import { readChapterLines, writeChapterLines } from "./chapter-lines";
import { checkCaptions } from "./check-captions";
import { readVtt } from "./read-vtt";

const minutes = (count: number) => count * 60_000;

test("pasted chapters become cues up to the next one, and can be pasted again", () => {
  const lines = "00:00 Why <size> matters\n\n2:05 – Phantoms & bands\n1:02:03 Late";
  const read = readChapterLines(lines, minutes(70));
  const cues = readVtt(read.ok ? read.vtt : "");
  expect(cues).toEqual([
    { fromMs: 0, toMs: 125_000, text: "Why <size> matters" },
    { fromMs: 125_000, toMs: 3_723_000, text: "Phantoms & bands" },
    { fromMs: 3_723_000, toMs: minutes(70), text: "Late" },
  ]);
  const again = writeChapterLines(cues);
  expect(again).toBe("00:00 Why <size> matters\n02:05 Phantoms & bands\n1:02:03 Late");
  expect(readChapterLines(again, minutes(70))).toEqual(read);
  expect(readChapterLines(" \n", 1)).toEqual({ ok: true, vtt: "" });
});

test.each([
  ["no time", 1, "time"],
  ["00:75 Seconds", 1, "time"],
  ["00:00", 1, "words"],
  ["00:10 Late start", 1, "first"],
  ["00:00 One\n00:00 Two", 2, "order"],
  ["00:00 One\n\n99:00 Two", 3, "end"],
])("%j is refused by its line", (lines, line, code) => {
  expect(readChapterLines(lines, minutes(5))).toEqual({ ok: false, faults: [{ line, code }] });
});

const cue = (times: string, words = "Words") => `WEBVTT\n\n1\n${times}\n${words}\n`;

test("captions that players can show have no fault", () => {
  expect(
    checkCaptions(`\uFEFFWEBVTT - title\r\n\r\n00:01.000 --> 00:02.000 line:84%\r\nWords\r\n`, minutes(1)),
  ).toEqual([]);
});

test.each([
  [
    "",
    [
      { line: 1, code: "header" },
      { line: 1, code: "none" },
    ],
  ],
  [
    "1\n00:00:01,000 --> 00:00:02,000\nSRT",
    [
      { line: 1, code: "header" },
      { line: 2, code: "timing" },
    ],
  ],
  [cue("00:02.000 --> 00:01.000"), [{ line: 4, code: "backwards" }]],
  [cue("00:01.000 --> 00:02.000", ""), [{ line: 4, code: "words" }]],
  [cue("00:50.000 --> 02:00.000"), [{ line: 4, code: "end" }]],
  [`${cue("00:05.000 --> 00:06.000")}\n00:01.000 --> 00:02.000\nBack\n`, [{ line: 7, code: "order" }]],
])("%j: faults by line", (vtt, faults) => {
  expect(checkCaptions(vtt, minutes(1))).toEqual(faults);
});
