import type { Lesson } from "./manifest";

type Blueprint = Extract<Lesson, { kind: "quiz" }>["blueprint"];

/** The rules of a quiz as they are for everybody, before extra time and granted attempts. */
export function quizRules(blueprint: Blueprint) {
  return {
    questionCount: blueprint.fixed.length + blueprint.draw.reduce((sum, rule) => sum + rule.count, 0),
    passPercent: blueprint.passPercent,
    attempts: blueprint.attempts,
    timeLimitMinutes: blueprint.timeLimitMinutes,
    waitMinutes: blueprint.waitMinutes,
    feedback: blueprint.feedback ?? "sitting",
    certainty: blueprint.certainty === true,
  } as const;
}

/** What a quiz says to somebody who hasn't begun it. */
export function unbegunQuiz(blueprint: Blueprint) {
  return {
    ...quizRules(blueprint),
    sittings: [],
    attemptsLeft: blueprint.attempts,
    openAt: null,
    mustConfirmIdentity: false,
    practice: "closed",
  } as const;
}
