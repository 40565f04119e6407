import { setTimeout as wait } from "node:timers/promises";

/** Longer than the slowest of the ways that an answer could betray: a known address costs a write, an unknown one doesn't. */
const floorMs = 150;

/** Does the work and answers no sooner than the floor, so that the time tells nobody whether an account exists. */
export async function takeTime<T>(work: Promise<T>): Promise<T> {
  const [result] = await Promise.all([work, wait(floorMs)]);
  return result;
}
