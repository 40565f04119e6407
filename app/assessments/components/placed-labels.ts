import type { Response } from "../../../quizzes/engine/model";
import type { Point } from "../picture-marks";

/** place id -> label id. */
export type Placed = Readonly<Record<string, string>>;

export function placedOf(response: Response | null): Placed {
  return response?.kind === "labelling" ? response.placed : {};
}

/** The labels as an answer; none at all is no answer. */
export function answerOf(placed: Placed): Response | null {
  return Object.keys(placed).length === 0 ? null : { kind: "labelling", placed };
}

/** Puts a label on a place. A label is there once: it leaves the place where it was, and the label it meets goes back. */
export function putLabel(placed: Placed, place: string, label: string): Placed {
  return { ...Object.fromEntries(Object.entries(placed).filter(([, other]) => other !== label)), [place]: label };
}

export function takeLabel(placed: Placed, place: string): Placed {
  return Object.fromEntries(Object.entries(placed).filter(([id]) => id !== place));
}

/** The place that a label is dropped on: the nearest that is no further than `reach`, in pixels of the picture. */
export function placeNear<P extends { readonly x: number; readonly y: number }>(
  places: readonly P[],
  [x, y]: Point,
  reach: number,
): P | null {
  const distance = (place: P) => Math.hypot(place.x - x, place.y - y);
  const [nearest] = [...places].sort((a, b) => distance(a) - distance(b));
  return nearest !== undefined && distance(nearest) <= reach ? nearest : null;
}
