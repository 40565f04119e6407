import { expect, test } from "vitest";
import { WatchMeter } from "./meter";

const durationMs = 60_000;
/** Looks at the playhead each quarter of a second while it runs. */
function play(meter: WatchMeter, fromMs: number, forMs: number, rate = 1, atMs = 0): void {
  for (let passed = 0; passed <= forMs; passed += 250)
    meter.look({ positionMs: fromMs + passed * rate, rate, isPlaying: true, atMs: atMs + passed });
  meter.look({ positionMs: fromMs + forMs * rate, rate, isPlaying: false, atMs: atMs + forMs });
}

test("what the playhead passes while playing is watched", () => {
  const meter = new WatchMeter(durationMs);
  play(meter, 5000, 4000);
  expect(meter.played).toEqual([[5000, 9000]]);
});

test("double speed covers twice the way", () => {
  const meter = new WatchMeter(durationMs);
  play(meter, 0, 4000, 2);
  expect(meter.played).toEqual([[0, 8000]]);
});

test("a seek is not watching, forward or back", () => {
  const meter = new WatchMeter(durationMs);
  play(meter, 0, 2000);
  meter.jump();
  play(meter, 40_000, 2000, 1, 3000);
  meter.jump();
  play(meter, 1000, 2000, 1, 6000);
  expect(meter.played).toEqual([
    [0, 3000],
    [40_000, 42_000],
  ]);
});

test("a jump that no event told of is not watching either", () => {
  const meter = new WatchMeter(durationMs);
  meter.look({ positionMs: 0, rate: 1, isPlaying: true, atMs: 0 });
  meter.look({ positionMs: 30_000, rate: 1, isPlaying: true, atMs: 250 });
  expect(meter.played).toEqual([]);
});

test("standing still or paused counts for nothing", () => {
  const meter = new WatchMeter(durationMs);
  meter.look({ positionMs: 1000, rate: 1, isPlaying: false, atMs: 0 });
  meter.look({ positionMs: 2000, rate: 1, isPlaying: true, atMs: 5000 });
  meter.look({ positionMs: 2000, rate: 1, isPlaying: true, atMs: 9000 });
  expect(meter.played).toEqual([]);
});

test("a tab in the background that looks once in two seconds loses nothing", () => {
  const meter = new WatchMeter(durationMs);
  for (let at = 0; at <= 10_000; at += 2000) meter.look({ positionMs: at, rate: 1, isPlaying: true, atMs: at });
  expect(meter.played).toEqual([[0, 10_000]]);
});

test("what the server has is dropped", () => {
  const meter = new WatchMeter(durationMs);
  play(meter, 0, 4000);
  meter.keep([[3000, 4000]]);
  expect(meter.played).toEqual([[3000, 4000]]);
});
