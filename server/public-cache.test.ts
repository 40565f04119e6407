import { once } from "node:events";
import { createServer } from "node:http";
import type { ServerBuild } from "@remix-run/node";
import express from "express";
import { afterEach, beforeEach, expect, vi } from "vitest";
import { present } from "../app/platform/invariant";
import { transact } from "../app/platform/db.server";
import { dbTest } from "../tests/support/db-test";
import { publicCache } from "./public-cache";

/** What the site would render, and how often it was asked to. */
const render = vi.hoisted(() => vi.fn<(request: Request, context: Record<string, unknown>) => Response>());
vi.mock("@remix-run/node", async (original) => ({
  ...(await original<object>()),
  createRequestHandler: () => (request: Request, context: Record<string, unknown>) =>
    Promise.resolve(render(request, context)),
}));

const number = "/verify/7Q4M-K2XF-9RTB-W03H-00";
let base = "";
let close = () => {};

beforeEach(async () => {
  render.mockReset();
  const app = express()
    .use((_request, response, next) => {
      response.setHeader("Content-Security-Policy", "default-src 'none'");
      next();
    })
    // The handler itself is replaced above, so the build is never looked at.
    .use(publicCache({} as ServerBuild))
    .use((_request, response) => response.send("not shared"));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  const bound = present(server.address(), "address");
  base = `http://127.0.0.1:${typeof bound === "string" ? bound : String(bound.port)}`;
  close = () => server.close();
});
afterEach(() => {
  vi.useRealTimers();
  close();
});

const get = (path: string, headers: Record<string, string> = {}) => fetch(base + path, { headers });
const raiseVersion = () =>
  transact((tx) =>
    tx.publicVersion.upsert({
      where: { name: "certificates" },
      create: { name: "certificates", version: 1 },
      update: { version: { increment: 1 } },
    }),
  );

dbTest("a check page is rendered once, then kept until a certificate's state changes or the day ends", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2031-11-24T23:59:00Z") });
  render.mockImplementation(() => new Response("valid today"));
  const first = await get(`${number}?unknown=1`);
  expect(await first.text()).toBe("valid today");
  const again = await get(number, { "If-None-Match": first.headers.get("ETag") ?? "" });
  expect(again.status).toBe(304);
  expect(render).toHaveBeenCalledTimes(1);
  expect(render.mock.calls[0]?.[0].url).toMatch(new RegExp(`${number}$`));
  await raiseVersion();
  await get(number);
  expect(render).toHaveBeenCalledTimes(2);
  vi.setSystemTime(new Date("2031-11-25T00:00:00Z"));
  await get(number);
  expect(render).toHaveBeenCalledTimes(3);
});

dbTest("what is not found is rendered once for each request, knows who asks, and keeps its own headers", async () => {
  render.mockImplementation(
    () => new Response("unknown", { status: 404, headers: { "Content-Security-Policy": "default-src 'self'" } }),
  );
  for (let asked = 1; asked <= 2; asked++) {
    const answer = await get(number);
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe("unknown");
    expect(answer.headers.get("Content-Security-Policy")).toBe("default-src 'self'");
    expect(render).toHaveBeenCalledTimes(asked);
    expect(render.mock.lastCall?.[1]).toEqual({ clientAddress: "127.0.0.1" });
  }
});

dbTest("a track's page that a code came with is kept for nobody", async () => {
  render.mockImplementation(() => new Response("the track"));
  expect(await (await get("/en/tracks/inner")).text()).toBe("the track");
  expect(await (await get("/en/tracks/inner?code=7K3QZ4M8XA")).text()).toBe("not shared");
  expect(await (await get("/en/tracks/inner?code")).text()).toBe("not shared");
  expect(await (await get("/en/tracks/inner?other=1")).text()).toBe("the track");
  expect(render).toHaveBeenCalledTimes(1);
});

dbTest("a page with a session is nobody else's", async () => {
  expect(await (await get(number, { Cookie: "session=abc" })).text()).toBe("not shared");
  expect(render).not.toHaveBeenCalled();
});

dbTest("filters of the catalogue make one page, however they are written; search words make none", async () => {
  render.mockImplementation(() => new Response("the catalogue"));
  for (const query of ["modality=CT&language=de", "language=de&page=1&modality=CT&modality=CT&duration=forever&x=1"])
    expect(await (await get(`/en/catalogue?${query}`)).text()).toBe("the catalogue");
  expect(render).toHaveBeenCalledTimes(1);
  expect(new URL(render.mock.calls[0]?.[0].url ?? "").search).toBe("?modality=CT&language=de");
  expect(await (await get("/en/catalogue?q=dose&modality=CT")).text()).toBe("not shared");
  expect(render).toHaveBeenCalledTimes(1);
});

dbTest("any number of filtered pages leaves the others where they are", async () => {
  render.mockImplementation(() => new Response("the catalogue"));
  await get("/en/catalogue");
  render.mockImplementation(() => new Response("x".repeat(1_000_000)));
  for (let made = 0; made < 30; made++) await get(`/en/catalogue?society=made-up-${String(made)}`);
  expect(render).toHaveBeenCalledTimes(31);
  expect(await (await get("/en/catalogue")).text()).toBe("the catalogue");
  expect(render).toHaveBeenCalledTimes(31);
  await get("/en/catalogue?society=made-up-0");
  expect(render).toHaveBeenCalledTimes(32);
});
