import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { localHost, mediaFile, mediaFolder } from "./local.server";
import { muxHost } from "./mux.server";
import type { Asset, VideoHost } from "./video-host";

// Mux's own servers can't be reached from a test: this one speaks its published shapes on this machine.
const stored = new Set<string>();
const mux = createServer((request, response) => {
  const id = /^\/video\/v1\/assets\/([\w-]+)$/.exec(request.url ?? "")?.[1] ?? "";
  const answer = (status: number, body?: unknown) => {
    response
      .writeHead(status, { "content-type": "application/json" })
      .end(body === undefined ? undefined : JSON.stringify(body));
  };
  if (!stored.has(id)) {
    answer(404, { error: { type: "not_found", messages: ["Not found"] } });
  } else if (request.method === "DELETE") {
    stored.delete(id);
    answer(204);
  } else {
    const status = id.split("-")[0];
    answer(200, {
      data: {
        id,
        status,
        created_at: "1592366916",
        ...(status === "errored" ? { errors: { messages: ["no video track"] } } : {}),
      },
    });
  }
});
let atMux: VideoHost;
beforeAll(async () => {
  mkdirSync(mediaFolder(), { recursive: true });
  await new Promise<void>((resolve) => mux.listen(0, "127.0.0.1", resolve));
  const { port } = mux.address() as AddressInfo; // a server that listens on a port has one
  atMux = muxHost({
    tokenId: "id",
    tokenSecret: "secret",
    webhookSecret: "hook",
    signingKeyId: "key",
    signingPrivateKey: Buffer.from(privateKey).toString("base64"),
    apiUrl: `http://127.0.0.1:${String(port)}`,
  });
});
afterEach(() => {
  stored.clear();
});
afterAll(() => {
  mux.close();
});

const { privateKey } = generateKeyPairSync("rsa", {
  modulusLength: 2048,
  privateKeyEncoding: { type: "pkcs1", format: "pem" },
  publicKeyEncoding: { type: "spki", format: "pem" },
});
const asset = (host: string, locator: string): Asset => ({
  id: "talk-0123456789ab",
  host,
  state: "ready",
  title: "Talk",
  durationMs: 60_000,
  width: 1280,
  height: 720,
  locator,
  playbackId: host === "mux" ? "play" : null,
  audience: "enrolled",
});

const cases: readonly { name: string; host: () => VideoHost; store: () => Asset }[] = [
  {
    name: "local",
    host: () => localHost,
    store: () => {
      writeFileSync(mediaFile("talk-0123456789ab.mp4"), "video");
      return asset("local", "talk-0123456789ab.mp4");
    },
  },
  {
    name: "mux",
    host: () => atMux,
    store: () => {
      stored.add("ready-1");
      return asset("mux", "ready-1");
    },
  },
];
const now = new Date("2026-03-02T09:00:00.000Z");

describe.each(cases)("the video host $name", ({ host, store }) => {
  it("describes a recording that is there", async () => {
    expect(await host().describe(store())).toMatchObject({ state: "ready" });
  });

  it("gives an address that a browser plays from, and a poster", async () => {
    const playback = await host().playback(store(), "person", now);
    expect(playback.url).toMatch(/^(\/media\/|https:\/\/stream\.mux\.com\/)/);
    expect(playback.posterUrl).not.toBe("");
    if (playback.expiresAt !== null) expect(playback.expiresAt.getTime()).toBeGreaterThan(now.getTime());
  });

  it("says that a deleted recording is missing, and deletes twice without complaint", async () => {
    const kept = store();
    await host().delete(kept);
    await host().delete(kept);
    expect(await host().describe(kept)).toEqual({ state: "missing" });
  });

  it("serves captions and chapters from our own rows", () => {
    expect(host().textAddress(asset("local", "x"), "captions", "de")).toBe("/media/talk-0123456789ab/captions.de.vtt");
  });
});

describe("Mux", () => {
  it("reports what Mux says about a recording that is on its way or broken", async () => {
    stored.add("preparing-1").add("errored-1");
    expect(await atMux.describe(asset("mux", "preparing-1"))).toEqual({ state: "preparing" });
    expect(await atMux.describe(asset("mux", "errored-1"))).toEqual({ state: "failed", reason: "no video track" });
  });

  it("signs each address with the key of the account", async () => {
    stored.add("ready-1");
    const { url } = await atMux.playback(asset("mux", "ready-1"), "person", now);
    const [header, payload] = new URL(url).searchParams.get("token")?.split(".") ?? [];
    expect(JSON.parse(Buffer.from(header ?? "", "base64url").toString())).toMatchObject({ alg: "RS256" });
    expect(JSON.parse(Buffer.from(payload ?? "", "base64url").toString())).toMatchObject({
      sub: "play",
      aud: "v",
      kid: "key",
    });
  });
});
