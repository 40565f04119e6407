import { rm, stat } from "node:fs/promises";
import path from "node:path";
import { env } from "../platform/env.server";
import { invariant } from "../platform/invariant";
import type { VideoHost } from "./video-host";

/** Folder of the local host's files. */
export function mediaFolder(): string {
  return path.join(env.DATA_DIR, "media");
}

/** Path of one of its files. @throws when the name could leave the folder: names come from rows, never from a reader. */
export function mediaFile(name: string): string {
  invariant(/^[a-z0-9][a-z0-9-]*\.(mp4|webp)$/.test(name), `"${name}" is no name of a media file`);
  return path.join(mediaFolder(), name);
}

/** Files in the data folder, served with byte ranges by server/media.ts, which checks each request's right. */
export const localHost: VideoHost = {
  async describe({ locator }) {
    const found = await stat(mediaFile(locator)).catch(() => null);
    return found === null ? { state: "missing" } : { state: "ready", bytes: found.size };
  },
  playback({ id }) {
    return Promise.resolve({
      url: `/media/${id}.mp4`,
      type: "video/mp4" as const,
      posterUrl: `/media/${id}.webp`,
      expiresAt: null,
    });
  },
  textAddress({ id }, kind, language) {
    return `/media/${id}/${kind}.${language}.vtt`;
  },
  async delete({ id, locator }) {
    await Promise.all([locator, `${id}.webp`].map((file) => rm(mediaFile(file), { force: true })));
  },
};
