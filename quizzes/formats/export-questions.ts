import type { Question } from "../engine/model";
import { exportGift } from "./gift/export-gift";
import type { Exported } from "./imported";
import { exportMoodle } from "./moodle/export-moodle";
import { exportQti } from "./qti/export-qti";

export const exportFormats = ["gift", "moodle", "qti21", "qti22", "qti3"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** The format of a name; null where nobody knows it. Plain `qti` is its newest version. */
export function exportFormat(name: string): ExportFormat | null {
  return name === "qti" ? "qti3" : (exportFormats.find((known) => known === name) ?? null);
}

/**
 * Writes questions as a file: UTF-8 text for GIFT and Moodle XML, a zip package for QTI. Whatever the format can't hold
 * is a loss that names the question; a question of a kind that it doesn't have is left out.
 *
 * @param format one of `exportFormats`, or `qti` for QTI 3.0
 * @throws RangeError for any other name
 */
export async function exportQuestions(
  questions: readonly Question[],
  format: string,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Exported> {
  switch (exportFormat(format)) {
    case "gift":
      return exportGift(questions);
    case "moodle":
      return exportMoodle(questions, pictures);
    case "qti21":
      return exportQti(questions, pictures, "2.1");
    case "qti22":
      return exportQti(questions, pictures, "2.2");
    case "qti3":
      return exportQti(questions, pictures, "3.0");
    case null:
      throw new RangeError(`The format "${format}" isn't known: it is one of ${exportFormats.join(", ")}.`);
  }
}
