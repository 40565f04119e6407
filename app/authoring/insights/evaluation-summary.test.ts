import { expect, test } from "vitest";
import { summariseEvaluations } from "./evaluation-summary";

const answer = (relevance: string, text = "", bias = "none", practice = "yes") =>
  JSON.stringify({ relevance, bias, practice, text });

test("four answers show nothing, not even how many there are; the fifth shows all of them", () => {
  const four = ["5", "4", "4", "2"].map((relevance) => answer(relevance, "Said by one of few"));
  expect(summariseEvaluations(four)).toEqual({ isShown: false });
  expect(summariseEvaluations([...four, answer("1", "  ", "much", "never")])).toEqual({
    isShown: true,
    count: 5,
    meanRelevance: 3.2,
    counts: {
      relevance: { "1": 1, "2": 1, "3": 0, "4": 2, "5": 1 },
      bias: { none: 4, some: 0, much: 1 },
      practice: { yes: 4, perhaps: 0, no: 0, never: 1 },
    },
    texts: Array(4).fill("Said by one of few"),
  });
});
