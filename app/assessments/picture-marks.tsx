import type { TextSpot } from "./place-texts";

/** A place in pixels of a picture, from the top left. */
export type Point = readonly [number, number];

/**
 * Marks on a picture, as parts of a layer in pixels of the picture. `scale` is pixels of the picture for one of the
 * screen. Every line is drawn dark under light: it must be seen on any grey.
 */
export function NumberedMark({
  point: [x, y],
  number,
  scale,
  width,
  look = "",
}: {
  readonly point: Point;
  readonly number: number;
  readonly scale: number;
  readonly width: number;
  readonly look?: "right" | "wrong" | "";
}) {
  const ring = 13 * scale;
  const plate = 22 * scale;
  // The number stands on the side where there is room for it.
  const side = x + ring + plate > width ? -1 : 1;
  const [plateX, plateY] = [side === 1 ? x + ring * 0.75 : x - ring * 0.75 - plate, Math.max(0, y - ring - plate / 2)];
  return (
    <g className={`picture-mark ${look}`}>
      <circle className="under" cx={x} cy={y} r={ring} strokeWidth={5 * scale} />
      <circle className="line" cx={x} cy={y} r={ring} strokeWidth={2 * scale} />
      <circle className="dot" cx={x} cy={y} r={2.5 * scale} strokeWidth={scale} />
      <Plate x={plateX} y={plateY} size={plate} text={String(number)} />
    </g>
  );
}

/** A square plate with a number, as a lead marker. */
export function Plate({ x, y, size, text }: { x: number; y: number; size: number; text: string }) {
  return (
    <>
      <rect className="plate" x={x} y={y} width={size} height={size} strokeWidth={size / 14} />
      <text className="number" x={x + size / 2} y={y + size * 0.72} fontSize={size * 0.64} textAnchor="middle">
        {text}
      </text>
    </>
  );
}

/** The cross-hair that arrow keys move. */
export function CrossHair({ point: [x, y], scale }: { readonly point: Point; readonly scale: number }) {
  const [near, far] = [5 * scale, 22 * scale];
  const arms = `M${x - far} ${y}H${x - near}M${x + near} ${y}H${x + far}M${x} ${y - far}V${y - near}M${x} ${y + near}V${y + far}`;
  return (
    <g className="picture-cursor">
      <path className="under" d={arms} strokeWidth={5 * scale} />
      <path className="line" d={arms} strokeWidth={2 * scale} />
    </g>
  );
}

/** A label's text where `placeTexts` has put it. */
export function PlacedText({ spot: { x, y, anchor, text }, scale }: { spot: TextSpot; scale: number }) {
  return (
    <text className="picture-text" x={x} y={y} fontSize={15 * scale} strokeWidth={4 * scale} textAnchor={anchor}>
      {text}
    </text>
  );
}
