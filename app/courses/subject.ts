/**
 * How level 4 names what evidence is about: an opaque reference. Only `courses` knows that it is an enrolment and a
 * lesson.
 */
export function lessonSubject(enrolmentId: string, lessonId: string): { kind: "lesson"; ref: string } {
  return { kind: "lesson", ref: `${enrolmentId}:${lessonId}` };
}
