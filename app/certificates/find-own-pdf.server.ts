import { statement } from "../platform/db.server";
import { CertificateFacts } from "./facts";
import { makePdf } from "./make-pdf.server";
import { parseNumber } from "./number";
import { pdfFileName } from "./pdf-file-name";

interface OwnRow {
  readonly id: string;
  readonly facts: string;
  readonly pdf: Buffer | null;
}

const ownPdf = statement<[string, string], OwnRow>(
  "SELECT id, facts, pdf FROM Certificate WHERE number = ? AND personId = ?",
);

export interface OwnPdf {
  readonly bytes: Uint8Array;
  /** Without its ending, in any script; `ascii` for programs that know no other. */
  readonly fileName: { readonly full: string; readonly ascii: string };
}

/**
 * The stored PDF of a certificate, for its holder; made now when the job has not come to it. Null for everybody else:
 * "not there" and "not yours" are the same.
 */
export async function findOwnPdf(input: { personId: string; number: string }): Promise<OwnPdf | null> {
  const parsed = parseNumber(input.number);
  const row = parsed.ok ? ownPdf.get(parsed.number, input.personId) : undefined;
  if (row === undefined) return null;
  const bytes = row.pdf ?? (await makePdf(row.id));
  if (bytes === null) return null;
  return { bytes, fileName: pdfFileName(CertificateFacts.parse(JSON.parse(row.facts))) };
}
