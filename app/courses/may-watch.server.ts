import type { Asset } from "../media/video-host";
import { statement } from "../platform/db.server";
import { getEdition } from "./edition-store.server";
import { lessonsOf } from "./manifest";

const listEditions = statement<[string], { editionId: string }>(
  "SELECT DISTINCT editionId FROM Enrolment WHERE personId = ? AND endedAt IS NULL",
);

/** Recordings of an edition. Editions never change, so what was collected once stays right. */
const assetsOfEdition = new Map<string, ReadonlySet<string>>();
function assetsOf(editionId: string): ReadonlySet<string> {
  let assets = assetsOfEdition.get(editionId);
  if (assets === undefined) {
    assets = new Set(
      lessonsOf(getEdition(editionId).manifest).flatMap((lesson) =>
        lesson.kind === "webinar" ? [lesson.assetId] : [],
      ),
    );
    assetsOfEdition.set(editionId, assets);
  }
  return assets;
}

/**
 * A recording is seen by everybody when it is part of a public page, otherwise by those who are enrolled in an edition
 * that shows it, as long as the society has not ended it. One statement.
 */
export function mayWatch(asset: Pick<Asset, "id" | "audience">, personId: string | null): boolean {
  if (asset.audience === "anyone") return true;
  return personId !== null && listEditions.all(personId).some(({ editionId }) => assetsOf(editionId).has(asset.id));
}
