import { messagesFor } from "../i18n/all-messages.server";
import { statement, transact } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { present } from "../platform/invariant";
import { CertificateFacts, PersonalFacts } from "./facts";
import { renderCertificatePdf } from "./render-pdf.server";

interface PdfRow {
  readonly facts: string;
  readonly personalFacts: string | null;
  readonly pdf: Buffer | null;
}

const findPdf = statement<[string], PdfRow>("SELECT facts, personalFacts, pdf FROM Certificate WHERE id = ?");

/**
 * The PDF of a certificate: the stored one, or one made and stored now. Safe to repeat and to run twice at once: the
 * first that is stored stays.
 * @returns null when the holder has been erased: there is nothing to make it of, and nothing is kept
 */
export async function makePdf(certificateId: string): Promise<Uint8Array | null> {
  const row = findPdf.get(certificateId);
  if (row === undefined) return null;
  if (row.pdf !== null || row.personalFacts === null) return row.pdf;
  const facts = CertificateFacts.parse(JSON.parse(row.facts));
  const rendered = await renderCertificatePdf({
    facts,
    personal: PersonalFacts.parse(JSON.parse(row.personalFacts)),
    texts: present(
      messagesFor(facts.language, ["certificate-document"])["certificate-document"],
      "texts of the document",
    ),
  });
  // The holder may have been erased while the document was made: then it must not come back.
  await transact((tx) =>
    tx.certificate.updateMany({
      where: { id: certificateId, pdf: null, personalFacts: { not: null } },
      data: { pdf: new Uint8Array(rendered), pdfHash: sha256(rendered) },
    }),
  );
  return findPdf.get(certificateId)?.pdf ?? null;
}
