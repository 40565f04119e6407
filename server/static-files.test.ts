import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Router } from "express";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Loopback, onLoopback } from "../tests/support/loopback";
import { staticFiles } from "./static-files";

const folder = mkdtempSync(path.join(tmpdir(), "stepwedge-static-"));
let site: Loopback;
beforeAll(async () => {
  mkdirSync(path.join(folder, "assets"));
  writeFileSync(path.join(folder, "assets", "page-1a2b.js"), "plain");
  writeFileSync(path.join(folder, "assets", "page-1a2b.js.gz"), "");
  writeFileSync(path.join(folder, "favicon.svg"), "<svg/>");
  site = await onLoopback(Router().use(staticFiles(folder)));
});
afterAll(async () => {
  await site.close();
  rmSync(folder, { recursive: true });
});

test("a file of the build is served, one with a hash for a year", async () => {
  const file = await site.ask("/assets/page-1a2b.js", { headers: { "Accept-Encoding": "identity" } });
  expect(await file.text()).toBe("plain");
  expect(file.headers.get("cache-control")).toContain("immutable");
  expect((await site.ask("/favicon.svg")).headers.get("cache-control")).toBe("public, max-age=3600");
});

test("what was not there at the start, and what lies elsewhere, is no file of the build", async () => {
  writeFileSync(path.join(folder, "later.txt"), "later");
  for (const asked of ["/later.txt", "/no-such-file.js", "/assets", "/", "/..%2fpackage.json", "/assets/../../x.js"])
    expect((await site.ask(asked)).status, asked).toBe(404);
});
