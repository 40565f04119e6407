import { useEffect, useState } from "react";
import type { LessonTextPageData, TextAnswer } from "./lesson-text-data";
import { LiveWriter } from "./live-writer";
import { SourceForm } from "./source-form";

/**
 * The editor of a text. Without scripts it is a plain form; with them the same text is saved while it is written.
 * What somebody typed into the form before the scripts came goes along.
 */
export function LessonWriter({ page, answer }: { page: LessonTextPageData; answer: TextAnswer | null }) {
  const [typed, setTyped] = useState<string | null>(null);
  useEffect(() => {
    const field = document.querySelector<HTMLTextAreaElement>("textarea[name=content]");
    setTyped(field?.value ?? page.text);
  }, [page.text]);
  if (typed === null || answer !== null) return <SourceForm page={page} answer={answer} />;
  return <LiveWriter page={page} typed={typed} />;
}
