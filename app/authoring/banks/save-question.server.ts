import type { Question } from "../../../quizzes/engine/model";
import { type QuestionPicture, storeQuestionPicture } from "../../media/question-pictures.server";
import { type Transaction, transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { addRevision, type RevisionToAdd } from "./add-revision.server";
import { freezeQuestion } from "./freeze-question.server";
import { freeId, slugOf } from "./slug";

export interface QuestionToSave {
  readonly societyId: string;
  readonly bankSlug: string;
  /** Checked by the bank's schema. Its id is the question's key; a new question gets one from its stem. */
  readonly question: Question;
  /** The number of the revision that the writer began with; null = a new question. */
  readonly base: number | null;
  /** Pictures that came with it. */
  readonly pictures?: readonly QuestionPicture[];
  readonly byPersonId: string;
  readonly now: Date;
}

export type SavedQuestion =
  | { readonly ok: true; readonly key: string; readonly number: number }
  /** The text is that of the latest revision, so there is nothing to keep. */
  | { readonly ok: false; readonly reason: "unchanged"; readonly key: string; readonly number: number }
  /** Somebody saved in between; `latest` is what they wrote. */
  | { readonly ok: false; readonly reason: "newer"; readonly number: number; readonly latest: string }
  | { readonly ok: false; readonly reason: "not-there" };

/** Keeps what a person wrote as the question's next revision. Earlier revisions stay as they are. */
export async function saveQuestion(input: QuestionToSave): Promise<SavedQuestion> {
  const { societyId, bankSlug } = input;
  return transact(async (tx) => {
    const bank = await tx.bank.findFirst({ where: { slug: bankSlug, societyId }, select: { id: true, slug: true } });
    if (bank === null) return { ok: false, reason: "not-there" };
    return input.base === null ? create(tx, bank, input) : revise(tx, bank, input, input.base);
  });
}

interface BankRow {
  readonly id: string;
  readonly slug: string;
}

async function create(tx: Transaction, bank: BankRow, input: QuestionToSave): Promise<SavedQuestion> {
  const wanted = slugOf(input.question.stem, 60, "question");
  const taken = await tx.question.findMany({
    where: { bankId: bank.id, key: { startsWith: wanted } },
    select: { key: true },
  });
  const key = freeId(wanted, (id) => taken.some((question) => question.key === id));
  const { id } = await tx.question.create({ data: { id: newId(), bankId: bank.id, key }, select: { id: true } });
  const number = await store(tx, bank, input, {
    question: { ...input.question, id: key },
    questionId: id,
    revisions: [],
  });
  return { ok: true, key, number };
}

async function revise(tx: Transaction, bank: BankRow, input: QuestionToSave, base: number): Promise<SavedQuestion> {
  const key = input.question.id;
  const row = await tx.question.findUnique({
    where: { bankId_key: { bankId: bank.id, key } },
    select: {
      id: true,
      revisions: { orderBy: { number: "desc" }, select: { number: true, hash: true, content: true } },
    },
  });
  const latest = row?.revisions[0];
  if (row === null || latest === undefined) return { ok: false, reason: "not-there" };
  const { hash } = freezeQuestion(bank.slug, input.question);
  if (hash === latest.hash) return { ok: false, reason: "unchanged", key, number: latest.number };
  if (latest.number !== base) return { ok: false, reason: "newer", number: latest.number, latest: latest.content };
  const { id: questionId, revisions } = row;
  return { ok: true, key, number: await store(tx, bank, input, { question: input.question, questionId, revisions }) };
}

async function store(
  tx: Transaction,
  bank: BankRow,
  input: QuestionToSave,
  revision: Pick<RevisionToAdd, "question" | "questionId" | "revisions">,
): Promise<number> {
  for (const picture of input.pictures ?? []) await storeQuestionPicture(tx, picture, input.now);
  return addRevision(tx, { ...revision, bankSlug: bank.slug, byPersonId: input.byPersonId, now: input.now });
}
