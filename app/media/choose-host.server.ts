import { env } from "../platform/env.server";
import { invariant } from "../platform/invariant";
import { localHost } from "./local.server";
import { muxHost } from "./mux.server";
import type { Asset, VideoHost } from "./video-host";

function configuredMux(): VideoHost | undefined {
  const {
    MUX_TOKEN_ID,
    MUX_TOKEN_SECRET,
    MUX_WEBHOOK_SECRET,
    MUX_SIGNING_KEY_ID,
    MUX_SIGNING_PRIVATE_KEY,
    MUX_API_URL,
  } = env;
  // env.server has checked that all five are there or none.
  if (!MUX_TOKEN_ID || !MUX_TOKEN_SECRET || !MUX_WEBHOOK_SECRET || !MUX_SIGNING_KEY_ID || !MUX_SIGNING_PRIVATE_KEY)
    return undefined;
  return muxHost({
    tokenId: MUX_TOKEN_ID,
    tokenSecret: MUX_TOKEN_SECRET,
    webhookSecret: MUX_WEBHOOK_SECRET,
    signingKeyId: MUX_SIGNING_KEY_ID,
    signingPrivateKey: MUX_SIGNING_PRIVATE_KEY,
    apiUrl: MUX_API_URL,
  });
}

/** Every host that a recording's row may name. */
const hosts: Readonly<Record<string, VideoHost | undefined>> = { local: localHost, mux: configuredMux() };

/** The host that keeps a recording. @throws when the row names one that is not known, or not set up, here. */
export function hostOf(asset: Asset): VideoHost {
  const host = Object.hasOwn(hosts, asset.host) ? hosts[asset.host] : undefined;
  invariant(host !== undefined, `the video host "${asset.host}" of ${asset.id} is set up`);
  return host;
}
