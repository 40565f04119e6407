import type { Question } from "../../../quizzes/engine/model";
import { statement } from "../../platform/db.server";
import { findBank } from "../banks/find-bank.server";
import type { DraftPart, DraftText } from "../drafts/draft-store.server";
import { questionWords } from "./question-words";
import { leaves, type TextTree, textAt } from "./text-tree";

/** A text of the source, and how to find what it said before. */
export interface SourceUnit {
  readonly id: string;
  readonly part: DraftPart;
  readonly text: string;
  readonly version: number;
  /** What the source said in a version; null where that version isn't there. */
  readonly at: (version: number) => string | null;
  /** The version that was there at a moment, given as the database writes it. */
  readonly versionAt: (moment: Date) => number;
}

const contentAt = statement<[string, string, string, number], { content: string }>(
  "SELECT content FROM DraftText WHERE trackId = ? AND part = ? AND language = ? AND version = ?",
);
const versionAt = statement<[string, string, string, string], { version: number | null }>(
  "SELECT MAX(version) AS version FROM DraftText WHERE trackId = ? AND part = ? AND language = ? AND datetime(at) <= datetime(?)",
);
const questionsOf = statement<[string], { key: string; number: number; content: string }>(`
  SELECT q.key, r.number, r.content FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
     AND r.number = (SELECT MAX(l.number) FROM QuestionRevision l WHERE l.questionId = q.id)
   WHERE q.bankId = ? AND q.retiredAt IS NULL ORDER BY q.key`);
const revisionAt = statement<[string, string, number], { content: string }>(`
  SELECT r.content FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
   WHERE q.bankId = ? AND q.key = ? AND r.number = ?`);
const numberAt = statement<[string, string, string], { number: number | null }>(`
  SELECT MAX(r.number) AS number FROM Question q JOIN QuestionRevision r ON r.questionId = q.id
   WHERE q.bankId = ? AND q.key = ? AND datetime(r.createdAt) <= datetime(?)`);

/** Every text of a working copy in its own language. */
export interface SourceTexts {
  /** In the order in which a translator meets them. */
  readonly units: readonly SourceUnit[];
  readonly words: TextTree;
  /** By question key. */
  readonly questions: ReadonlyMap<string, TextTree>;
}

export function readSourceTexts(input: {
  trackId: string;
  societyId: string;
  bankSlug: string;
  language: string;
  texts: readonly DraftText[];
  lessonIds: readonly string[];
}): SourceTexts {
  const own = input.texts.filter(({ language }) => language === input.language);
  const words = own.find(({ part }) => part === "words");
  const lessons = input.lessonIds.flatMap((id) => own.find(({ part }) => part === `lesson:${id}`) ?? []);
  const bank = findBank(input.societyId, input.bankSlug);
  const questions = bank === null ? [] : readQuestions(bank.id);
  return {
    units: [
      ...(words === undefined ? [] : wordUnits(input.trackId, words)),
      ...lessons.filter(({ content }) => content.trim() !== "").map((lesson) => lessonUnit(input.trackId, lesson)),
      ...questions.flatMap((question) => questionUnits(bank?.id ?? "", question)),
    ],
    words: words === undefined ? {} : parseTree(words.content),
    questions: new Map(questions.map(({ key, tree }) => [key, tree])),
  };
}

function parseTree(content: string): TextTree {
  // Parts are written by the editor, so they are JSON.
  return JSON.parse(content) as TextTree;
}

function wordUnits(trackId: string, text: DraftText): SourceUnit[] {
  const former = remembering((version) => contentOf(trackId, text, version), parseTree);
  return leaves(parseTree(text.content)).map(({ path, text: said }) => ({
    id: ["words", ...path].join(":"),
    part: "words",
    text: said,
    version: text.version,
    at: (version) => {
      const tree = former(version);
      return tree === null ? null : textAt(tree, path);
    },
    versionAt: (moment) => versionOf(trackId, text, moment),
  }));
}

function lessonUnit(trackId: string, text: DraftText): SourceUnit {
  return {
    id: text.part,
    part: text.part,
    text: text.content,
    version: text.version,
    at: (version) => contentOf(trackId, text, version),
    versionAt: (moment) => versionOf(trackId, text, moment),
  };
}

function contentOf(trackId: string, { part, language }: DraftText, version: number): string | null {
  return contentAt.get(trackId, part, language, version)?.content ?? null;
}

function versionOf(trackId: string, { part, language }: DraftText, moment: Date): number {
  return versionAt.get(trackId, part, language, moment.toISOString())?.version ?? 1;
}

interface QuestionWords {
  readonly key: string;
  readonly number: number;
  readonly tree: TextTree;
}

function readQuestions(bankId: string): QuestionWords[] {
  return questionsOf.all(bankId).map(({ key, number, content }) => ({ key, number, tree: treeOfQuestion(content) }));
}

function questionUnits(bankId: string, { key, number, tree }: QuestionWords): SourceUnit[] {
  const former = remembering((version) => revisionAt.get(bankId, key, version)?.content ?? null, treeOfQuestion);
  return leaves(tree).map(({ path, text }) => ({
    id: ["questions", key, ...path].join(":"),
    part: "questions",
    text,
    version: number,
    at: (version) => {
      const before = former(version);
      return before === null ? null : textAt(before, path);
    },
    versionAt: (moment) => numberAt.get(bankId, key, moment.toISOString())?.number ?? 1,
  }));
}

/** A revision holds a question that its schema has checked. */
const treeOfQuestion = (content: string) => questionWords(JSON.parse(content) as Question);

/** Reads and parses a version once. */
function remembering(read: (version: number) => string | null, parse: (content: string) => TextTree) {
  const known = new Map<number, TextTree | null>();
  return (version: number): TextTree | null => {
    let tree = known.get(version);
    if (tree === undefined) {
      const content = read(version);
      known.set(version, (tree = content === null ? null : parse(content)));
    }
    return tree;
  };
}
