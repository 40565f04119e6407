import { EvaluationAnswers } from "../evaluations/evaluation-form";
import { finishReading } from "./finish-reading.server";
import { giveEvaluation } from "./give-evaluation.server";
import type { LessonStep } from "./lesson-step";
import { startQuiz } from "./start-quiz.server";

interface Place {
  readonly personId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly now: Date;
}

/** Where the learner goes next, or what is wrong with the form; null when there is no such lesson for them. */
export type StepTaken = { readonly next: string } | { readonly errors: Readonly<Record<string, string>> } | null;

/** Ends a reading lesson, starts or continues a sitting, or gives the evaluation. Doing it twice leads to the same place. */
export function takeLessonStep(place: Place, step: LessonStep): Promise<StepTaken> {
  switch (step.intent) {
    case "done":
      return endReading(place);
    case "start":
      return startSitting(place, step.identity === "yes");
    case "evaluation":
      return evaluate(place, EvaluationAnswers.parse(step), step.identity === "yes");
  }
}

const pageOf = ({ trackSlug }: Place, lessonId: string) => `/learn/${trackSlug}/${lessonId}`;

async function endReading(place: Place): Promise<StepTaken> {
  const finished = await finishReading(place);
  if (finished.ok) return { next: finished.nextLessonId === null ? "/my" : pageOf(place, finished.nextLessonId) };
  return finished.reason === "locked" || finished.reason === "ended" ? { next: pageOf(place, place.lessonId) } : null;
}

async function startSitting(place: Place, confirmsIdentity: boolean): Promise<StepTaken> {
  const started = await startQuiz({ ...place, confirmsIdentity });
  const here = pageOf(place, place.lessonId);
  if (started.ok) return { next: `${here}/sitting/${String(started.number)}` };
  switch (started.reason) {
    case "not-enrolled":
    case "no-such-lesson":
      return null;
    case "identity-unconfirmed":
      return { errors: { identity: "unconfirmed" } };
    case "ended":
    case "locked":
    case "no-attempts-left":
    case "too-soon":
      // The page itself says why there is no sitting to start.
      return { next: here };
  }
}

async function evaluate(place: Place, answers: EvaluationAnswers, confirmsIdentity: boolean): Promise<StepTaken> {
  const given = await giveEvaluation({ ...place, answers, confirmsIdentity });
  if (given.ok) return { next: "/my/certificates" };
  if (given.reason === "identity-unconfirmed") return { errors: { identity: "unconfirmed" } };
  return given.reason === "locked" || given.reason === "ended" ? { next: pageOf(place, place.lessonId) } : null;
}
