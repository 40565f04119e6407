import { hundredths, type Marked, type PointDetail } from "./detail";
import { inside } from "./geometry";
import { optionDetails } from "./mark-choice";
import type { Hotspot, Response } from "./model";

/** Whether the regions are listed by name for people who can't point. With fewer wrong ones the list would give the key away. */
export function hasRegionList({ regions, keys }: Pick<Hotspot, "regions" | "keys">): boolean {
  return regions.length >= keys.length + 2;
}

/** Where regions overlap, a point belongs to a target first. */
function hit(question: Hotspot, [x, y]: readonly [number, number]): PointDetail {
  const hits = question.regions.filter(({ area }) => inside(area, [x, y]));
  const region = hits.find(({ id }) => question.keys.includes(id)) ?? hits[0];
  return { x, y, region: region?.id ?? null };
}

/**
 * Right picks less wrong picks, as a share of the targets, never below 0. A pick is a region, however it was picked and
 * how many points lie in it; a point in no region is a wrong pick.
 */
export function markHotspot(question: Hotspot, response: Extract<Response, { kind: "hotspot" }> | null): Marked {
  const points = (response?.points ?? []).map((point) => hit(question, point));
  const picked = [...points.flatMap(({ region }) => region ?? []), ...(response?.regions ?? [])];
  const regions = optionDetails(question.regions, picked, question.keys);
  const right = regions.filter((region) => region.picked && region.key).length;
  const wrong = regions.filter((region) => region.picked && !region.key).length;
  const misses = points.filter(({ region }) => region === null).length;
  const open = right + wrong + misses === 0;
  return {
    awarded: open ? 0 : hundredths(right - wrong - misses, question.keys.length),
    open,
    detail: { kind: "hotspot", regions, points },
  };
}
