import { lessonsOf, type Manifest } from "./manifest";
import type { LessonStates } from "./progress";

/**
 * Whether the learner has to say again who they are before the last step. They say it before the first graded sitting;
 * a name that is changed afterwards takes that word back, and with no graded sitting ahead the evaluation asks for it.
 */
export function mustConfirmName(enrolment: {
  readonly identityConfirmed: boolean;
  readonly edition: { readonly manifest: Manifest };
  readonly states: LessonStates;
}): boolean {
  if (enrolment.identityConfirmed) return false;
  const graded = lessonsOf(enrolment.edition.manifest).filter(
    (lesson) => lesson.kind === "quiz" && lesson.blueprint.attempts !== null,
  );
  return graded.length > 0 && graded.every(({ id }) => enrolment.states[id]?.done === true);
}
