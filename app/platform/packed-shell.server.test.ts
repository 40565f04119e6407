import { gunzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gzipFilled, packShell } from "./packed-shell.server";
import { slot } from "./slot";
import { cutShell, fill } from "./still.server";

const unpack = (markup: string, slots: Record<string, string>) =>
  gunzipSync(gzipFilled(packShell(cutShell(markup)), slots)).toString("utf8");

describe("a packed shell", () => {
  it("unpacks to the page that filling gives, hostile facts and all", () => {
    const markup = `<p class="${slot("a")}">é${slot("b")}</p>${slot("a")}`;
    const slots = { a: `"><script>`, b: "Ελένη Žofia" };
    expect(unpack(markup, slots)).toBe(fill(cutShell(markup), { slots, html: {} }));
  });

  it("does so for any markup and any facts", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" })), fc.string({ unit: "grapheme" }), (texts, fact) => {
        const clean = texts.map((text) => text.replaceAll("\u27e6", ""));
        const markup = clean.join(slot("x"));
        expect(unpack(markup, { x: fact })).toBe(fill(cutShell(markup), { slots: { x: fact }, html: {} }));
      }),
    );
  });

  it("carries facts longer than one block", () => {
    const long = "x".repeat(200_000);
    expect(unpack(`<p>${slot("x")}</p>`, { x: long })).toBe(`<p>${long}</p>`);
  });

  it("fails where a mark has no value", () => {
    expect(() => unpack(slot("x"), {})).toThrow(/"x"/);
  });
});
