import { once } from "node:events";
import { type IncomingMessage, request as httpRequest, type Server } from "node:http";
import { text } from "node:stream/consumers";
import express from "express";
import { afterEach, expect, test, vi } from "vitest";
import { mostLogoBytes } from "../app/media/make-logo.server";

/** The rules of a site that is open to others. Those of the demonstration are told in tests/e2e/bad-input.spec.ts. */

let server: Server | null = null;

afterEach(() => {
  server?.close();
  server = null;
  vi.unstubAllEnvs();
});

/** Serves "here" behind the rules, with settings of its own. */
async function serve(settings: Readonly<Record<string, string>>): Promise<number> {
  vi.resetModules();
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { registerAllMessages } = await import("../app/i18n/all-messages.server");
  registerAllMessages();
  const { refuseForeignHosts, refuseForeignOrigins, refuseLargeBodies, securityHeaders } = await import("./safety");
  const app = express();
  app.use(refuseForeignHosts, securityHeaders, refuseForeignOrigins, refuseLargeBodies);
  app.use((_request, response) => {
    response.send("here");
  });
  const listening = app.listen(0, "127.0.0.1");
  server = listening;
  await once(listening, "listening");
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("The server listens on a port");
  return address.port;
}

async function ask(port: number, headers: Record<string, string>, { path = "/", method = "GET" } = {}) {
  const sent = httpRequest({ host: "127.0.0.1", port, path, method, headers, agent: false }).end();
  // Node's own event carries the response.
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

const openSite = { APP_URL: "https://learn.example.org", TRUST_PROXY: "1" };

test("behind TLS a browser is told to stay with it", async () => {
  const { headers } = await ask(await serve(openSite), { Host: "learn.example.org" });
  expect(headers["strict-transport-security"]).toBe("max-age=31536000; includeSubDomains");
});

test("without TLS there is nothing to stay with", async () => {
  const port = await serve({ APP_URL: "http://learn.example.org" });
  const { status, headers } = await ask(port, { Host: "learn.example.org" });
  expect(status).toBe(200);
  expect(headers["strict-transport-security"]).toBeUndefined();
});

test("an open site answers under its own name only, proxies in front or not", async () => {
  const port = await serve(openSite);
  const statusOf = async (headers: Record<string, string>, path = "/") => (await ask(port, headers, { path })).status;
  expect(await statusOf({ Host: "learn.example.org" })).toBe(200);
  expect(await statusOf({ Host: "LEARN.example.org:443", "X-Forwarded-For": "1.2.3.4" })).toBe(200);
  for (const host of ["evil.example", "learn.example.org.evil.example", "localhost", "127.0.0.1"]) {
    expect(await statusOf({ Host: host }), host).toBe(421);
  }
  // Probes of the machine itself know no name.
  for (const path of ["/healthz", "/readyz", "/metrics"])
    expect(await statusOf({ Host: "localhost:3000" }, path)).toBe(200);
});

test("an open site takes changes from its own origin only", async () => {
  const port = await serve(openSite);
  const statusOf = async (origin: string) =>
    (await ask(port, { Host: "learn.example.org", Origin: origin }, { method: "POST" })).status;
  expect(await statusOf("https://learn.example.org")).toBe(200);
  for (const origin of ["http://learn.example.org", "https://learn.example.org:8443", "https://evil.example", "null"]) {
    expect(await statusOf(origin), origin).toBe(403);
  }
});

test("pages whose forms are large take them, and the page itself says when a file is too large", async () => {
  const port = await serve({});
  const sameOrigin = { Host: "localhost", "Sec-Fetch-Site": "same-origin" };
  const statusOf = async (path: string, kilobytes: number) =>
    (await ask(port, { "Content-Length": String(kilobytes * 1024), ...sameOrigin }, { path, method: "POST" })).status;
  const logo = mostLogoBytes / 1024;
  expect(await statusOf("/society/esr/settings", logo / 2)).toBe(200);
  expect(await statusOf("/society/esr/settings", logo + 1024)).toBe(200);
  expect(await statusOf("/society/esr/settings", 16 * logo)).toBe(413);
  // 60,000 letters with accents, as a form writes them.
  expect(await statusOf("/admin/pages/help/de", 500)).toBe(200);
  expect(await statusOf("/profile", 500)).toBe(413);
});

test("the editor's files and texts get through", async () => {
  const port = await serve({});
  const sameOrigin = { Host: "localhost", "Sec-Fetch-Site": "same-origin" };
  for (const [path, kilobytes] of [
    ["/society/esr/tracks/import", 128 * 1024],
    ["/society/esr/tracks/dose/pictures", 10 * 1024],
    ["/society/esr/tracks/dose/translations/de/import", 16 * 1024],
    ["/society/esr/tracks/dose/translations/de", 1500],
    ["/society/esr/tracks/dose/lessons/one/text/en", 1800],
    ["/society/esr/tracks/dose/lessons/one/text/en/live", 1800],
    ["/society/esr/tracks/dose/lessons/one/recording", 500],
  ] as const) {
    const headers = { "Content-Length": String(kilobytes * 1024), ...sameOrigin };
    expect((await ask(port, headers, { path, method: "POST" })).status, path).toBe(200);
  }
});

test("a browser reads why in its language, a program one line", async () => {
  const port = await serve({});
  const headers = { Host: "localhost", "Sec-Fetch-Site": "same-origin", "Content-Length": "999999" };
  const page = await ask(
    port,
    { ...headers, Accept: "text/html,*/*;q=0.8", "Accept-Language": "de-AT,en;q=0.5" },
    { path: "/profile", method: "POST" },
  );
  expect(page.status).toBe(413);
  expect(page.headers["content-type"]).toContain("text/html");
  expect(page.body).toContain('<html lang="de">');
  expect(page.body).toContain("Die Anfrage ist größer als 256 kB");
  const line = await ask(port, headers, { path: "/profile", method: "POST" });
  expect(line.headers["content-type"]).toContain("text/plain");
  expect(line.body).toMatch(/^The request is larger than 256 kB, so nothing was changed\..*\n$/);
});
