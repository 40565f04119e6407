import { z } from "zod";
import type { LessonFault } from "../../markup/lesson-fault";
import { picturesIn } from "../../markup/lesson-picture";
import { lessonTexts } from "../../markup/lesson-texts";
import { type RenderedLesson, renderLesson } from "../../markup/render-lesson.server";
import { missingLessonPictures } from "../../media/lesson-pictures.server";
import { type DraftText, listDraftTexts } from "../drafts/draft-store.server";
import { fillDrawing } from "../fill-drawing";
import type { FoundLesson } from "./find-lesson.server";

/** The texts of the track that surround a lesson's own. */
export interface LessonSetting {
  readonly trackTitle: string;
  readonly lessonTitle: string;
  /** Drawing name -> SVG with its labels in the lesson's language. */
  readonly drawings: Readonly<Record<string, string>>;
}

/** How a lesson would look if it were published now, and what would stop it. */
export type LessonPreview = Pick<RenderedLesson, "html" | "faults" | "words">;

const Words = z.object({
  title: z.string().catch(""),
  lessons: z.record(z.string(), z.object({ title: z.string() })).catch({}),
  drawings: z.record(z.string(), z.record(z.string(), z.string())).catch({}),
});

function wordsOf(texts: readonly DraftText[], language: string) {
  const text = texts.find((candidate) => candidate.part === "words" && candidate.language === language);
  return Words.safeParse(text === undefined ? {} : JSON.parse(text.content)).data;
}

/** Titles and drawings of a lesson's track, in the lesson's language where they are translated. One statement. */
export async function findLessonSetting(lesson: FoundLesson): Promise<LessonSetting> {
  const texts = await listDraftTexts(lesson.trackId, "no-lessons");
  const [source = lesson.language] = lesson.languages;
  const words = wordsOf(texts, lesson.language);
  const original = wordsOf(texts, source);
  const titleIn = (from: typeof words) => from?.lessons[lesson.lessonId]?.title;
  const drawings = texts.flatMap(({ part, content }): [string, string][] => {
    const name = /^drawing:(.*)$/.exec(part)?.[1];
    if (name === undefined) return [];
    return [[name, fillDrawing(content, words?.drawings[name] ?? original?.drawings[name] ?? {}).svg]];
  });
  return {
    trackTitle: words?.title || original?.title || lesson.trackSlug,
    lessonTitle: titleIn(words) ?? titleIn(original) ?? lesson.lessonId,
    drawings: Object.fromEntries(drawings),
  };
}

/** Renders a text with the publication's own renderer. Links between lessons lead to their texts in the workspace. */
export function previewLesson(
  markdown: string,
  { lesson, drawings }: { lesson: FoundLesson; drawings: LessonSetting["drawings"] },
): LessonPreview {
  const { html, faults, words } = renderLesson(markdown, {
    drawings,
    references: lesson.references,
    lessonHref: (id) => (lesson.lessonIds.includes(id) ? `../../${id}/text/${lesson.language}` : null),
    texts: lessonTexts[lesson.language],
  });
  const missing = missingLessonPictures(picturesIn(html)).map(
    (picture): LessonFault => ({ code: "picture-missing", params: { picture }, line: null }),
  );
  return { html, faults: [...faults, ...missing], words };
}
