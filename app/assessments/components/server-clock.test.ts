import { expect, test } from "vitest";
import { ServerClock } from "./server-clock";

function makeClock(serverNow: number) {
  const world = { passed: 500 };
  return { clock: new ServerClock(serverNow, () => world.passed), world };
}

test("between two words of the server the clock counts the time that passes", () => {
  const { clock, world } = makeClock(10_000);
  world.passed += 250;
  expect(clock.now()).toBe(10_250);
});

test("after the computer has slept the next word of the server sets the clock right", () => {
  const { clock, world } = makeClock(10_000);
  world.passed += 1_000;
  clock.hear(70_000);
  expect(clock.now()).toBe(70_000);
  world.passed += 5;
  expect(clock.now()).toBe(70_005);
});

test("an old word, such as that of a repeated save, and one that is no time change nothing", () => {
  const { clock, world } = makeClock(10_000);
  world.passed += 1_000;
  clock.hear(10_500);
  clock.hear(Number.NaN);
  expect(clock.now()).toBe(11_000);
});
