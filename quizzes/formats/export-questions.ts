import type { Question } from "../engine/model";
import { exportGift } from "./gift/export-gift";
import type { Exported } from "./imported";
import { exportMoodle } from "./moodle/export-moodle";
import { exportQti } from "./qti/export-qti";

export const exportFormats = ["gift", "moodle", "qti21", "qti22", "qti3"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/**
 * Writes questions as a file: UTF-8 text for GIFT and Moodle XML, a zip package for QTI. Whatever the format can't hold
 * is a loss that names the question; a question of a kind that it doesn't have is left out.
 */
export async function exportQuestions(
  questions: readonly Question[],
  format: ExportFormat,
  pictures: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<Exported> {
  switch (format) {
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
  }
}
