import { type QuestionPicture, storeQuestionPicture } from "../../media/question-pictures.server";
import { type Transaction, transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { canonicalJson } from "../canonical-json";
import { addRevision } from "./add-revision.server";
import { findBank } from "./find-bank.server";
import type { OnClash, PlannedQuestion } from "./plan-import";
import { readImport } from "./read-import.server";
import { dropUpload, findUpload } from "./upload-store.server";

export type ImportDone =
  | { readonly ok: true; readonly written: number }
  /** `gone`: the file isn't kept any more, or is somebody else's. */
  | { readonly ok: false; readonly reason: "gone" | "refused" | "nothing-chosen" | "not-there" }
  /** The bank changed while the preview was open; nothing was written. */
  | { readonly ok: false; readonly reason: "changed" };

export interface ImportOrder {
  readonly societyId: string;
  readonly bankSlug: string;
  readonly uploadId: string;
  /** Places in the file, from 0: what the person ticked. */
  readonly chosen: readonly number[];
  readonly onClash: OnClash;
  readonly personId: string;
  readonly now: Date;
}

/** Brings the chosen questions of a kept file into the bank: all of them, or none. */
export async function importQuestionsIntoBank(order: ImportOrder): Promise<ImportDone> {
  const bank = findBank(order.societyId, order.bankSlug);
  if (bank === null) return { ok: false, reason: "not-there" };
  const upload = findUpload({ id: order.uploadId, personId: order.personId, bankId: bank.id, now: order.now });
  if (upload === null) return { ok: false, reason: "gone" };
  const { refused, losses, pictures, plan } = await readImport({ bank, upload, onClash: order.onClash });
  if (refused !== null) return { ok: false, reason: "refused" };
  const wanted = plan.filter(({ fate }, i) => fate !== "there" && order.chosen.includes(i));
  if (wanted.length === 0) return { ok: false, reason: "nothing-chosen" };
  const isDone = await transact(async (tx) => {
    if (!(await isStillSo(tx, bank.id, wanted))) return false;
    await storePictures(tx, wanted, pictures, order.now);
    for (const planned of wanted) await write(tx, bank, planned, order);
    await tx.bankImport.create({
      data: {
        id: newId(),
        bankId: bank.id,
        fileName: upload.fileName,
        format: upload.format,
        questions: wanted.length,
        losses: JSON.stringify(losses),
        byPersonId: order.personId,
        at: order.now,
      },
    });
    return true;
  });
  if (!isDone) return { ok: false, reason: "changed" };
  dropUpload(order.uploadId);
  return { ok: true, written: wanted.length };
}

/** Whether the bank still knows the ids that the plan revises, and none that it makes. */
async function isStillSo(tx: Transaction, bankId: string, wanted: readonly PlannedQuestion[]): Promise<boolean> {
  const rows = await tx.question.findMany({ where: { bankId }, select: { key: true } });
  const known = new Set(rows.map(({ key }) => key));
  return wanted.every(({ fate, question }) => known.has(question.id) === (fate === "revision"));
}

/** Only the pictures that the chosen questions name. */
async function storePictures(
  tx: Transaction,
  wanted: readonly PlannedQuestion[],
  pictures: readonly QuestionPicture[],
  now: Date,
): Promise<void> {
  const texts = wanted.map(({ question }) => canonicalJson(question)).join("\n");
  for (const picture of pictures) if (texts.includes(picture.name)) await storeQuestionPicture(tx, picture, now);
}

async function write(
  tx: Transaction,
  bank: { readonly id: string; readonly slug: string },
  { fate, question }: PlannedQuestion,
  { personId, now }: ImportOrder,
): Promise<void> {
  const { id, revisions } =
    fate === "revision"
      ? await tx.question.findUniqueOrThrow({
          where: { bankId_key: { bankId: bank.id, key: question.id } },
          select: { id: true, revisions: { select: { number: true, hash: true } } },
        })
      : { ...(await tx.question.create({ data: { id: newId(), bankId: bank.id, key: question.id } })), revisions: [] };
  await addRevision(tx, { bankSlug: bank.slug, questionId: id, question, revisions, byPersonId: personId, now });
}
