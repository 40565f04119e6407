import { expect, test } from "vitest";
import { readDrawing } from "./safe-drawing";

function dropped(inner: string): readonly string[] {
  const drawing = readDrawing(`<svg viewBox="0 0 9 9">${inner}</svg>`);
  return drawing.ok ? drawing.dropped : [drawing.reason];
}

test("a drawing keeps shapes, text and presentation, and says what it dropped", () => {
  const drawing = readDrawing(
    '<?xml version="1.0"?><!-- c --><svg width="9" height="9" viewBox="0 0 9 9" fill="none"><g><path d="M0 0h9"/></g><text x="1">a &amp; b</text></svg>\n',
  );
  expect(drawing).toEqual({
    ok: true,
    dropped: [],
    svg: {
      type: "element",
      tagName: "svg",
      properties: { viewBox: "0 0 9 9", fill: "none" },
      children: [
        {
          type: "element",
          tagName: "g",
          properties: {},
          children: [{ type: "element", tagName: "path", properties: { d: "M0 0h9" }, children: [] }],
        },
        { type: "element", tagName: "text", properties: { x: "1" }, children: [{ type: "text", value: "a & b" }] },
      ],
    },
  });
});

test.each([
  ["a script", "<script>alert(1)</script>", "<script>"],
  ["a style sheet", "<style>*{}</style>", "<style>"],
  ["an id", '<path id="main" d="M0 0"/>', "id of <path>"],
  ["an event handler", '<path onload="x" d="M0 0"/>', "onload of <path>"],
  ["a style", '<path style="x" d="M0 0"/>', "style of <path>"],
  ["a paint server", '<path fill="url(#x)" d="M0 0"/>', "fill of <path>"],
  ["a reference", '<use href="#x"/>', "<use>"],
  ["what stands in a dropped element", '<a href="x"><path onload="y" d="M0 0"/></a>', "<a>"],
])("%s is dropped and named", (_, inner, name) => {
  expect(dropped(inner)).toEqual([name]);
});

test.each([
  ["no svg", "<p>x</p>"],
  ["an element left open", '<svg viewBox="0 0 9 9"><g></svg>'],
  ["a second root", '<svg viewBox="0 0 9 9"></svg><svg viewBox="0 0 9 9"></svg>'],
  ["no viewBox", "<svg></svg>"],
  ["an attribute without quotes", '<svg viewBox="0 0 9 9"><path d=M0/></svg>'],
  ["nothing", ""],
])("a text with %s is refused", (_, source) => {
  expect(readDrawing(source).ok).toBe(false);
});
