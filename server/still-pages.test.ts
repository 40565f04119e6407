import { once } from "node:events";
import { createServer } from "node:http";
import { redirect, type LoaderFunctionArgs, type ServerBuild } from "@remix-run/node";
import express from "express";
import { afterEach, beforeEach, expect, test } from "vitest";
import { cutShell, foldHtml, shells, stillPage, stillPaths } from "../app/platform/still.server";
import { stillPages } from "./still-pages";

/** The parts of a build that the handler reads: a root and one page whose loader each test brings. */
function buildWith(leaf: (args: LoaderFunctionArgs) => unknown): ServerBuild {
  const root = {
    theme: "dark",
    path: "/page/one",
    signInHref: "/sign-in",
    locale: "en",
    reader: { name: "<b>Zoë</b>" },
  };
  const routes = {
    root: { id: "root", path: "", module: { loader: () => root } },
    page: { id: "page", parentId: "root", path: "page/:id", module: { loader: leaf } },
  };
  // A real build has much more, and the handler looks at its routes only.
  return { routes } as unknown as ServerBuild;
}

const key = "test page";
const known = (args: LoaderFunctionArgs) =>
  stillPage(args.context, { key, slots: { id: args.params["id"] ?? "" }, html: { body: "<p>text</p>" } }, () => ({
    some: "data",
  }));

beforeEach(() => {
  const shell = cutShell('<title a="⟦theme⟧">⟦id⟧</title>⟦reader.name⟧⟦body⟧');
  shells.set(key, foldHtml(shell, { body: "<p>text</p>" }), 100);
  stillPaths.set("/page/one", true, 100);
});

let close: () => void = () => undefined;
afterEach(() => {
  close();
});

/** Asks a server that has the handler and, behind it, something that answers "remix". */
async function ask(
  leaf: (args: LoaderFunctionArgs) => unknown,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const app = express();
  app.use(stillPages(buildWith(leaf)));
  app.use((_request, response) => response.send("remix"));
  const server = createServer(app).listen(0, "127.0.0.1");
  await once(server, "listening");
  close = () => server.close();
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return fetch(`http://127.0.0.1:${String(address.port)}${path}`, { redirect: "manual", ...init });
}

test("a known shell is filled with the reader's facts, escaped, and belongs to one reader", async () => {
  const response = await ask(known, "/page/one");
  expect(await response.text()).toBe('<title a="dark">one</title>&lt;b&gt;Zoë&lt;/b&gt;<p>text</p>');
  expect(response.headers.get("cache-control")).toBe("private, no-store");
  expect(response.headers.get("content-security-policy")).toContain("script-src 'self'");
  expect(response.headers.get("vary")).toBe("Accept-Encoding");
});

test("it is compressed for those who can read that, and only for them", async () => {
  const plain = await ask(known, "/page/one", { headers: { "accept-encoding": "identity" } });
  expect(plain.headers.get("content-encoding")).toBeNull();
  close();
  const zipped = await ask(known, "/page/one", { headers: { "accept-encoding": "gzip" } });
  expect(zipped.headers.get("content-encoding")).toBe("gzip");
  expect(await zipped.text()).toBe(await plain.text());
});

test("everything else goes on to Remix: a redirect, data, an error, an unknown path or shell, another method", async () => {
  const goesOn = async (leaf: (args: LoaderFunctionArgs) => unknown, path = "/page/one", init: RequestInit = {}) => {
    const text = await (await ask(leaf, path, init)).text();
    close();
    return text;
  };
  const signIn = () => {
    throw redirect("/sign-in");
  };
  expect(await goesOn(signIn)).toBe("remix");
  expect(await goesOn(() => redirect("/sign-in"))).toBe("remix");
  expect(await goesOn(() => ({ some: "data" }))).toBe("remix");
  expect(await goesOn(() => Promise.reject(new Error("broken")))).toBe("remix");
  expect(await goesOn(() => null)).toBe("remix");
  expect(await goesOn(known, "/page/two")).toBe("remix");
  expect(await goesOn(known, "/page/one", { method: "POST" })).toBe("remix");
  shells.set(key, cutShell("⟦a mark that nobody fills⟧⟦missing⟧"), 100);
  expect(await goesOn(known)).toBe("remix");
});
