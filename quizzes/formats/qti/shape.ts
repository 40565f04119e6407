import type { Shape } from "../../engine/model";

/** A shape of QTI as one of the model: rectangles become polygons, circles ellipses. Null when the numbers don't fit. */
export function shapeOf(
  shape: string,
  coords: readonly number[],
  size: { readonly width: number; readonly height: number },
): Shape | null {
  if (!coords.every(Number.isFinite)) return null;
  if (shape === "default") return rectangle(0, 0, size.width, size.height);
  if (shape === "poly") return polygon(coords);
  const [a = 0, b = 0, c = 0, d = 0] = coords;
  const made = new Map<string, Shape | null>([
    ["circle3", ellipse(a, b, c, c)],
    ["rect4", rectangle(a, b, c, d)],
    ["ellipse4", ellipse(a, b, c, d)],
  ]);
  return made.get(`${shape}${String(coords.length)}`) ?? null;
}

function ellipse(cx: number, cy: number, rx: number, ry: number): Shape | null {
  return rx > 0 && ry > 0 ? { shape: "ellipse", cx, cy, rx, ry } : null;
}

function rectangle(left: number, top: number, right: number, bottom: number): Shape {
  return {
    shape: "polygon",
    points: [
      [left, top],
      [right, top],
      [right, bottom],
      [left, bottom],
    ],
  };
}

function polygon(coords: readonly number[]): Shape | null {
  if (coords.length < 6 || coords.length % 2 !== 0) return null;
  const points = Array.from({ length: coords.length / 2 }, (_, index): [number, number] => [
    coords[2 * index] ?? 0,
    coords[2 * index + 1] ?? 0,
  ]);
  const [first, last] = [points[0], points.at(-1)];
  // Some programs repeat the first corner to close the line.
  const closed = points.length > 3 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
  return { shape: "polygon", points: closed ? points.slice(0, -1) : points };
}

/** The middle of a shape: where a label belongs. */
export function middleOf(shape: Shape): readonly [number, number] {
  if (shape.shape === "ellipse") return [shape.cx, shape.cy];
  const mean = (axis: 0 | 1) => shape.points.reduce((sum, point) => sum + point[axis], 0) / shape.points.length;
  return [mean(0), mean(1)];
}

/** Whether a point lies in the shape; the edge belongs to it. */
export function isInside(shape: Shape, [x, y]: readonly [number, number]): boolean {
  if (shape.shape === "ellipse") {
    return ((x - shape.cx) / shape.rx) ** 2 + ((y - shape.cy) / shape.ry) ** 2 <= 1;
  }
  const crossed = shape.points.filter(([ax, ay], index) => {
    const [bx, by] = shape.points[(index + 1) % shape.points.length] ?? [ax, ay];
    return ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax;
  });
  return crossed.length % 2 === 1 || onEdge(shape.points, x, y);
}

function onEdge(points: readonly (readonly [number, number])[], x: number, y: number): boolean {
  return points.some(([ax, ay], index) => {
    const [bx, by] = points[(index + 1) % points.length] ?? [ax, ay];
    const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
    const within = Math.min(ax, bx) <= x && x <= Math.max(ax, bx) && Math.min(ay, by) <= y && y <= Math.max(ay, by);
    return cross === 0 && within;
  });
}

/** The same shape on a picture of another size. */
export function scaled(shape: Shape, x: number, y: number): Shape {
  if (shape.shape === "ellipse") {
    return { ...shape, cx: shape.cx * x, cy: shape.cy * y, rx: shape.rx * x, ry: shape.ry * y };
  }
  return { shape: "polygon", points: shape.points.map(([px, py]) => [px * x, py * y] as const) };
}
