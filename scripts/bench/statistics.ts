/** `npx tsx scripts/bench/statistics.ts`: how long the statistics of 10,000 sittings of 40 questions take. */
import { below, seededRandom } from "../../quizzes/engine/random";
import { quizStatistics, type SittingScores } from "../../quizzes/engine/statistics";

const random = seededRandom("statistics");
const options = ["a", "b", "c", "d"];
const questions = Array.from({ length: 200 }, (_, i) => `q${String(i)}`);
const sittings: SittingScores[] = Array.from({ length: 10_000 }, () => {
  const ability = below(100, random);
  const first = below(questions.length - 40, random);
  return questions.slice(first, first + 40).map((questionId) => {
    const right = below(100, random) < ability;
    const picked = right ? "a" : (options[1 + below(3, random)] ?? "b");
    return { questionId, awarded: right ? 100 : 0, possible: 100, picked: [picked], seconds: 20 };
  });
});
const keys = new Map(questions.map((id) => [id, options.map((option) => ({ id: option, isKey: option === "a" }))]));

const times = Array.from({ length: 5 }, () => {
  const from = performance.now();
  quizStatistics(sittings, keys);
  return performance.now() - from;
}).sort((a, b) => a - b);
console.log(`Item statistics, 10,000 sittings × 40 questions: ${(times[2] ?? 0).toFixed(0)} ms (wanted: 1,500 ms)`);
