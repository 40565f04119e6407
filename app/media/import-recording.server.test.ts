import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { sha256 } from "../platform/ids.server";
import { hostOf } from "./choose-host.server";
import { findAsset, findAssetNamed, findMediaText, listMediaTexts } from "./find-asset.server";
import { type FinishedRecording, importRecording } from "./import-recording.server";
import { mediaFile } from "./local.server";

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-recording-"));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

function finished(content: string, changes: Partial<FinishedRecording> = {}): FinishedRecording {
  const videoFile = path.join(folder, "webinar.mp4");
  const posterFile = path.join(folder, "poster.webp");
  writeFileSync(videoFile, content);
  writeFileSync(posterFile, "poster");
  return {
    name: "introduction",
    title: "Introduction",
    videoFile,
    posterFile,
    durationMs: 1000,
    bytes: Buffer.byteLength(content),
    sha256: sha256(content),
    width: 1280,
    height: 720,
    audience: "anyone",
    texts: [{ kind: "captions", language: "en", vtt: "WEBVTT\n" }],
    now: new Date("2026-03-02T09:00:00.000Z"),
    ...changes,
  };
}

dbTest("an imported recording is found by its id and its name, with its texts and addresses", async ({ now }) => {
  const imported = await importRecording(finished("video"));
  expect(imported).toEqual({ ok: true, assetId: `introduction-${sha256("video").slice(0, 12)}`, changed: true });
  const asset = findAssetNamed("introduction");
  expect(asset).toEqual(imported.ok ? findAsset(imported.assetId) : null);
  if (asset === null) return;
  expect(asset).toMatchObject({ audience: "anyone", durationMs: 1000, locator: `${asset.id}.mp4`, state: "ready" });
  expect(readFileSync(mediaFile(asset.locator), "utf8")).toBe("video");
  expect(listMediaTexts(asset.id)).toEqual([{ kind: "captions", language: "en" }]);
  expect(findMediaText(asset.id, "captions", "en")).toBe("WEBVTT\n");
  expect(findMediaText(asset.id, "captions", "de")).toBeNull();
  const host = hostOf(asset);
  expect(await host.describe(asset)).toEqual({ state: "ready", bytes: 5 });
  expect(await host.playback(asset, null, now)).toEqual({
    url: `/media/${asset.id}.mp4`,
    type: "video/mp4",
    posterUrl: `/media/${asset.id}.webp`,
    expiresAt: null,
  });
  expect(host.textAddress(asset, "captions", "en")).toBe(`/media/${asset.id}/captions.en.vtt`);
  await host.delete(asset);
  await host.delete(asset);
  expect(await host.describe(asset)).toEqual({ state: "missing" });
});

dbTest("importing the same file again changes nothing; corrected captions do", async ({ db }) => {
  await importRecording(finished("same"));
  expect(await importRecording(finished("same"))).toMatchObject({ ok: true, changed: false });
  const corrected = finished("same", { texts: [{ kind: "captions", language: "en", vtt: "WEBVTT\n\ncorrected" }] });
  expect(await importRecording(corrected)).toMatchObject({ ok: true, changed: true });
  expect(await db.mediaAsset.count()).toBe(1);
  expect(await db.mediaText.findMany({ select: { vtt: true } })).toEqual([{ vtt: "WEBVTT\n\ncorrected" }]);
});

dbTest("a file that isn't the described one is refused and nothing is registered", async ({ db }) => {
  expect(await importRecording(finished("short", { sha256: sha256("other") }))).toEqual({
    ok: false,
    reason: "other-file",
  });
  expect(await importRecording(finished("short", { bytes: 4 }))).toEqual({ ok: false, reason: "other-file" });
  expect(await importRecording({ ...finished("short"), videoFile: path.join(folder, "none.mp4") })).toEqual({
    ok: false,
    reason: "no-file",
  });
  expect(await importRecording({ ...finished("short"), posterFile: path.join(folder, "none.webp") })).toEqual({
    ok: false,
    reason: "no-poster",
  });
  expect(await db.mediaAsset.count()).toBe(0);
});

dbTest("a name can't lead out of the media folder", () => {
  for (const name of ["../stepwedge.db", "a/b.mp4", ".env", "x.mp4/../y.mp4"])
    expect(() => mediaFile(name)).toThrow("no name of a media file");
});
