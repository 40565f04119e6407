import type { LessonTextPageData, TextAnswer } from "./lesson-text-page";
import { SourceForm } from "./source-form";

/** The editor of a text. */
export function LessonWriter({ page, answer }: { page: LessonTextPageData; answer: TextAnswer | null }) {
  return <SourceForm page={page} answer={answer} />;
}
