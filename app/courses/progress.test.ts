import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Lesson, lessonsOf, type Manifest } from "./manifest";
import { isOpen, laterOf, type LessonEvidence, type LessonState, lessonState, trackProgress } from "./progress";

const lessonBase = { minutes: 10, outcomes: [] };
const blueprint = {
  fixed: ["a"],
  draw: [],
  shuffleQuestions: false,
  shuffleOptions: false,
  passPercent: 75,
  attempts: null,
  waitMinutes: 0,
  timeLimitMinutes: null,
};
const webinarOf = (durationMs: number, watchPercent: number): Lesson => ({
  kind: "webinar",
  id: "webinar",
  ...lessonBase,
  assetId: "asset",
  durationMs,
  watchPercent,
  recordedOn: "2026-01-15",
  speakers: [],
  speechTellsAll: true,
});
const reading: Lesson = { kind: "reading", id: "reading", ...lessonBase };
const webinar = webinarOf(300_000, 90);
const quiz: Lesson = { kind: "quiz", id: "quiz", ...lessonBase, blueprint };
const evaluation: Lesson = { kind: "evaluation", id: "evaluation", ...lessonBase, minutes: 5 };

function trackOf(lessons: readonly Lesson[], order: Manifest["order"] = "free"): Manifest {
  return {
    trackSlug: "track",
    modality: "CT",
    professions: [],
    order,
    accreditation: "none",
    creditHundredths: 0,
    preparedOn: "2026-02-01",
    reviewBy: "2028-02-01",
    authors: [],
    outcomes: [],
    references: [],
    // Two modules, so that the order crosses a border.
    modules: [
      { id: "first", lessons: lessons.slice(0, 2) },
      { id: "second", lessons: lessons.slice(2) },
    ],
    pool: [],
  };
}
const fourLessons = [reading, webinar, quiz, evaluation];
const done: LessonState = { fraction: 10_000, done: true };

describe("the state of a lesson", () => {
  test.each<[string, Lesson, LessonEvidence, LessonState]>([
    ["a reading that was ended", reading, { kind: "reading", ended: true }, done],
    ["a reading that was only opened", reading, { kind: "reading", ended: false }, { fraction: 0, done: false }],
    ["a quiz that was passed", quiz, { kind: "quiz", passed: true }, done],
    ["a quiz that was failed", quiz, { kind: "quiz", passed: false }, { fraction: 0, done: false }],
    ["an evaluation that was given", evaluation, { kind: "evaluation", given: true }, done],
    [
      "an evaluation that was not given",
      evaluation,
      { kind: "evaluation", given: false },
      { fraction: 0, done: false },
    ],
    ["evidence of another kind", quiz, { kind: "reading", ended: true }, { fraction: 0, done: false }],
    [
      "evidence of watching for a reading",
      reading,
      { kind: "webinar", coveredMs: 300_000 },
      { fraction: 0, done: false },
    ],
    ["nothing watched", webinar, { kind: "webinar", coveredMs: 0 }, { fraction: 0, done: false }],
    ["half of what is wanted", webinar, { kind: "webinar", coveredMs: 135_000 }, { fraction: 5000, done: false }],
    ["a millisecond too little", webinar, { kind: "webinar", coveredMs: 269_999 }, { fraction: 9999, done: false }],
    ["exactly what is wanted", webinar, { kind: "webinar", coveredMs: 270_000 }, done],
    ["more than there is", webinar, { kind: "webinar", coveredMs: 900_000 }, done],
    [
      "evidence of reading for a recording of one second",
      webinarOf(1000, 100),
      { kind: "reading", ended: true },
      { fraction: 0, done: false },
    ],
    [
      "nothing watched of one second",
      webinarOf(1000, 100),
      { kind: "webinar", coveredMs: 0 },
      { fraction: 0, done: false },
    ],
    [
      "nothing watched of a recording so short that its share is less than a millisecond",
      webinarOf(1, 1),
      { kind: "webinar", coveredMs: 0 },
      { fraction: 0, done: false },
    ],
    ["less than nothing", webinar, { kind: "webinar", coveredMs: -1 }, { fraction: 0, done: false }],
  ])("%s", (_name, lesson, evidence, state) => {
    expect(lessonState(lesson, evidence)).toEqual(state);
  });

  test("watching more never lowers the fraction, and the fraction is whole exactly when the lesson is done", () => {
    const length = fc.integer({ min: 1, max: 20_000_000 });
    fc.assert(
      fc.property(length, fc.integer({ min: 1, max: 100 }), length, length, (durationMs, watchPercent, a, b) => {
        const lesson = webinarOf(durationMs, watchPercent);
        const less = lessonState(lesson, { kind: "webinar", coveredMs: Math.min(a, b) });
        const more = lessonState(lesson, { kind: "webinar", coveredMs: Math.max(a, b) });
        expect(more.fraction).toBeGreaterThanOrEqual(less.fraction);
        expect(Number(more.done)).toBeGreaterThanOrEqual(Number(less.done));
        for (const state of [less, more]) {
          expect(state.fraction).toBeGreaterThanOrEqual(0);
          expect(state.fraction === 10_000).toBe(state.done);
        }
      }),
    );
  });

  test("watching the whole recording is always enough", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 20_000_000 }),
        fc.integer({ min: 1, max: 100 }),
        (durationMs, watchPercent) => {
          expect(lessonState(webinarOf(durationMs, watchPercent), { kind: "webinar", coveredMs: durationMs })).toEqual(
            done,
          );
        },
      ),
    );
  });
});

describe("the progress of a track", () => {
  test("nothing is done at the start, and the first lesson comes next", () => {
    expect(trackProgress(trackOf(fourLessons), {})).toEqual({
      doneCount: 0,
      lessonCount: 4,
      percent: 0,
      complete: false,
      minutesLeft: 35,
      nextLessonId: "reading",
    });
  });

  test("a lesson on its way counts in part, in the percentage only", () => {
    const states = { reading: done, webinar: { fraction: 5000, done: false } };
    expect(trackProgress(trackOf(fourLessons), states)).toEqual({
      doneCount: 1,
      lessonCount: 4,
      percent: 37,
      complete: false,
      minutesLeft: 25,
      nextLessonId: "webinar",
    });
  });

  test("a lesson that was left out comes next, even when later ones are done", () => {
    const progress = trackProgress(trackOf(fourLessons), { reading: done, quiz: done, evaluation: done });
    expect(progress.nextLessonId).toBe("webinar");
    expect(progress.complete).toBe(false);
  });

  test("a hundred per cent only when everything is done", () => {
    const almost = { reading: done, webinar: { fraction: 10_000, done: false }, quiz: done, evaluation: done };
    expect(trackProgress(trackOf(fourLessons), almost)).toMatchObject({ percent: 99, complete: false });
    const all = { ...almost, webinar: done };
    expect(trackProgress(trackOf(fourLessons), all)).toEqual({
      doneCount: 4,
      lessonCount: 4,
      percent: 100,
      complete: true,
      minutesLeft: 0,
      nextLessonId: null,
    });
  });

  test("per cent are rounded down, and what has not been started adds nothing", () => {
    const percentOf = (...fractions: number[]) => {
      const started = fourLessons.slice(0, fractions.length);
      const states = started.map(({ id }, index): [string, LessonState] => {
        const fraction = fractions[index] ?? 0;
        return [id, { fraction, done: fraction === 10_000 }];
      });
      return trackProgress(trackOf(fourLessons), Object.fromEntries(states)).percent;
    };
    expect(percentOf(399)).toBe(0);
    expect(percentOf(399, 0, 0, 0)).toBe(0);
    expect(percentOf(400)).toBe(1);
    expect(percentOf(10_000, 10_000)).toBe(50);
    expect(percentOf(10_000, 10_000, 10_000, 9599)).toBe(98);
  });

  const anyState = fc.record({ fraction: fc.integer({ min: -5, max: 10_005 }), done: fc.boolean() });
  const lessonIds = fourLessons.map(({ id }) => id);
  const anyStates = fc.dictionary(fc.constantFrom(...lessonIds, "a-lesson-of-another-edition"), anyState);

  test("it stays between 0 and 100, and is complete only when every lesson is done", () => {
    fc.assert(
      fc.property(anyStates, (states) => {
        const progress = trackProgress(trackOf(fourLessons), states);
        expect(progress.percent).toBeGreaterThanOrEqual(0);
        expect(progress.percent).toBeLessThanOrEqual(100);
        const everything = lessonIds.every((id) => states[id]?.done === true);
        expect(progress.complete).toBe(everything);
        expect(progress.percent === 100).toBe(everything);
        expect(progress.nextLessonId === null).toBe(everything);
      }),
    );
  });

  test("it never falls when evidence is added, in whatever order it arrives", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...lessonIds), anyState), { maxLength: 30 }), (arrivals) => {
        let states: Record<string, LessonState> = {};
        let before = trackProgress(trackOf(fourLessons), states);
        for (const [id, state] of arrivals) {
          states = { ...states, [id]: laterOf(states[id], state) };
          const after = trackProgress(trackOf(fourLessons), states);
          expect(after.percent).toBeGreaterThanOrEqual(before.percent);
          expect(after.doneCount).toBeGreaterThanOrEqual(before.doneCount);
          expect(after.minutesLeft).toBeLessThanOrEqual(before.minutesLeft);
          before = after;
        }
      }),
    );
  });
});

describe("what is open", () => {
  const opened = (order: Manifest["order"], states: Record<string, LessonState>) =>
    lessonsOf(trackOf(fourLessons, order)).map(({ id }) => isOpen(trackOf(fourLessons, order), states, id));

  test("in a track of free order everything", () => {
    expect(opened("free", {})).toEqual([true, true, true, true]);
  });

  test.each<[string, Record<string, LessonState>, boolean[]]>([
    ["only the first lesson at the start", {}, [true, false, false, false]],
    ["the next one once the first is done", { reading: done }, [true, true, false, false]],
    [
      "not the one after a lesson that is half done",
      { reading: { fraction: 9999, done: false } },
      [true, false, false, false],
    ],
    ["the next module once the first is done", { reading: done, webinar: done }, [true, true, true, false]],
    ["what is done stays open, whatever stands before it", { quiz: done }, [true, false, true, false]],
  ])("in sequence: %s", (_name, states, expected) => {
    expect(opened("sequential", states)).toEqual(expected);
  });

  test("a lesson that the track lacks is not open in sequence", () => {
    const allDone = Object.fromEntries(fourLessons.map(({ id }) => [id, done]));
    for (const states of [{}, allDone])
      expect(isOpen(trackOf(fourLessons, "sequential"), states, "no-such-lesson")).toBe(false);
  });

  test("in sequence the next lesson is always open", () => {
    fc.assert(
      fc.property(fc.subarray(fourLessons.map(({ id }) => id)), (doneIds) => {
        const manifest = trackOf(fourLessons, "sequential");
        const states = Object.fromEntries(doneIds.map((id) => [id, done]));
        const { nextLessonId } = trackProgress(manifest, states);
        expect(nextLessonId === null || isOpen(manifest, states, nextLessonId)).toBe(true);
      }),
    );
  });
});

describe("the later of two states", () => {
  test("the first state is taken as it is", () => {
    expect(laterOf(undefined, { fraction: 3, done: false })).toEqual({ fraction: 3, done: false });
  });

  test("what was reached stays reached", () => {
    expect(laterOf(done, { fraction: 10, done: false })).toEqual(done);
    expect(laterOf({ fraction: 10, done: false }, { fraction: 20, done: false })).toEqual({
      fraction: 20,
      done: false,
    });
    expect(laterOf({ fraction: 10, done: false }, done)).toEqual(done);
  });
});
