import { describe, expect, test } from "vitest";
import { vttTime, writeVtt } from "./write-vtt";

describe("WebVTT", () => {
  test.each([
    [0, "00:00:00.000"],
    [59_999, "00:00:59.999"],
    [60_000, "00:01:00.000"],
    [3_723_004, "01:02:03.004"],
  ])("%i ms is written %s", (ms, written) => {
    expect(vttTime(ms)).toBe(written);
  });

  test.each([-1, 0.5, Number.NaN])("%d is refused as a time", (ms) => {
    expect(() => vttTime(ms)).toThrow("whole milliseconds");
  });

  test("cues are numbered, and markup signs in the text are escaped", () => {
    const cues = [
      { startMs: 700, endMs: 1200, lines: ["Dose > 15 Gy", "& more <b>"] },
      { startMs: 1200, endMs: 1900, lines: ["Next"] },
    ];
    expect(writeVtt(cues)).toBe(
      "WEBVTT\n\n1\n00:00:00.700 --> 00:00:01.200\nDose &gt; 15 Gy\n&amp; more &lt;b&gt;\n\n2\n00:00:01.200 --> 00:00:01.900\nNext\n",
    );
  });

  test.each([
    ["ends before it starts", [{ startMs: 10, endMs: 10, lines: ["a"] }]],
    [
      "starts before the one before",
      [
        { startMs: 0, endMs: 20, lines: ["a"] },
        { startMs: 19, endMs: 30, lines: ["b"] },
      ],
    ],
    ["has an empty line", [{ startMs: 0, endMs: 20, lines: ["a", " "] }]],
  ])("a cue that %s is refused", (complaint, cues) => {
    expect(() => writeVtt(cues)).toThrow(complaint);
  });
});
