import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireViewer } from "../auth/viewer.server";
import { findOwnPdf } from "../certificates/find-own-pdf.server";
import { attachmentHeader } from "../certificates/pdf-file-name";
import { notFound } from "../platform/http.server";

/** The certificate as a file, for its holder only. */
export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const pdf =
    (await findOwnPdf({ personId: viewer.id, number: args.params["number"] ?? "" })) ?? notFound("certificate");
  return new Response(new Uint8Array(pdf.bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Length": String(pdf.bytes.length),
      "Content-Disposition": attachmentHeader(pdf.fileName),
      "Cache-Control": "private, no-store",
    },
  });
}
