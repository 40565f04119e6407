import { z } from "zod";
import type { Question, Ruling } from "../../quizzes/engine/model";
import type { QuestionText } from "../../quizzes/engine/question-text";
import { AnyShape } from "../../quizzes/question-shapes";
import { statement } from "../platform/db.server";
import { present } from "../platform/invariant";
import { BoundedCache } from "../platform/still.server";

/** Question revisions in memory: they never change. Rulings are read anew, because they do. */

const revisions = new BoundedCache<Question>(24 * 1_048_576);
const findRevision = statement<[string], { content: string }>("SELECT content FROM QuestionRevision WHERE id = ?");

/** The question of a revision. @throws when there is none: ids of revisions come from manifests and papers. */
export function getQuestion(revisionId: string): Question {
  const kept = revisions.get(revisionId);
  if (kept !== undefined) return kept;
  const { content } = present(findRevision.get(revisionId), `question revision ${revisionId}`);
  // The rules between fields were checked when it was written; stricter ones of today must not make it unreadable.
  const question = AnyShape.parse(JSON.parse(content));
  revisions.set(revisionId, question, content.length * 4);
  return question;
}

const findRulings = statement<[string], { revisionId: string; ruling: string }>(
  "SELECT revisionId, ruling FROM QuestionRuling WHERE revisionId IN (SELECT value FROM json_each(?)) ORDER BY at, id",
);

/** The rulings on each of these revisions, in the order in which they were made. */
export function rulingsOn(revisionIds: readonly string[]): Map<string, Ruling[]> {
  const byRevision = new Map<string, Ruling[]>();
  for (const row of findRulings.all(JSON.stringify(revisionIds))) {
    // Only `rule-on-question` writes this column, from the same type.
    const ruling = JSON.parse(row.ruling) as Ruling;
    byRevision.set(row.revisionId, [...(byRevision.get(row.revisionId) ?? []), ruling]);
  }
  return byRevision;
}

/** Translations of an edition's questions, by key; an empty record in the questions' own language. */
export type QuestionTexts = Readonly<Record<string, QuestionText>>;

/** The translation of one question, or null. An id such as "constructor" finds nothing that every object inherits. */
export function textOf(texts: QuestionTexts, questionId: string): QuestionText | null {
  return Object.hasOwn(texts, questionId) ? (texts[questionId] ?? null) : null;
}

const bodies = new BoundedCache<QuestionTexts>(8 * 1_048_576);
const findBody = statement<[string], { content: string }>("SELECT content FROM Body WHERE hash = ?");

/** The translations in the body with this hash; none for the questions' own language. @throws when there is no such body. */
export function getQuestionTexts(hash: string | null): QuestionTexts {
  if (hash === null) return {};
  const kept = bodies.get(hash);
  if (kept !== undefined) return kept;
  const { content } = present(findBody.get(hash), `question texts ${hash}`);
  // Publication wrote it from bank translations that its schema had checked.
  const parsed = z.record(z.string(), z.unknown()).parse(JSON.parse(content)) as QuestionTexts;
  bodies.set(hash, parsed, content.length * 4);
  return parsed;
}
