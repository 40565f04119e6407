/** Parts of statements about enrolments; `e` is the Enrolment. */

/** The sittings of an enrolment's lessons, as `x`: a range of the index, because references begin with the enrolment. */
export const lessonSittings =
  "FROM Sitting x WHERE x.subjectKind = 'lesson' AND x.subjectRef > e.id || ':' AND x.subjectRef < e.id || ';'";

/**
 * When a learner last did something that the society may see: a reading ended, a sitting begun, a recording that is
 * done watched; NULL when there was none. Visits are not told to societies. The moment of an evaluation isn't either:
 * a day would lead from the person to what was said.
 */
export const lastStep = `
  NULLIF(MAX(
    COALESCE((SELECT MAX(d.at) FROM LessonDone d WHERE d.enrolmentId = e.id), ''),
    COALESCE((SELECT MAX(x.startedAt) ${lessonSittings}), ''),
    COALESCE((SELECT MAX(w.at) FROM LessonState s JOIN WatchedSpan w ON w.subjectRef = e.id || ':' || s.lessonId
               WHERE s.enrolmentId = e.id AND s.done = 1), '')
  ), '')`;
