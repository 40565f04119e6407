import type { Question } from "../quizzes/engine/model";
import { error, type Finding, numberInStem } from "./bank-findings";

/** From this share of common words on, two stems are the same question asked again. */
const nearDuplicate = 0.85;

function words(stem: string): Set<string> {
  const plain = stem.toLowerCase().replace(numberInStem, "#");
  return new Set(plain.match(/[\p{L}\p{M}]+|#/gu) ?? []);
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((word) => b.has(word)).length;
  return common / Math.max(1, a.size + b.size - common);
}

/** Stems that are equal but for their numbers, and stems that share nearly all their words. */
export function findRepeatedStems(questions: readonly Question[]): Finding[] {
  const shape = (stem: string) => stem.toLowerCase().replace(numberInStem, "#").replace(/\s+/g, " ").trim();
  const read = questions.map((question) => ({
    id: question.id,
    shape: shape(question.stem),
    words: words(question.stem),
  }));
  return read.flatMap((later, index) =>
    read.slice(0, index).flatMap((earlier) => {
      if (earlier.shape === later.shape) return error(later.id, `differs from ${earlier.id} only in numbers`);
      const share = similarity(earlier.words, later.words);
      if (share < nearDuplicate) return [];
      return error(later.id, `asks the same as ${earlier.id} (${String(Math.round(share * 100))} % of the words)`);
    }),
  );
}
