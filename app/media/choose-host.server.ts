import { invariant } from "../platform/invariant";
import { localHost } from "./local.server";
import type { Asset, VideoHost } from "./video-host";

/** Every host that a recording's row may name. */
const hosts: Readonly<Record<string, VideoHost>> = { local: localHost };

/** The host that keeps a recording. @throws when the row names one that this version doesn't know. */
export function hostOf(asset: Asset): VideoHost {
  const host = Object.hasOwn(hosts, asset.host) ? hosts[asset.host] : undefined;
  invariant(host !== undefined, `the video host "${asset.host}" of ${asset.id}`);
  return host;
}
