import process from "node:process";
import { sample } from "fast-check";
import { arbitraryQuestion } from "../../quizzes/arbitrary-question";
import { keyResponse } from "../../quizzes/arbitrary-response";
import { asked } from "../../quizzes/engine/calculated";
import { drawFrom, QuestionPool } from "../../quizzes/engine/draw";
import { mark } from "../../quizzes/engine/mark";
import type { Blueprint, Question } from "../../quizzes/engine/model";
import { below, seededRandom } from "../../quizzes/engine/random";
import { quizStatistics, type SittingScores } from "../../quizzes/engine/statistics";
import { verdict } from "../../quizzes/engine/verdict";
import { median, type Row, row } from "./results";

/** What the question engine takes, in this process: every result is checked before its time counts. */

const runs = 200;

/** A bank of questions of every kind, the same each time. */
function bankOf(size: number): Question[] {
  return sample(arbitraryQuestion, { numRuns: size, seed: 3 }).map((question, index) => ({
    ...question,
    id: `question-${String(index)}`,
    topic: `topic-${String(index % 10)}`,
  }));
}

interface Timed {
  readonly name: string;
  readonly title: string;
  readonly runs: number;
  readonly run: (turn: number) => boolean;
}

/** @param run one turn of the work; false when its result was wrong */
function timed({ name, title, runs: count, run }: Timed): Row {
  let faults = 0;
  const times: number[] = [];
  let before = process.cpuUsage();
  for (let turn = -Math.ceil(count / 4); turn < count; turn++) {
    if (turn === 0) before = process.cpuUsage();
    const from = performance.now();
    const isRight = run(turn);
    if (turn >= 0) times.push(performance.now() - from);
    if (!isRight) faults++;
  }
  const { user, system } = process.cpuUsage(before);
  const cpuMs = (user + system) / 1000 / count;
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.floor(count * share)] ?? null;
  const firstFault = faults === 0 ? null : "a result was wrong";
  return row({
    name,
    title,
    value: median(times),
    unit: "ms",
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    cpuMs,
    faults,
    firstFault,
  });
}

/** Marking a paper of 40 questions of every kind, with its verdict. */
export function measureMarking(): Row {
  const paper = bankOf(40).map((question) => asked(question, undefined));
  const answers = paper.map((question) => keyResponse(question));
  const run = () => {
    const marks = paper.map((question, i) => mark(question, answers[i] ?? null));
    return verdict(marks, 70).passed !== false;
  };
  return timed({ name: "mark-paper", title: "Marking a paper of 40 questions", runs, run });
}

/** Drawing 40 questions by ten lines from the kept tags of 5,000, as the start of a sitting does. */
export function measureDrawing(): Row {
  const bank = bankOf(5000);
  const pool = new QuestionPool(bank);
  const byId = new Map(bank.map((question) => [question.id, question]));
  const blueprint: Blueprint = {
    fixed: [],
    draw: Array.from({ length: 10 }, (_, i) => ({ count: 4, topic: `topic-${String(i)}` })),
    shuffleQuestions: true,
    shuffleOptions: true,
    passPercent: 70,
    attempts: null,
    waitMinutes: 0,
    timeLimitMinutes: null,
  };
  const run = (turn: number) => {
    const drawn = drawFrom(blueprint, pool, String(turn), (id) => byId.get(id));
    return drawn.ok && drawn.paper.items.length === 40;
  };
  return timed({ name: "draw-paper", title: "Drawing 40 questions from 5,000", runs, run });
}

const options = ["a", "b", "c", "d"];

/** 10,000 papers of 40 out of 200 questions, answered by learners of different ability. */
function someSittings(questions: readonly string[]): SittingScores[] {
  const random = seededRandom("statistics");
  return Array.from({ length: 10_000 }, () => {
    const ability = below(100, random);
    const first = below(questions.length - 39, random);
    return questions.slice(first, first + 40).map((questionId) => {
      const right = below(100, random) < ability;
      const picked = right ? "a" : (options[1 + below(3, random)] ?? "b");
      return { questionId, awarded: right ? 100 : 0, possible: 100, picked: [picked], seconds: 20 };
    });
  });
}

/** Statistics of 10,000 sittings of 40 questions. */
export function measureStatistics(): Row {
  const questions = Array.from({ length: 200 }, (_, i) => `q${String(i)}`);
  const sittings = someSittings(questions);
  const keys = new Map(questions.map((id) => [id, options.map((option) => ({ id: option, isKey: option === "a" }))]));
  const run = () => {
    const found = quizStatistics(sittings, keys);
    return found.attempts === sittings.length && found.items.length === questions.length;
  };
  return timed({ name: "item-statistics", title: "Statistics of 10,000 sittings of 40 questions", runs: 5, run });
}
