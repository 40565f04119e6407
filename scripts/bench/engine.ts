import { performance } from "node:perf_hooks";
import { sample } from "fast-check";
import { arbitraryQuestion } from "../../quizzes/arbitrary-question";
import { keyResponse } from "../../quizzes/arbitrary-response";
import { asked } from "../../quizzes/engine/calculated";
import { draw } from "../../quizzes/engine/draw";
import { mark } from "../../quizzes/engine/mark";
import type { Blueprint, Question } from "../../quizzes/engine/model";
import { verdict } from "../../quizzes/engine/verdict";

/** `npx tsx scripts/bench/engine.ts`: how long marking and drawing take. Exit 1 when a figure misses its aim. */

const runs = 200;

/** A bank of questions of every kind, the same each time. */
function bankOf(size: number): Question[] {
  return sample(arbitraryQuestion, { numRuns: size, seed: 3 }).map((question, index) => ({
    ...question,
    id: `question-${String(index)}`,
    topic: `topic-${String(index % 10)}`,
  }));
}

/** Milliseconds of the middle one of many runs, of the fastest, and of the slowest in a hundred. */
function measure(what: string, aim: number, run: (turn: number) => unknown): boolean {
  for (let turn = 0; turn < 50; turn += 1) run(turn);
  const times = Array.from({ length: runs }, (_, turn) => {
    const start = performance.now();
    run(turn);
    return performance.now() - start;
  });
  const sorted = times.sort((a, b) => a - b);
  const [fast = NaN, middle = NaN, slow = NaN] = [0, 0.5, 0.99].map((share) => sorted[Math.floor(runs * share)] ?? NaN);
  const isMet = middle < aim;
  console.log(
    `${what}: fastest ${fast.toFixed(3)} ms, median ${middle.toFixed(3)} ms, p99 ${slow.toFixed(3)} ms, aim < ${aim} ms: ${isMet ? "met" : "missed"}`,
  );
  return isMet;
}

const bank = bankOf(5000);
const blueprint = (rules: Blueprint["draw"]): Blueprint => ({
  fixed: [],
  draw: rules,
  shuffleQuestions: true,
  shuffleOptions: true,
  passPercent: 70,
  attempts: null,
  waitMinutes: 0,
  timeLimitMinutes: null,
});
const tenRules = Array.from({ length: 10 }, (_, index) => ({ count: 4, topic: `topic-${String(index)}` }));
const paper = bank.slice(0, 40).map((question) => asked(question, undefined));
const answers = paper.map((question) => keyResponse(question));

const met = [
  measure("mark a paper of 40 questions of every kind", 1, () =>
    verdict(
      paper.map((question, index) => mark(question, answers[index] ?? null)),
      70,
    ),
  ),
  measure("draw 40 of 5,000, one rule", 5, (turn) => draw(blueprint([{ count: 40 }]), bank, String(turn))),
  measure("draw 40 of 5,000, ten rules", 5, (turn) => draw(blueprint(tenRules), bank, String(turn))),
];
process.exitCode = met.every(Boolean) ? 0 : 1;
