/** Formats that an import reads. */
export const importFormats = ["gift", "moodle", "qti", "aiken", "csv"] as const;
export type ImportFormat = (typeof importFormats)[number];

export function isImportFormat(value: string): value is ImportFormat {
  return (importFormats as readonly string[]).includes(value);
}

/** The largest file that an import takes. */
export const mostImportBytes = 64 * 1_048_576;
/** The most questions that one import brings. */
export const mostImportQuestions = 10_000;
/** The largest picture that the editor takes. */
export const mostPictureBytes = 8 * 1_048_576;
