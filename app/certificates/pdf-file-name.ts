/** The name under which a browser saves a certificate: what it is about, then its number. */
export function pdfFileName(facts: { readonly trackTitle: string; readonly number: string }): {
  full: string;
  ascii: string;
} {
  const title = facts.trackTitle
    // Characters that one file system or another refuses.
    .replace(/[\\/:*?"<>|\p{Control}]+/gu, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 100)
    .trim();
  const full = `${title} ${facts.number}.pdf`;
  const plain = full
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/ß/g, "ss")
    .replace(/[^\x20-\x7e]+/g, "-");
  return { full, ascii: plain };
}

/** The header that makes browsers save the answer: an ASCII name for the old, a UTF-8 one (RFC 8187) for the rest. */
export function attachmentHeader(name: { readonly full: string; readonly ascii: string }): string {
  const encoded = encodeURIComponent(name.full).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${name.ascii.replace(/["\\]/g, "")}"; filename*=UTF-8''${encoded}`;
}
