import fc from "fast-check";
import { expect, test } from "vitest";
import { coveredMs, type Span, unionSpans } from "./spans";
import { creditWatching, maxAllowanceMs, toleranceMs } from "./watch-credit";

const durationMs = 3_600_000;
const start = { spans: [] as readonly Span[], allowanceMs: 0 };
const after = (
  seconds: number,
  claimed: readonly Span[],
  before: { spans: readonly Span[]; allowanceMs: number } = start,
) => creditWatching({ ...before, elapsedMs: seconds * 1000, claimed, durationMs });

test("ten seconds played in ten seconds are accepted whole", () => {
  expect(after(10, [[0, 10_000]])).toMatchObject({ accepted: [[0, 10_000]], coveredMs: 10_000, allowanceMs: 10_000 });
});

test("double speed is accepted whole", () => {
  let state = after(0, []);
  for (let i = 0; i < 30; i++) state = after(10, [[i * 20_000, (i + 1) * 20_000]], state);
  expect(state.spans).toEqual([[0, 600_000]]);
});

test("a player that runs a little ahead of the network is inside the tolerance, once", () => {
  const first = after(10, [[0, 23_000]]);
  expect(first).toMatchObject({ coveredMs: 23_000, allowanceMs: -3000 });
  expect(after(0, [[23_000, 26_000]], first).accepted).toEqual([]);
});

test("a claim of everything after ten seconds is cut to what time allows, not dropped", () => {
  expect(after(10, [[0, durationMs]])).toMatchObject({ accepted: [[0, 23_000]], allowanceMs: -toleranceMs });
});

test("the first report of all is believed for the tolerance only", () => {
  expect(after(0, [[0, durationMs]]).coveredMs).toBe(toleranceMs);
});

test("a seek to the end counts what was played on both sides of it, not what lies between", () => {
  const { spans } = after(20, [
    [0, 10_000],
    [durationMs - 10_000, durationMs],
  ]);
  expect(spans).toEqual([
    [0, 10_000],
    [durationMs - 10_000, durationMs],
  ]);
});

test("what doesn't fit is cut from the end of the claim: the earlier spans come first", () => {
  expect(
    after(5, [
      [100_000, 108_000],
      [0, 8000],
    ]).accepted,
  ).toEqual([
    [100_000, 108_000],
    [0, 5000],
  ]);
});

test("two tabs share one clock", () => {
  const oneTab = after(10, [[0, 20_000]]);
  const otherTab = after(0, [[1_000_000, 1_020_000]], oneTab);
  expect(otherTab.coveredMs).toBe(20_000 + toleranceMs);
});

test("a server clock that was set back gives nothing and takes nothing", () => {
  const before = after(100, []);
  expect(after(-3600, [], before).allowanceMs).toBe(before.allowanceMs);
});

test("sending the same report again changes nothing but the clock", () => {
  const once = after(10, [[0, 10_000]]);
  const twice = after(0, [[0, 10_000]], once);
  expect(twice).toEqual({ ...once, accepted: [] });
});

test("watching a part again is free", () => {
  const once = after(10, [[0, 10_000]]);
  expect(after(10, [[0, 10_000]], once).allowanceMs).toBe(once.allowanceMs + 20_000);
});

test("reports that waited five minutes for the network are accepted at once", () => {
  const begun = after(0, []);
  expect(after(300, [[0, 600_000]], begun).accepted).toEqual([[0, 600_000]]);
});

test("a night's pause does not pay for a recording", () => {
  const begun = after(0, []);
  expect(after(36_000, [[0, durationMs]], begun).coveredMs).toBe(maxAllowanceMs + toleranceMs);
});

test("claims past the end of the file count for nothing and cost nothing", () => {
  expect(after(10, [[durationMs, durationMs + 50_000]])).toMatchObject({ accepted: [], allowanceMs: 20_000 });
});

test("the allowance holds ten minutes and is overdrawn by three seconds, to the millisecond", () => {
  expect(after(36_000, []).allowanceMs).toBe(600_000);
  expect(after(0, [[0, 100]], { spans: [], allowanceMs: -2999 }).accepted).toEqual([[0, 1]]);
  expect(after(0, [[0, 100]], { spans: [], allowanceMs: -3000 }).accepted).toEqual([]);
});

const anyReport = fc.record({
  elapsedMs: fc.integer({ min: -5000, max: 60_000 }),
  claimed: fc.array(fc.tuple(fc.integer({ min: -10, max: 4_000_000 }), fc.integer({ min: -10, max: 4_000_000 })), {
    maxLength: 5,
  }),
});

test("however a browser lies, it gains at most twice the time, ten minutes and the tolerance; and nothing is ever lost", () => {
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 20 }), (reports) => {
      let state = creditWatching({ ...start, elapsedMs: 0, claimed: [], durationMs });
      let time = 0;
      for (const report of reports) {
        const before = state;
        time += Math.max(0, report.elapsedMs);
        state = creditWatching({ ...before, ...report, durationMs });
        expect(state.coveredMs).toBeGreaterThanOrEqual(before.coveredMs);
        expect(state.coveredMs).toBeLessThanOrEqual(Math.min(durationMs, 2 * time + toleranceMs));
        expect(state.coveredMs - before.coveredMs).toBeLessThanOrEqual(maxAllowanceMs + toleranceMs);
        expect(state.coveredMs - before.coveredMs).toBe(coveredMs(state.accepted));
        expect(state.allowanceMs).toBeGreaterThanOrEqual(-toleranceMs);
        expect(state.allowanceMs).toBeLessThanOrEqual(maxAllowanceMs);
        expect(unionSpans([...before.spans, ...state.accepted], durationMs)).toEqual(state.spans);
      }
    }),
  );
});
