import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slot } from "./slot";
import { BoundedCache, cutShell, escapeHtml, fill } from "./still.server";

describe("a still page", () => {
  it("puts the reader's facts where the marks stand, in texts and in attributes", () => {
    const shell = cutShell(`<p class="${slot("step.a")}">Hello ${slot("reader.name")}</p>`);
    expect(fill(shell, { slots: { "step.a": "done", "reader.name": "Zoë" }, html: {} })).toBe(
      '<p class="done">Hello Zoë</p>',
    );
  });

  it("shows a hostile name as the text that it is", () => {
    const shell = cutShell(`<b title="${slot("n")}">${slot("n")}</b>`);
    const name = `"><script>alert(1)</script>'&`;
    const filled = fill(shell, { slots: { n: name }, html: {} });
    expect(filled).not.toContain("<script>");
    expect(filled).toBe(`<b title="${escapeHtml(name)}">${escapeHtml(name)}</b>`);
  });

  it("never reads a mark in the reader's own words", () => {
    const shell = cutShell(`<p>${slot("n")}</p>`);
    expect(fill(shell, { slots: { n: slot("secret"), secret: "hidden" }, html: {} })).toBe(`<p>${slot("secret")}</p>`);
  });

  it("puts finished HTML in as it is", () => {
    expect(fill(cutShell(`<main>${slot("body")}</main>`), { slots: {}, html: { body: "<h2>A</h2>" } })).toBe(
      "<main><h2>A</h2></main>",
    );
  });

  it("fails where a mark has no value, rather than showing somebody an empty page", () => {
    expect(() => fill(cutShell(slot("n")), { slots: {}, html: {} })).toThrow(/"n"/);
  });

  it("gives back every text that holds no mark unchanged", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!text.includes("\u27e6"));
        expect(fill(cutShell(text), { slots: {}, html: {} })).toBe(text);
      }),
    );
  });

  it("escapes so that no text can open a tag or end an attribute", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(escapeHtml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});

describe("a cache bounded in bytes", () => {
  it("forgets what was used least recently", () => {
    const cache = new BoundedCache<string>(10);
    cache.set("a", "A", 4);
    cache.set("b", "B", 4);
    expect(cache.get("a")).toBe("A");
    cache.set("c", "C", 4);
    expect([cache.has("a"), cache.has("b"), cache.has("c")]).toEqual([true, false, true]);
  });

  it("counts a replaced entry once", () => {
    const cache = new BoundedCache<string>(10);
    for (let i = 0; i < 100; i++) cache.set("a", String(i), 6);
    cache.set("b", "B", 4);
    expect([cache.get("a"), cache.get("b")]).toEqual(["99", "B"]);
  });
});
