import { z } from "zod";
import { type BankText, BankTextSchema, QuestionTextSchema } from "../../../quizzes/bank-schema";
import { getQuestion } from "../../assessments/question-store.server";
import { getBody, getEdition, getTextFor } from "../../courses/edition-store.server";
import { statement } from "../../platform/db.server";
import { findBank } from "../banks/find-bank.server";
import type { PublishedBank } from "../publication";
import type { DraftText } from "./draft-store.server";

export interface DraftBank {
  readonly bank: PublishedBank;
  /** Of each question in use, its latest revision. */
  readonly revisionIds: readonly string[];
}

const latestRevisions = statement<[string], { id: string; key: string }>(`
  SELECT r.id, q.key FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
     AND r.number = (SELECT max(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
   WHERE q.bankId = ? AND q.retiredAt IS NULL ORDER BY q.key`);

/**
 * The bank that a track names, by the latest revisions of its questions in use; null where the society has none.
 * Questions that learners have already keep their order, so that an untouched bank makes no new edition.
 */
export function readDraftBank(input: {
  societyId: string;
  bankSlug: string;
  currentEditionId: string | null;
}): DraftBank | null {
  const found = findBank(input.societyId, input.bankSlug);
  if (found === null) return null;
  const pool = input.currentEditionId === null ? [] : getEdition(input.currentEditionId).manifest.pool;
  const places = new Map(pool.map(({ key }, index) => [key, index]));
  const placeOf = ({ key }: { key: string }) => places.get(key) ?? pool.length;
  const revisions = latestRevisions.all(found.id).sort((a, b) => placeOf(a) - placeOf(b));
  const questions = revisions.map(({ id }) => getQuestion(id));
  return {
    bank: { slug: found.slug, title: found.title, questions },
    revisionIds: revisions.map(({ id }) => id),
  };
}

const QuestionTexts = z.record(z.string(), z.unknown());

/**
 * Translations of the bank's questions: those of the working copy, or of the edition that learners have now. Texts of
 * questions that are no longer in use are left out, and so are translations that aren't finished.
 */
export function readBankTexts(input: {
  bank: PublishedBank;
  languages: readonly string[];
  texts: readonly DraftText[];
  currentEditionId: string | null;
}): BankText[] {
  const keys = new Set(input.bank.questions.map(({ id }) => id));
  return input.languages.flatMap((language) => {
    const found = findQuestionTexts({ ...input, language });
    if (language === "en" || found === null) return [];
    const finished = Object.entries(found).filter(
      ([key, text]) => keys.has(key) && QuestionTextSchema.safeParse(text).success,
    );
    return [BankTextSchema.parse({ slug: input.bank.slug, language, questions: Object.fromEntries(finished) })];
  });
}

/** Translated texts by question key as they stand, finished or not; null where there are none in this language. */
export function findQuestionTexts(input: {
  language: string;
  texts: readonly DraftText[];
  currentEditionId: string | null;
}): Readonly<Record<string, unknown>> | null {
  const own = input.texts.find((text) => text.part === "questions" && text.language === input.language);
  const content = own?.content ?? publishedTexts(input.currentEditionId, input.language);
  return content === null ? null : (QuestionTexts.safeParse(JSON.parse(content)).data ?? null);
}

function publishedTexts(editionId: string | null, language: string): string | null {
  if (editionId === null) return null;
  const { text } = getTextFor(editionId, language);
  return text.language !== language || text.questionTextsHash === undefined ? null : getBody(text.questionTextsHash);
}
