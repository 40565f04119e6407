import { create } from "qrcode";

/** Blank modules that readers need round the code (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** Path of a rectangle. */
function box(x: number, y: number, width: number, height: number): string {
  return ["M", x, " ", y, "h", width, "v", height, "h", -width, "z"].join("");
}

/**
 * A QR code as an SVG picture: one path of horizontal runs on white, quiet zone of 4 modules included.
 * @param text what a reader finds in it; up to 2,331 bytes
 * @param ink colour of the dark modules, as `#rrggbb`
 * @returns the SVG source and its edge in modules, quiet zone included
 */
export function drawQrCode(text: string, ink: string): { svg: string; edge: number } {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const runs: string[] = [];
  for (let row = 0; row < modules.size; row++) {
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue;
      const start = column;
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++;
      runs.push(box(start + QUIET_ZONE, row + QUIET_ZONE, column - start + 1, 1));
    }
  }
  const edge = modules.size + 2 * QUIET_ZONE;
  const size = String(edge);
  const paths = `<path d="${box(0, 0, edge, edge)}" fill="#fff"/><path d="${runs.join("")}" fill="${ink}"/>`;
  return { svg: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}">${paths}</svg>`, edge };
}
