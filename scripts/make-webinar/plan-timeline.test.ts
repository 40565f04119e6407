import { describe, expect, test } from "vitest";
import { captionCues, chapterCues } from "./caption-cues";
import { FRAME_MS, planTimeline } from "./plan-timeline";
import type { Script } from "./script-file";
import { spokenForm } from "./spoken-form";
import { clauseStartsMs, layTrack, lengthMs, readWav, trimSilence } from "./wav";

const slide = { lines: ["one", "two"], drawing: null, source: null, heading: "Heading" };
const script: Script = {
  title: { en: "Talk", de: "Vortrag" },
  slides: [
    {
      ...slide,
      id: "first",
      chapter: { en: "Start", de: "Anfang" },
      sentences: [
        { en: "One.", de: "Eins.", line: 0 },
        { en: "Still one.", de: "Noch eins." },
        { en: "Two.", de: "Zwei.", line: 1 },
      ],
    },
    { ...slide, id: "second", chapter: null, sentences: [{ en: "Three.", de: "Drei." }] },
    { ...slide, id: "third", chapter: { en: "End", de: "Ende" }, sentences: [{ en: "Four.", de: "Vier." }] },
  ],
};
const lasting = (durationMs: number) => ({ durationMs, clauseStartsMs: [100] });
const timeline = planTimeline(script, [[1234, 777, 950].map(lasting), [lasting(401)], [lasting(1999)]]);

describe("the timeline", () => {
  test("everything starts on a frame, and no sentence overlaps the one before", () => {
    const starts = [...timeline.spoken, ...timeline.shown].map((item) => item.startMs);
    expect(starts.every((ms) => ms % FRAME_MS === 0)).toBe(true);
    timeline.spoken
      .slice(1)
      .forEach((item, index) => expect(item.startMs).toBeGreaterThan(timeline.spoken[index]?.endMs ?? Infinity));
    expect(timeline.spoken.map((item) => item.endMs - item.startMs)).toEqual([1234, 777, 950, 401, 1999]);
  });

  test("a line lights with its sentence and stays lit until another one does", () => {
    expect(timeline.shown.map((shown) => [shown.state.slide, shown.state.line])).toEqual([
      [0, null],
      [0, 0],
      [0, 1],
      [1, null],
      [2, null],
    ]);
    expect(timeline.shown[2]?.startMs).toBe(timeline.spoken[2]?.startMs);
  });

  test("clauses count from the start of the video, and a caption may stand until just before the next sentence", () => {
    const [first, second] = timeline.spoken;
    expect(first?.clauseStartsMs).toEqual([(first?.startMs ?? 0) + 100]);
    expect(first?.holdMs).toBe((second?.startMs ?? 0) - 80);
    expect(timeline.spoken.at(-1)?.holdMs).toBe(timeline.endMs - 80);
  });

  test("the voice waits while a long translation is read, but not for ever", () => {
    const pauseBefore = (de: string) => {
      const slides = [
        {
          ...slide,
          id: "only",
          chapter: script.title,
          sentences: [
            { en: "One.", de },
            { en: "Two.", de: "Zwei." },
          ],
        },
      ];
      const [first, second] = planTimeline({ title: script.title, slides }, [[lasting(1000), lasting(1000)]]).spoken;
      return (second?.startMs ?? 0) - (first?.endMs ?? 0);
    };
    expect(pauseBefore("Eins.")).toBe(300);
    expect(pauseBefore("Ein Satz, der länger ist als der englische.")).toBeGreaterThan(900);
    expect(pauseBefore("Ein viel längerer Satz. ".repeat(9))).toBe(1300);
  });

  test("a sentence without a measured length is refused", () => {
    expect(() => planTimeline(script, [[lasting(1), lasting(2)], [lasting(3)], [lasting(4)]])).toThrow(
      '"first", sentence 3',
    );
  });

  test("captions of every language stand on the times of the voice; chapters cover the whole video", () => {
    const german = captionCues(script, timeline, "de");
    expect(german.map((cue) => cue.lines.join(" "))).toEqual(["Eins.", "Noch eins.", "Zwei.", "Drei.", "Vier."]);
    expect(german.map((cue) => cue.startMs)).toEqual(captionCues(script, timeline, "en").map((cue) => cue.startMs));
    const chapters = chapterCues(script, timeline, "de");
    expect(chapters.map((cue) => cue.lines[0])).toEqual(["Anfang", "Ende"]);
    expect([chapters[0]?.startMs, chapters[0]?.endMs, chapters[1]?.endMs]).toEqual([
      0,
      timeline.slideStartsMs[2],
      timeline.endMs,
    ]);
  });
});

describe("speech", () => {
  test("a laid track reads back with each speech at its place, and trimming finds it again", () => {
    const samples = Int16Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 9000 : -9000));
    const track = readWav(layTrack([{ startMs: 500, speech: { rate: 10_000, samples } }], 1000));
    expect([track.rate, track.samples.length, lengthMs(track)]).toEqual([10_000, 10_000, 1000]);
    expect([track.samples[4999], track.samples[5000], track.samples[5999], track.samples[6000]]).toEqual([
      0, 9000, -9000, 0,
    ]);
    expect(lengthMs(trimSilence(track))).toBeGreaterThanOrEqual(100);
    expect(lengthMs(trimSilence(track))).toBeLessThanOrEqual(140);
    expect(() => trimSilence({ rate: 10_000, samples: new Int16Array(50) })).toThrow("said nothing");
  });

  test("a clause starts where the voice comes back after a pause; a shorter gap is part of a word", () => {
    const samples = new Int16Array(10_000);
    for (const [from, to] of [
      [0, 3000],
      [3500, 5000],
      [6500, 10_000],
    ] as const)
      samples.fill(5000, from, to);
    expect(clauseStartsMs({ rate: 10_000, samples }, 110)).toEqual([650]);
  });

  test("a file that is not 16-bit mono WAV is refused", () => {
    expect(() => readWav(Buffer.from("not a wav file at all"))).toThrow("Not a WAV file");
  });

  test.each([
    ["CTDIvol 7.1 mGy: below 8.5", "C T D I vol 7.1 milligray: below 8.5"],
    ["7 mGy times 35 cm = 245 mGy·cm", "7 milligray times 35 centimetres equals 245 milligray centimetres"],
    ["200 Gy·cm² over 25 cm² is 8 Gy", "200 gray square centimetres over 25 square centimetres is 8 gray"],
    ["35 cm in the 32 cm phantom", "35 centimetres in the 32 centimetre phantom"],
    ["Use it to compare examinations.", "Use it to compare examinations."],
  ])("%s is read as: %s", (written, said) => {
    expect(spokenForm(written)).toBe(said);
  });
});
