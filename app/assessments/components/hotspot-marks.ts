import type { Response } from "../../../quizzes/engine/model";
import type { Point } from "../picture-marks";

type HotspotAnswer = Extract<Response, { kind: "hotspot" }>;

/** What a learner marked so far: points on the picture and names from the list, together never more than `targets`. */
export interface Marks {
  readonly points: readonly Point[];
  readonly regions: readonly string[];
}

/** What a change did: new marks, and what to say about it. */
export type Change =
  | { readonly did: "put" | "removed" | "moved"; readonly number: number; readonly marks: Marks }
  | { readonly did: "full" };

export function marksOf(response: Response | null): Marks {
  return response?.kind === "hotspot" ? response : { points: [], regions: [] };
}

/** Marks as an answer; none at all is no answer. */
export function answerOf({ points, regions }: Marks): HotspotAnswer | null {
  return points.length + regions.length === 0 ? null : { kind: "hotspot", points, regions };
}

/**
 * Points at a place: near a marker it takes that one away, elsewhere it puts one. Where one target is asked for, the
 * only marker moves. @param near how close counts as on the marker, in pixels of the picture
 */
export function pointAt(marks: Marks, [x, y]: Point, targets: number, near: number): Change {
  const distances = marks.points.map(([px, py]) => Math.hypot(px - x, py - y));
  const closest = Math.min(...distances);
  if (closest <= near) return takeBack(marks, distances.indexOf(closest));
  const count = marks.points.length + marks.regions.length;
  if (targets === 1 && count > 0) {
    return { did: "moved", number: 1, marks: { points: [[x, y]], regions: [] } };
  }
  if (count >= targets) return { did: "full" };
  return {
    did: "put",
    number: marks.points.length + 1,
    marks: { points: [...marks.points, [x, y]], regions: marks.regions },
  };
}

/** Takes one marker back; the numbers after it close up. */
export function takeBack(marks: Marks, index: number): Change {
  return {
    did: "removed",
    number: index + 1,
    marks: { points: marks.points.filter((_, i) => i !== index), regions: marks.regions },
  };
}

/** Ticks or unticks a name of the list. Null where no more can be ticked. */
export function tickRegion(marks: Marks, id: string, on: boolean, targets: number): Marks | null {
  const others = marks.regions.filter((region) => region !== id);
  if (!on) return { points: marks.points, regions: others };
  if (targets === 1) return { points: [], regions: [id] };
  if (marks.points.length + others.length >= targets) return null;
  return { points: marks.points, regions: [...others, id] };
}

const steps: Readonly<Record<string, Point>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/**
 * Where a key moves the cross-hair: 1 % of the picture's longer side, with Shift 10 %. Null for other keys.
 */
export function moveCursor(
  [x, y]: Point,
  { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean },
  { width, height }: { readonly width: number; readonly height: number },
): Point | null {
  const step = steps[key];
  if (step === undefined) return null;
  const far = Math.max(1, Math.max(width, height) / 100) * (shiftKey ? 10 : 1);
  const within = (at: number, size: number) => Math.min(size - 1, Math.max(0, Math.round(at)));
  return [within(x + step[0] * far, width), within(y + step[1] * far, height)];
}
