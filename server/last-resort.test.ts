import { once } from "node:events";
import { createServer } from "node:http";
import express, { type RequestHandler } from "express";
import { afterEach, beforeAll, expect, it } from "vitest";
import { registerAllMessages } from "../app/i18n/all-messages.server";
import { expectLoggedError } from "../tests/support/logged-errors";
import { lastResort } from "./last-resort";

beforeAll(registerAllMessages);
let close: () => void = () => undefined;
afterEach(() => {
  close();
});

async function ask(handler: RequestHandler, path = "/"): Promise<Response> {
  const app = express();
  app.get("/:anything?", handler);
  app.use(lastResort);
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => server.close();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return fetch(`http://127.0.0.1:${String(address.port)}${path}`);
}

it("tells the reader a reference and no stack when a handler throws", async () => {
  const response = await ask(() => {
    throw new Error("secret detail");
  });
  const text = await response.text();
  expectLoggedError(/a request failed/);
  expect(response.status).toBe(500);
  expect(text).toMatch(/Reference [0-9A-Z]{4}-[0-9A-Z]{2}\n$/);
  expect(text).not.toContain("secret detail");
});

it("calls an address that can't be decoded the sender's mistake", async () => {
  const response = await ask((_request, answer) => answer.send("never"), "/%E0%A4%A");
  expect(response.status).toBe(400);
  expect(await response.text()).toContain("nothing was changed");
});
