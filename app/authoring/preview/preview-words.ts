import type { z } from "zod";
import type { EditionText } from "../../courses/manifest";
import type { Translate } from "../../i18n/translate";
import { type ContentLanguage, type DraftFile, DraftWords, lessonsOfDraft } from "../drafts/draft-file";

const SoFar = DraftWords.partial();
/** The texts of one language as far as they are written. */
type WordsSoFar = z.infer<typeof SoFar>;

/** @param content JSON of a DraftWords, perhaps of one that was begun only */
export function readWordsSoFar(content: string): WordsSoFar {
  return SoFar.safeParse(JSON.parse(content)).data ?? {};
}

/** Texts in one language, each of them saying something. */
export interface PreviewWords {
  readonly text: EditionText;
  /** Some texts are not translated yet. */
  readonly isMixed: boolean;
}

/**
 * What a preview says: the texts of the language, in their place those that the authors write in, with the language's
 * letters in front ("[EN] Dose"), and where there are none either, the words that something is missing.
 * @param t of the shown language
 */
export function previewWords(input: {
  file: DraftFile;
  language: ContentLanguage;
  words: WordsSoFar;
  source: DraftWords;
  t: Translate;
}): PreviewWords {
  const { file, language, words, source, t } = input;
  let isMixed = false;
  const say = (textOf: (from: WordsSoFar) => string | undefined, missing = t("preview:missing.text")): string => {
    const [own = "", original = ""] = [textOf(words), textOf(source)];
    if (own.trim() !== "") return own;
    if (original.trim() === "") return missing;
    isMixed = true;
    return `[${source.language.toUpperCase()}] ${original}`;
  };
  const untitled = t("preview:missing.title");
  const text: EditionText = {
    language,
    title: say((from) => from.title, untitled),
    summary: say((from) => from.summary),
    audience: say((from) => from.audience),
    needs: say((from) => from.needs),
    outcomes: table(file.outcomes.map(({ code }) => [code, say((from) => from.outcomes?.[code])])),
    modules: table(file.modules.map(({ id }) => [id, say((from) => from.modules?.[id], untitled)])),
    lessons: table(
      lessonsOfDraft(file).map(({ id }) => [
        id,
        {
          title: say((from) => from.lessons?.[id]?.title, untitled),
          summary: say((from) => from.lessons?.[id]?.summary),
        },
      ]),
    ),
    authors: table(
      file.authors.map(({ id }) => [
        id,
        {
          qualifications: say((from) => from.authors?.[id]?.qualifications),
          interests: say((from) => from.authors?.[id]?.interests),
        },
      ]),
    ),
  };
  return { text, isMixed };
}

function table<Value>(entries: readonly (readonly [string, Value])[]): Record<string, Value> {
  return Object.fromEntries(entries);
}
