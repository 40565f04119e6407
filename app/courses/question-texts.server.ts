import { z } from "zod";
import type { QuestionTexts } from "../assessments/question-store.server";
import { BoundedCache } from "../platform/still.server";
import { getBody, getText } from "./edition-store.server";

const parsedTexts = new BoundedCache<QuestionTexts>(8 * 1_048_576);

/** Translations of the questions as a text revision of an edition froze them. */
export function questionTexts(editionTextId: string): QuestionTexts {
  const hash = getText(editionTextId).text.questionTextsHash;
  if (hash === undefined) return {};
  const kept = parsedTexts.get(hash);
  if (kept !== undefined) return kept;
  const body = getBody(hash);
  // Publication wrote it from bank translations that its schema had checked.
  const texts = z.record(z.string(), z.unknown()).parse(JSON.parse(body)) as QuestionTexts;
  parsedTexts.set(hash, texts, body.length * 4);
  return texts;
}
