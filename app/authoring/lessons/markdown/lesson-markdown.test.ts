import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lessonTexts } from "../../../markup/lesson-texts";
import { renderLesson } from "../../../markup/render-lesson.server";
import type { EditorNode } from "./editor-node";
import { readLesson } from "./read-lesson";
import { tidyNode } from "./tidy-node";
import { writeLesson } from "./write-lesson";

const tracks = "prisma/seed/tracks";
const shipped = readdirSync(tracks).flatMap((track) => {
  const folder = path.join(tracks, track, "lessons");
  const { references } = JSON.parse(readFileSync(path.join(tracks, track, "track.json"), "utf8")) as {
    references: { id: string; cite: string; year: number }[];
  };
  return readdirSync(folder).map((file) => ({
    name: `${track}/${file}`,
    markdown: readFileSync(path.join(folder, file), "utf8"),
    references,
  }));
});

function docOf(markdown: string): EditorNode {
  const read = readLesson(markdown);
  if (!read.ok) throw new Error(`unsupported: ${read.unsupported.join(", ")}`);
  return read.doc;
}

test("there are shipped lessons to try", () => {
  expect(shipped.length).toBeGreaterThan(40);
});

test.each(shipped)("$name comes back from the editor without loss", ({ markdown, references }) => {
  const render = (text: string) =>
    renderLesson(text, {
      drawings: {},
      references,
      lessonHref: (id) => `./${id}`,
      texts: lessonTexts.en,
    }).html.replace(/\s+/g, " ");
  const read = readLesson(markdown);
  if (!read.ok) throw new Error(read.unsupported.join(", "));
  // Untouched, every block is written as its author wrote it.
  expect(writeLesson(read.doc, read.sources)).toBe(`${markdown.trim()}\n`);
  // As if every block had been touched.
  const written = writeLesson(read.doc);
  expect(written).not.toBeNull();
  expect(docOf(written ?? "")).toEqual(read.doc);
  expect(render(written ?? "")).toBe(render(markdown));
});

test("a change in one paragraph leaves every other line as it was", () => {
  const markdown = "A lead.\n\n* one\n* two\n\n$$ x = 1 $$\n";
  const read = readLesson(markdown);
  if (!read.ok) throw new Error("unsupported");
  const [, ...rest] = read.doc.content ?? [];
  const changed = { ...read.doc, content: [{ type: "paragraph", content: [{ type: "text", text: "New." }] }, ...rest] };
  expect(writeLesson(changed, read.sources)).toBe("New.\n\n* one\n* two\n\n$$ x = 1 $$\n");
});

test.each([
  ["HTML", "<b>x</b>", "html"],
  ["an image from elsewhere", "![x](https://example.org/x.png)", "image"],
  ["a footnote", "x[^1]\n\n[^1]: y", "footnoteReference"],
  ["an unknown block", ":::magic\nx\n:::", ":::magic"],
  ["a heading of the first level", "# x", "heading 1"],
  ["a task list", "- [ ] x", "task list"],
])("%s is not dropped: the lesson is written as Markdown", (_, markdown, what) => {
  const read = readLesson(markdown);
  expect(read.ok ? [] : read.unsupported).toContain(what);
});

const words = fc.string({
  unit: fc.constantFrom(...Array.from('ab *_`[]()<>:#-+.1$\\|!~&^{}"/')),
  minLength: 1,
  maxLength: 14,
});
const mark = fc.constantFrom("bold", "italic", "strike", "code").map((type) => ({ type }));
const link = fc.constant({ type: "link", attrs: { href: "https://example.org/a?b=1" } });
const text = fc.record({
  type: fc.constant("text"),
  text: words,
  marks: fc.array(fc.oneof(mark, link), { maxLength: 2 }),
});
const atom = fc.oneof(
  fc.constant({ type: "reference", attrs: { id: "icrp-135" } }),
  fc.constant({ type: "formula", attrs: { latex: "x^2" } }),
  fc.constant({ type: "hardBreak" }),
);
const inline = fc.array(fc.oneof({ weight: 4, arbitrary: text }, atom), { maxLength: 4 }) as fc.Arbitrary<EditorNode[]>;
const block = (type: string, attrs?: object) =>
  inline.map((content) => ({ type, content, ...(attrs === undefined ? {} : { attrs }) }) as EditorNode);
const simple = fc.oneof(
  block("paragraph"),
  block("heading", { level: 3 }),
  block("figure", { drawing: "d", picture: "", alt: 'a "b" & c', source: "", permission: "", patient: "" }),
  fc.constant<EditorNode>({ type: "formulaBlock", attrs: { latex: "a = b" } }),
);
const nested = fc.oneof(
  fc.array(fc.array(simple, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 3 }).map(
    (items): EditorNode => ({
      type: "bulletList",
      content: items.map((content) => ({ type: "listItem", content })),
    }),
  ),
  fc
    .tuple(block("calloutTitle"), fc.array(simple, { minLength: 1, maxLength: 2 }))
    .map(([title, body]): EditorNode => ({ type: "callout", attrs: { kind: "rad" }, content: [title, ...body] })),
);

test("whatever is typed is written so that it comes back, or not written at all", () => {
  let written = 0;
  let refused = 0;
  fc.assert(
    fc.property(fc.array(fc.oneof(simple, nested), { minLength: 1, maxLength: 3 }), (content) => {
      const doc: EditorNode = { type: "doc", content };
      const markdown = writeLesson(doc);
      if (markdown === null) refused += 1;
      else {
        written += 1;
        if (markdown !== "") expect(docOf(markdown)).toEqual(tidyNode(doc));
      }
    }),
    { numRuns: 150 },
  );
  // Only contrived mixtures of marks and signs can't be written.
  expect(refused / (written + refused)).toBeLessThan(0.2);
});
