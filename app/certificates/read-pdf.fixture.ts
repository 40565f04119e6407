import { execFileSync } from "node:child_process";
import jsQR from "jsqr";
import { PNG } from "pngjs";

/** PDFs read back by poppler, a reader that isn't ours, for tests. */

function poppler(tool: string, args: string[], pdf: Uint8Array): Buffer {
  return execFileSync(tool, args, { input: pdf, maxBuffer: 64e6, stdio: ["pipe", "pipe", "ignore"] });
}

/** Text of all pages in reading order, or of one page. */
export function textOf(pdf: Uint8Array, page?: number): string {
  const range = page === undefined ? [] : ["-f", String(page), "-l", String(page)];
  return poppler("pdftotext", [...range, "-", "-"], pdf)
    .toString("utf8")
    .normalize("NFC");
}

/** Text without any white space: lines may break anywhere. */
export function solidTextOf(pdf: Uint8Array): string {
  return textOf(pdf).replace(/\s/g, "");
}

/** What pdfinfo says, by its own labels: Title, Pages, Tagged. */
export function infoOf(pdf: Uint8Array): Record<string, string> {
  const lines = poppler("pdfinfo", ["-"], pdf).toString("utf8").split("\n");
  const pairs = lines.map((line) => /^([^:]+):\s*(.*)$/.exec(line));
  return Object.fromEntries(pairs.map((pair): [string, string] => [pair?.[1] ?? "", pair?.[2] ?? ""]));
}

export function metadataOf(pdf: Uint8Array): string {
  return poppler("pdfinfo", ["-meta", "-"], pdf).toString("utf8");
}

export function structureOf(pdf: Uint8Array): string {
  return poppler("pdfinfo", ["-struct-text", "-"], pdf).toString("utf8");
}

/** Fonts of a document: name without the subset's prefix, and whether it is embedded, cut down and readable as text. */
export function fontsOf(pdf: Uint8Array): { name: string; embedded: boolean; subset: boolean; unicode: boolean }[] {
  const rows = poppler("pdffonts", ["-"], pdf).toString("utf8").trim().split("\n").slice(2);
  return rows.map((row) => {
    const [embedded, subset, unicode] = /\b(yes|no)\s+(yes|no)\s+(yes|no)\b/.exec(row)?.slice(1) ?? [];
    return {
      name: (row.split(/\s+/)[0] ?? "").replace(/^[A-Z]{6}\+/, ""),
      embedded: embedded === "yes",
      subset: subset === "yes",
      unicode: unicode === "yes",
    };
  });
}

/** What a QR reader finds on page 1, rendered at a phone's distance (150 dpi). */
export function qrOf(pdf: Uint8Array, dpi = 150): string | undefined {
  const page = PNG.sync.read(poppler("pdftoppm", ["-r", String(dpi), "-png", "-f", "1", "-l", "1", "-"], pdf));
  return jsQR(new Uint8ClampedArray(page.data), page.width, page.height)?.data;
}
