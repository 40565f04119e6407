import { lessonTexts } from "../../markup/lesson-texts";
import { renderLesson } from "../../markup/render-lesson.server";
import { type ContentLanguage, lessonsOfDraft, sourceLanguageOf } from "../drafts/draft-file";
import { fillDrawing } from "../fill-drawing";
import { readWordsSoFar } from "./preview-words";
import type { DraftPreview } from "./read-preview.server";

/** The text of a reading lesson as far as it is written. */
export interface PreviewBody {
  /** Empty where nothing is written in any language. */
  readonly html: string;
  /** The language that the text is in: the shown one, or the authors' own. */
  readonly language: ContentLanguage;
  /** How many things would stop its publication. */
  readonly faults: number;
}

/** Renders with the publication's own renderer. Links between lessons stay in the preview. */
export function previewBody(preview: DraftPreview, lessonId: string): PreviewBody {
  const { draft, texts, place } = preview;
  const written = (language: string) =>
    texts.find((text) => text.part === `lesson:${lessonId}` && text.language === language)?.content.trim() ?? "";
  const language = written(preview.language) === "" ? sourceLanguageOf(draft.file) : preview.language;
  const markdown = written(language);
  if (markdown === "") return { html: "", language: preview.language, faults: 0 };
  const ids = new Set(lessonsOfDraft(draft.file).map(({ id }) => id));
  const { html, faults } = renderLesson(markdown, {
    drawings: drawingsIn(preview, language),
    references: draft.file.references,
    lessonHref: (id) => (ids.has(id) ? `${place.href}/${id}${place.query}` : null),
    texts: lessonTexts[language],
  });
  return { html, language, faults: faults.length };
}

/** Drawings with their labels, those that aren't translated in the authors' own language. */
function drawingsIn({ draft, texts }: DraftPreview, language: ContentLanguage): Record<string, string> {
  const own = texts.find((text) => text.part === "words" && text.language === language);
  const labels = readWordsSoFar(own?.content ?? "{}").drawings ?? {};
  return Object.fromEntries(
    texts.flatMap(({ part, content }): [string, string][] => {
      const name = /^drawing:(.*)$/.exec(part)?.[1];
      if (name === undefined || content === "") return [];
      return [[name, fillDrawing(content, { ...draft.words.drawings[name], ...labels[name] }).svg]];
    }),
  );
}
