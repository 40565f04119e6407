/** Formats that an export writes: GIFT and Moodle XML for Moodle, three versions of QTI for everything else. */
export const exportFormats = ["gift", "moodle", "qti21", "qti22", "qti3"] as const;
export type BankExportFormat = (typeof exportFormats)[number];

export function isExportFormat(value: string): value is BankExportFormat {
  return (exportFormats as readonly string[]).includes(value);
}

/** How the file ends and what it is. */
export const exportFiles = {
  gift: { ending: "gift.txt", type: "text/plain; charset=utf-8" },
  moodle: { ending: "xml", type: "application/xml" },
  qti21: { ending: "qti21.zip", type: "application/zip" },
  qti22: { ending: "qti22.zip", type: "application/zip" },
  qti3: { ending: "qti30.zip", type: "application/zip" },
} as const satisfies Record<BankExportFormat, { ending: string; type: string }>;
