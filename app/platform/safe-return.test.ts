import { describe, expect, it } from "vitest";
import { safeReturn } from "./safe-return";

describe("the way back after a form", () => {
  it.each(["/my", "/de/tracks/ct?x=1", "/learn/a/b#end"])("leads to a page of this site: %s", (path) => {
    expect(safeReturn(path, "/")).toBe(path);
  });

  it.each([
    null,
    undefined,
    "",
    "my",
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/a\\b",
    "/a\nb",
    "javascript:alert(1)",
  ])("never leads anywhere else: %j", (path) => {
    expect(safeReturn(path, "/here")).toBe("/here");
  });
});
