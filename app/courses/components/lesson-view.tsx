import type { LessonData } from "../answer-lesson.server";
import { EndedLesson } from "./ended-lesson";
import { EvaluationLesson } from "./evaluation-lesson";
import { LockedLesson } from "./locked-lesson";
import { QuizLesson } from "./quiz-lesson";
import { ReadingLesson } from "./reading-lesson";
import { WebinarLesson } from "./webinar-lesson";

export interface RefusedForm {
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

/** The page of a lesson, whatever its kind. */
export function LessonView({ lesson, refused }: { lesson: LessonData; refused: RefusedForm }) {
  switch (lesson.view) {
    case "locked":
      return <LockedLesson page={lesson.page} first={lesson.first} />;
    case "ended":
      return <EndedLesson page={lesson.page} ended={lesson.ended} />;
    case "reading":
      return <ReadingLesson page={lesson.page} />;
    case "webinar":
      return <WebinarLesson webinar={lesson.webinar} />;
    case "quiz":
      return <QuizLesson {...lesson} error={refused.errors["identity"] ?? null} />;
    case "evaluation":
      return <EvaluationLesson page={lesson.page} state={{ ...lesson, ...refused }} />;
  }
}
