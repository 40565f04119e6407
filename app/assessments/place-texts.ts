/** Where the texts of labels go on a picture, so that they cover neither each other nor the numbered places. */

export interface TextSpot {
  readonly x: number;
  /** The text's base line. */
  readonly y: number;
  readonly anchor: "start" | "middle" | "end";
  readonly text: string;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A letter's mean width, the height of a line and half of a place's plate, in pixels of the screen. */
const [letter, line, plate] = [8, 18, 14];

const overlap = (a: Box, b: Box) =>
  Math.max(0, Math.min(a.right, b.right) - Math.max(a.left, b.left)) *
  Math.max(0, Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top));

const area = (box: Box) => (box.right - box.left) * (box.bottom - box.top);

function boxOf({ x, y, anchor, text }: TextSpot, scale: number): Box {
  const width = text.length * letter * scale;
  const left = anchor === "start" ? x : anchor === "end" ? x - width : x - width / 2;
  return { left, right: left + width, top: y - line * 0.8 * scale, bottom: y + line * 0.2 * scale };
}

/** Beside the place, above or below it, the usual one first. */
function candidates(x: number, y: number, text: string, scale: number): TextSpot[] {
  const [beside, level] = [18 * scale, y + 5 * scale];
  const stacked = [-20, 32, -38, 50].map((up): TextSpot => ({ x, y: y + up * scale, anchor: "middle", text }));
  return [
    { x: x + beside, y: level, anchor: "start", text },
    { x: x - beside, y: level, anchor: "end", text },
    ...stacked,
  ];
}

/** A text that fits beside its place on a picture; the list beside the picture has the whole of it. */
function shortText(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}

/**
 * Chooses a spot for each text, in the order of the places. @param scale pixels of the picture for one of the screen
 * @returns null for a place without a text
 */
export function placeTexts(
  places: readonly { readonly x: number; readonly y: number; readonly text: string | null }[],
  { width, height }: { readonly width: number; readonly height: number },
  scale: number,
): (TextSpot | null)[] {
  const reach = plate * scale;
  const taken = places.map(
    ({ x, y }): Box => ({ left: x - reach, right: x + reach, top: y - reach, bottom: y + reach }),
  );
  const whole: Box = { left: 0, right: width, top: 0, bottom: height };
  const most = Math.min(26, Math.max(8, Math.floor((width / scale) * (0.6 / letter))));
  return places.map(({ x, y, text }) => {
    if (text === null) return null;
    const cost = (spot: TextSpot) => {
      const box = boxOf(spot, scale);
      return 2 * (area(box) - overlap(box, whole)) + taken.reduce((sum, other) => sum + overlap(box, other), 0);
    };
    const spots = candidates(x, y, shortText(text, most), scale);
    const best = spots.reduce((found, spot) => (cost(spot) < cost(found) - 0.5 ? spot : found));
    taken.push(boxOf(best, scale));
    return best;
  });
}
