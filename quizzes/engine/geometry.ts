import type { Shape } from "./model";

export type Point = readonly [number, number];

/** Pixels are whole: a point this near to an edge is on it, whatever binary fractions say. */
const onEdge = 1e-9;

/** Whether the point lies on the straight line between two corners. */
function isBetween([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): boolean {
  const cross = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
  const length = Math.hypot(bx - ax, by - ay);
  if (Math.abs(cross) > onEdge * Math.max(1, length)) return false;
  const along = (x - ax) * (bx - ax) + (y - ay) * (by - ay);
  return along >= -onEdge && along <= length * length + onEdge;
}

/** Even-odd rule: a ray to the right crosses the outline an odd number of times. */
function isInPolygon(points: readonly Point[], point: Point): boolean {
  const [x, y] = point;
  let isIn = false;
  for (const [index, corner] of points.entries()) {
    const before = points[(index + points.length - 1) % points.length] ?? corner;
    if (isBetween(point, before, corner)) return true;
    const [[ax, ay], [bx, by]] = [before, corner];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) isIn = !isIn;
  }
  return isIn;
}

/** Whether a point lies in a shape; its edge belongs to it. */
export function inside(shape: Shape, point: Point): boolean {
  if (!point.every((coordinate) => Number.isFinite(coordinate))) return false;
  if (shape.shape === "polygon") return isInPolygon(shape.points, point);
  const [x, y] = [(point[0] - shape.cx) / shape.rx, (point[1] - shape.cy) / shape.ry];
  return x * x + y * y <= 1 + onEdge;
}
