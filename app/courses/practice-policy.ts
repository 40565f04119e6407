import type { Feedback } from "../assessments/sitting-facts";
import type { Enrolment } from "./find-enrolment.server";

/**
 * What may be asked outside sittings. The one rule: practice shows no answer that the learner has not been shown
 * already, and none while it could help in an attempt that runs.
 *
 * - Only questions of the learner's own attempts that are over and were explained to them; so practice opens no part
 *   of a bank, whatever other quizzes draw from the same one.
 * - A quiz is practised only while no attempt of the learner runs, in whatever track: banks may be shared.
 * - The refresher goes on beside a running attempt, without the questions that are on its paper.
 */

/** Whether the questions of an enrolment are practised at all: not after its end, nor when the track is withdrawn. */
export function canPractise({ ended, availability }: Pick<Enrolment, "ended" | "availability">): boolean {
  return ended === null && availability !== "withdrawn";
}

/** Whether a quiz can be practised now, or why not. */
export type PracticeState = "open" | "closed" | "never" | "running" | "not-yet";

/**
 * The same answer shows the link on the quiz's page and refuses an answer.
 * @param hasRunning an attempt of the learner runs, of any quiz
 * @param hasShown an attempt at this quiz is over and explained
 */
export function practiceState(
  enrolment: Pick<Enrolment, "ended" | "availability">,
  facts: { readonly feedback: Feedback; readonly hasRunning: boolean; readonly hasShown: boolean },
): PracticeState {
  if (!canPractise(enrolment)) return "closed";
  if (facts.feedback === "never") return "never";
  if (facts.hasRunning) return "running";
  return facts.hasShown ? "open" : "not-yet";
}
