import { expect, test } from "vitest";
import { readVtt } from "./read-vtt";

test("cues come with their times, on one line and without markup", () => {
  const vtt =
    "\uFEFFWEBVTT - a title\r\n\r\nNOTE not this\r\n\r\n1\r\n00:00:01.500 --> 00:00:04.000 line:84%\r\n<v Ada>One &amp; <b>two</b>\r\nlines\r\n\r\n01:02.250 --> 01:03.000\nShort form\n";
  expect(readVtt(vtt)).toEqual([
    { fromMs: 1500, toMs: 4000, text: "One & two lines" },
    { fromMs: 62_250, toMs: 63_000, text: "Short form" },
  ]);
});

test("hours count, and a cue without words is left out", () => {
  expect(readVtt("WEBVTT\n\n01:00:00.000 --> 01:00:01.000\nLate\n\n00:01.000 --> 00:02.000\n\n")).toEqual([
    { fromMs: 3_600_000, toMs: 3_601_000, text: "Late" },
  ]);
});

test("what is no WebVTT has no cues", () => {
  expect(readVtt("")).toEqual([]);
  expect(readVtt("WEBVTT\n\n1:2 --> 3:4\nNo such time")).toEqual([]);
});
