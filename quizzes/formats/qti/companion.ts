import { createHash } from "node:crypto";
import type { Question } from "../../engine/model";
import { QuestionSchema } from "../../bank-schema";

/**
 * The file beside an item of our own packages: the question as it is, with what QTI has no place for (outcomes, source,
 * tolerances with units, known mistakes). It counts only while the item is byte for byte the one that it was written
 * for: what another program changed in the item wins.
 */
export function companionFor(question: Question, item: Uint8Array): Uint8Array {
  return new TextEncoder().encode(JSON.stringify({ stepwedge: 1, item: hashOf(item), question }));
}

/** The question of a companion, or a sentence why it doesn't count. */
export function readCompanion(bytes: Uint8Array, item: Uint8Array): Question | string {
  const read = parsed(bytes);
  if (read === null) return "the file beside the item can't be read";
  if (read.item !== hashOf(item)) return "another program changed the item since; the item counts";
  if (!QuestionSchema.safeParse(read.question).success) return "the file beside the item holds no valid question";
  // The schema has just checked it; the question itself is answered because the schema's own answer has trimmed texts.
  return read.question as Question;
}

/** Names of the pictures that a question speaks of, in texts or as its own. */
export function picturesIn(question: Question): string[] {
  const names = JSON.stringify(question).match(/[0-9a-f]{64}\.(?:png|jpg|gif|webp)/g) ?? [];
  return [...new Set(names)];
}

function parsed(bytes: Uint8Array): { readonly item: unknown; readonly question: unknown } | null {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (typeof value !== "object" || value === null || !("item" in value) || !("question" in value)) return null;
    return { item: value.item, question: value.question };
  } catch {
    return null;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
