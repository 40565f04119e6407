import { statement } from "../platform/db.server";
import type { Asset } from "./video-host";

const columns = "id, host, state, title, durationMs, width, height, locator, playbackId, audience";
const selectAsset = statement<[string], Asset>(`SELECT ${columns} FROM MediaAsset WHERE id = ?`);
const selectLatest = statement<[string], Asset>(
  `SELECT ${columns} FROM MediaAsset WHERE substr(id, 1, length(id) - 13) = ? AND state = 'ready' ORDER BY createdAt DESC, id LIMIT 1`,
);
const selectTexts = statement<[string], { kind: "captions" | "chapters"; language: string }>(
  "SELECT kind, language FROM MediaText WHERE assetId = ? ORDER BY kind, language",
);
const selectText = statement<[string, string, string], { vtt: string }>(
  "SELECT vtt FROM MediaText WHERE assetId = ? AND kind = ? AND language = ?",
);

export function findAsset(id: string): Asset | null {
  return selectAsset.get(id) ?? null;
}

/** The newest recording that was imported under a name, such as "introduction": ids are the name and a part of the file's hash. */
export function findAssetNamed(name: string): Asset | null {
  return selectLatest.get(name) ?? null;
}

/** Which captions and chapters a recording has. */
export function listMediaTexts(
  assetId: string,
): readonly { readonly kind: "captions" | "chapters"; readonly language: string }[] {
  return selectTexts.all(assetId);
}

/** WebVTT of a recording's captions or chapters. */
export function findMediaText(assetId: string, kind: "captions" | "chapters", language: string): string | null {
  return selectText.get(assetId, kind, language)?.vtt ?? null;
}
