import { createHash } from "node:crypto";
import { statement, type Transaction } from "../platform/db.server";
import { readPictureHeader, type PictureHeader } from "./picture-header";
import { withoutMetadata } from "./picture-metadata";

/** A picture that may be stored: checked, without metadata, named by its content. */
export interface QuestionPicture extends PictureHeader {
  /** `<sha256>.<ending>`, what a question calls it. */
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export type PreparedPicture =
  | { readonly ok: true; readonly picture: QuestionPicture }
  | { readonly ok: false; readonly reason: "not-a-picture" | "too-large" | "too-many-pixels" | "unreadable" };

const mostBytes = 8 * 1_048_576;
/** Of each side. More pixels would fill a telephone's memory without being seen. */
const mostPixels = 8_000;

const endings = {
  "image/png": "png",
  "image/jpeg": "jpg",
  "image/gif": "gif",
  "image/webp": "webp",
} as const satisfies Record<PictureHeader["type"], string>;

/** Checks a file by its own bytes and makes it ready to be stored. Preparing a prepared picture changes nothing. */
export function prepareQuestionPicture(bytes: Uint8Array): PreparedPicture {
  if (bytes.length > mostBytes) return { ok: false, reason: "too-large" };
  const header = readPictureHeader(bytes);
  if (header === null) return { ok: false, reason: "not-a-picture" };
  if (Math.max(header.width, header.height) > mostPixels) return { ok: false, reason: "too-many-pixels" };
  const kept = withoutMetadata(bytes, header.type);
  if (kept === null) return { ok: false, reason: "unreadable" };
  const name = `${createHash("sha256").update(kept).digest("hex")}.${endings[header.type]}`;
  return { ok: true, picture: { ...header, name, bytes: kept } };
}

/** Stores a picture inside a transaction of its question. The same picture again is the same row. */
export async function storeQuestionPicture(
  tx: Transaction,
  { name, type, bytes }: QuestionPicture,
  now: Date,
): Promise<void> {
  await tx.questionPicture.upsert({
    where: { name },
    create: { name, type, bytes, createdAt: now },
    update: {},
    select: { name: true },
  });
}

const selectPicture = statement<[string], { type: string; bytes: Uint8Array }>(
  "SELECT type, bytes FROM QuestionPicture WHERE name = ?",
);

/** A stored picture, or null. */
export function findQuestionPicture(
  name: string,
): { readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> } | null {
  const found = selectPicture.get(name);
  return found === undefined ? null : { type: found.type, bytes: new Uint8Array(found.bytes) };
}
