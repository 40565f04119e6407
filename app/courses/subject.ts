/**
 * How level 4 names what evidence is about: an opaque reference. Only `courses` knows that it is an enrolment and a
 * lesson.
 */
export function lessonSubject(enrolmentId: string, lessonId: string): { kind: "lesson"; ref: string } {
  return { kind: "lesson", ref: `${enrolmentId}:${lessonId}` };
}

/** Every lesson of an enrolment: what their references begin with. */
export function lessonSubjects(enrolmentId: string): { kind: "lesson"; refStart: string } {
  return { kind: "lesson", refStart: `${enrolmentId}:` };
}

/** The lesson that a reference names. */
export function lessonIdOf(ref: string): string {
  return ref.slice(ref.indexOf(":") + 1);
}
