import { mkdirSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import path from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { mediaFolder } from "../app/media/local.server";
import { transact } from "../app/platform/db.server";
import { dbTest } from "../tests/support/db-test";
import type { Given } from "../tests/support/given";
import { type Loopback, onLoopback } from "../tests/support/loopback";
import { mediaRoutes } from "./media";

let site: Loopback;
beforeAll(async () => {
  site = await onLoopback(mediaRoutes());
});
afterAll(() => site.close());

const film = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));

/** A learner who is enrolled, a stranger who is signed in, and the recording's files on disk. */
async function recording(given: Given) {
  const { person, edition } = await given.enrolled();
  const { assetId } = edition;
  mkdirSync(mediaFolder(), { recursive: true });
  writeFileSync(path.join(mediaFolder(), `${assetId}.mp4`), film);
  writeFileSync(path.join(mediaFolder(), `${assetId}.webp`), "poster");
  const learner = { Cookie: await given.signedIn(person) };
  const stranger = { Cookie: await given.signedIn(await given.person()) };
  return { assetId, video: `/media/${assetId}.mp4`, learner, stranger };
}

/** Node's fetch asks caches to stand aside whenever a condition is set by hand; a browser's own conditions don't. */
const asBrowsers = { "Cache-Control": "max-age=0" };

const bytes = async (response: Response) => Buffer.from(await response.arrayBuffer());

dbTest("a learner gets the whole file, with its type, its tag and the promise of ranges", async ({ given }) => {
  const { video, learner, assetId } = await recording(given);
  const whole = await site.ask(video, { headers: learner });
  expect(whole.status).toBe(200);
  expect(Object.fromEntries(whole.headers)).toMatchObject({
    "content-type": "video/mp4",
    "content-length": "1000",
    "accept-ranges": "bytes",
    "cache-control": "private, max-age=3600",
    etag: `"${assetId}.mp4"`,
  });
  expect(whole.headers.get("last-modified")).toMatch(/GMT$/);
  expect(await bytes(whole)).toEqual(film);
});

dbTest("a range is answered with 206 and exactly its bytes", async ({ given }) => {
  const { video, learner } = await recording(given);
  for (const [range, from, to] of [
    ["bytes=100-199", 100, 200],
    ["bytes=990-", 990, 1000],
    ["bytes=-10", 990, 1000],
    ["bytes=900-5000", 900, 1000],
  ] as const) {
    const part = await site.ask(video, { headers: { ...learner, Range: range } });
    expect([part.status, part.headers.get("content-range")]).toEqual([
      206,
      `bytes ${String(from)}-${String(to - 1)}/1000`,
    ]);
    expect(await bytes(part)).toEqual(film.subarray(from, to));
  }
});

dbTest(
  "a range beyond the file, or a broken one, is 416 and names the length; another unit or several ranges get the whole file",
  async ({ given }) => {
    const { video, learner } = await recording(given);
    for (const Range of ["bytes=1000-", "bytes=abc"]) {
      const beyond = await site.ask(video, { headers: { ...learner, Range } });
      expect([beyond.status, beyond.headers.get("content-range"), (await bytes(beyond)).length]).toEqual([
        416,
        "bytes */1000",
        0,
      ]);
    }
    for (const Range of ["seconds=0-5", "bytes=0-1,5-6"]) {
      const whole = await site.ask(video, { headers: { ...learner, Range } });
      expect([whole.status, (await bytes(whole)).length]).toEqual([200, 1000]);
    }
  },
);

dbTest(
  "a browser that has the file is told so, and one that has another version gets the whole new one",
  async ({ given }) => {
    const { video, learner, assetId } = await recording(given);
    const again = await site.ask(video, {
      headers: { ...learner, ...asBrowsers, "If-None-Match": `"${assetId}.mp4"` },
    });
    expect([again.status, (await bytes(again)).length]).toEqual([304, 0]);
    const other = await site.ask(video, { headers: { ...learner, Range: "bytes=0-9", "If-Range": '"another.mp4"' } });
    expect([other.status, (await bytes(other)).length]).toEqual([200, 1000]);
  },
);

dbTest("HEAD says everything but the bytes", async ({ given }) => {
  const { video, learner } = await recording(given);
  const head = await site.ask(video, { method: "HEAD", headers: learner });
  expect([head.status, head.headers.get("content-length"), (await bytes(head)).length]).toEqual([200, "1000", 0]);
});

dbTest("poster, captions and chapters come with their types", async ({ given }) => {
  const { assetId, learner } = await recording(given);
  const poster = await site.ask(`/media/${assetId}.webp`, { headers: learner });
  expect([poster.status, poster.headers.get("content-type"), await poster.text()]).toEqual([
    200,
    "image/webp",
    "poster",
  ]);
  for (const [kind, words] of [
    ["captions", "The first sentence."],
    ["chapters", "The only chapter"],
  ] as const) {
    const text = await site.ask(`/media/${assetId}/${kind}.en.vtt`, { headers: learner });
    expect([text.status, text.headers.get("content-type"), text.headers.get("cache-control")]).toEqual([
      200,
      "text/vtt; charset=utf-8",
      "private, no-cache",
    ]);
    expect(await text.text()).toContain(words);
    const again = await site.ask(`/media/${assetId}/${kind}.en.vtt`, {
      headers: { ...learner, ...asBrowsers, "If-None-Match": text.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  }
  expect((await site.ask(`/media/${assetId}/captions.fr.vtt`, { headers: learner })).status).toBe(404);
});

dbTest("visitors and people who are not enrolled get the answer of a file that isn't there", async ({ given }) => {
  const { assetId, video, stranger } = await recording(given);
  const gone = await site.ask("/media/no-such-recording.mp4", { headers: stranger });
  for (const headers of [{}, stranger, { Cookie: "session=made-up" }]) {
    for (const address of [video, `/media/${assetId}.webp`, `/media/${assetId}/captions.en.vtt`]) {
      const refused = await site.ask(address, { headers });
      expect([refused.status, refused.headers.get("cache-control")]).toEqual([404, "no-store"]);
      expect(refused.headers.has("etag") && refused.headers.get("etag")?.includes(assetId)).toBe(false);
    }
  }
  expect([gone.status, await gone.text()]).toEqual([404, "Not found\n"]);
});

dbTest("a recording of a public page is for everybody", async ({ given, db }) => {
  const { assetId, video } = await recording(given);
  await transact((tx) => tx.mediaAsset.update({ where: { id: assetId }, data: { audience: "anyone" } }));
  expect(await db.mediaAsset.count()).toBe(1);
  const open = await site.ask(video);
  expect([open.status, open.headers.get("cache-control")]).toEqual([200, "public, max-age=86400"]);
});

dbTest("a recording that is not ready, or whose file is gone, is not there", async ({ given }) => {
  const { assetId, learner } = await recording(given);
  await transact((tx) => tx.mediaAsset.update({ where: { id: assetId }, data: { locator: "gone.mp4" } }));
  const gone = await site.ask(`/media/${assetId}.mp4`, { headers: learner });
  expect([gone.status, gone.headers.get("content-type")]).toEqual([404, "text/plain; charset=utf-8"]);
  await transact((tx) => tx.mediaAsset.update({ where: { id: assetId }, data: { state: "failed" } }));
  expect((await site.ask(`/media/${assetId}.webp`, { headers: learner })).status).toBe(404);
});

/** `fetch` tidies paths before it sends them; a hostile client doesn't. */
function askRaw(rawPath: string, headers: Record<string, string>): Promise<number> {
  return site.ask("/").then(
    ({ url }) =>
      new Promise((resolve, reject) => {
        const { hostname, port } = new URL(url);
        request({ hostname, port, path: rawPath, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        })
          .on("error", reject)
          .end();
      }),
  );
}

dbTest("no address leads out of the media folder", async ({ given }) => {
  const { assetId, learner } = await recording(given);
  writeFileSync(path.join(mediaFolder(), "..", "secret.mp4"), "secret");
  const addresses = [
    "/media/../secret.mp4",
    "/media/..%2fsecret.mp4",
    "/media/%2e%2e/secret.mp4",
    `/media/${assetId}/../../secret.mp4`,
    "/media/..\\secret.mp4",
    "/media/secret.mp4%00",
    `/media/${assetId}/captions.../x.vtt`,
    "/media/.mp4",
  ];
  for (const address of addresses) expect([address, await askRaw(address, learner)]).toEqual([address, 404]);
});
