import Mux from "@mux/mux-node";
import { invariant } from "../platform/invariant";
import type { HostedState, VideoHost } from "./video-host";

/** The five settings of a Mux account; env.server checks that all of them are there or none. */
export interface MuxSettings {
  readonly tokenId: string;
  readonly tokenSecret: string;
  readonly webhookSecret: string;
  readonly signingKeyId: string;
  readonly signingPrivateKey: string;
  /** Another address than Mux's own: tests run against a server on this machine. */
  readonly apiUrl?: string | undefined;
}

/** How long an address for one viewer works. */
const tokenMinutes = 240;

/**
 * Recordings at Mux: private playback, each address signed for a short time. Mux Data is never switched on.
 */
export function muxHost(settings: MuxSettings): VideoHost {
  const mux = new Mux({
    tokenId: settings.tokenId,
    tokenSecret: settings.tokenSecret,
    webhookSecret: settings.webhookSecret,
    jwtSigningKey: settings.signingKeyId,
    jwtPrivateKey: settings.signingPrivateKey,
    maxRetries: 2,
    ...(settings.apiUrl === undefined ? {} : { baseURL: settings.apiUrl }),
  });
  return {
    async describe({ locator }): Promise<HostedState> {
      const asset = await mux.video.assets.retrieve(locator).catch(nothingWhenGone);
      if (asset === null) return { state: "missing" };
      switch (asset.status) {
        case "ready":
          // Mux doesn't say how many bytes its renditions have.
          return { state: "ready", bytes: 0 };
        case "preparing":
          return { state: "preparing" };
        case "errored":
          return { state: "failed", reason: asset.errors?.messages?.join(" ") ?? "Mux could not read the file" };
      }
    },
    async playback({ playbackId }, _viewerId, now) {
      invariant(playbackId !== null, "a recording at Mux that is ready has a playback id");
      const sign = (type: "video" | "thumbnail") =>
        mux.jwt.signPlaybackId(playbackId, { type, expiration: `${String(tokenMinutes)}m` });
      const [video, thumbnail] = await Promise.all([sign("video"), sign("thumbnail")]);
      return {
        url: `https://stream.mux.com/${playbackId}.m3u8?token=${video}`,
        type: "application/vnd.apple.mpegurl",
        posterUrl: `https://image.mux.com/${playbackId}/thumbnail.webp?token=${thumbnail}`,
        expiresAt: new Date(now.getTime() + tokenMinutes * 60_000),
      };
    },
    textAddress({ id }, kind, language) {
      // Captions and chapters are rows of ours with either host.
      return `/media/${id}/${kind}.${language}.vtt`;
    },
    async delete({ locator }) {
      await mux.video.assets.delete(locator).catch(nothingWhenGone);
    },
  };
}

function nothingWhenGone(error: unknown): null {
  if (error instanceof Mux.NotFoundError) return null;
  throw error;
}
