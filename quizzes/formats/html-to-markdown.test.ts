import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type HtmlContext, htmlToMarkdown } from "./html-to-markdown";
import { exactHtml, exactMarkdown, markdownToHtml } from "./markdown-to-html";

const address = (name: string) => `@@PLUGINFILE@@/${name}`;
function convert(html: string): { markdown: string; lost: string[] } {
  const lost: string[] = [];
  const context: HtmlContext = {
    picture: (src) => (src.startsWith(address("")) ? src.slice(address("").length) : null),
    lost: (what) => lost.push(what),
  };
  return { markdown: htmlToMarkdown(html, context), lost };
}

describe("HTML becomes Markdown", () => {
  test.each([
    ["<p>One</p><p>Two</p>", "One\n\nTwo"],
    ["a<br/>b", "a\\\nb"],
    ["A <b>bold </b>word and <i>x</i>", "A **bold** word and *x*"],
    ["H<sub>2</sub>O and cm<sup>2</sup>", "H₂O and cm²"],
    ["C<sub>ij</sub>", "C$_{\\text{ij}}$"],
    ["<ul><li>one</li><li>two<ul><li>deep</li></ul></li></ul>", "- one\n- two\n  - deep"],
    ["<ol><li>one<li>two</ol>", "1. one\n2. two"],
    ["\\(x^2\\) and $$y_1$$", "$x^2$ and $y_1$"],
    ["costs $5", "costs \\$5"],
    ["2 * 3 &lt; 7 &amp; a_b, _____ here", "2 \\* 3 \\< 7 & a_b, _____ here"],
    [
      "<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>",
      "| a | b |\n| --- | --- |\n| 1 | 2 |",
    ],
    ['<a href="https://e.org/x">site</a>', "site (https://e.org/x)"],
    ['<img src="@@PLUGINFILE@@/n.png" alt="A hand">', "![A hand](picture:n.png)"],
    ["<code>a`b</code>", "``a`b``"],
    ["&eacute;&micro;&ge;&#8364;", "éµ≥€"],
    ["4. May", "4\\. May"],
    ["<math><mi>x</mi><mo>+</mo><mn>1</mn></math>", "$x+1$"],
    ["a <b", "a"],
    ["1 < 2", "1 \\< 2"],
  ])("%s", (html, markdown) => {
    expect(convert(html).markdown).toBe(markdown);
  });

  test.each([
    ["<script>alert(1)</script>x", "<script>"],
    ['<p onclick="x()">x</p>', "an event handler (onclick)"],
    ["<iframe src='https://e.org'></iframe>x", "<iframe>"],
    ['<span style="color:red">x</span>', "formatting (style)"],
    ["<style>p{}</style>x", "<style>"],
    ['<a href="javascript:alert(1)">x</a>', 'a link to "javascript:alert(1)"'],
  ])("%s leaves a loss and no trace", (html, what) => {
    expect(convert(html)).toEqual({ markdown: "x", lost: [what] });
  });

  test("a picture without a description is reported", () => {
    expect(convert('<img src="@@PLUGINFILE@@/n.png">')).toEqual({
      markdown: "![](picture:n.png)",
      lost: ["the description of a picture"],
    });
  });
});

const word = fc.oneof(
  fc.constantFrom(
    "dose",
    "5 mGy",
    "a*b",
    "_x_",
    "$5",
    "<3",
    "2 < 3",
    "[x]",
    "1. x",
    "- y",
    "# z",
    "`q`",
    "é",
    "a|b",
    "&amp;",
    "\\",
  ),
  fc.string({ maxLength: 8 }),
);
const inlineHtml = fc.letrec<{ inline: string; flat: string }>((tie) => ({
  flat: word.map((text) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;")),
  inline: fc.oneof(
    { depthSize: "small" },
    tie("flat"),
    fc
      .tuple(fc.constantFrom("b", "i", "del", "span"), fc.array(tie("inline"), { maxLength: 3 }))
      .map(([tag, parts]) => `<${tag}>${parts.join(" ")}</${tag}>`),
    tie("flat").map((text) => `<code>${text}</code>`),
    fc.constantFrom(
      "<br />",
      "\\(x^2\\)",
      '<img src="@@PLUGINFILE@@/n.png" alt="A [hand]" />',
      '<a href="https://e.org/x">s</a>',
    ),
  ),
})).inline;
const blockHtml = fc.oneof(
  inlineHtml.map((text) => `<p>${text}</p>`),
  fc
    .array(inlineHtml, { minLength: 1, maxLength: 3 })
    .map((items) => `<ul>${items.map((i) => `<li>${i}</li>`).join("")}</ul>`),
  fc.tuple(inlineHtml, inlineHtml).map(([a, b]) => `<table><tr><th>${a}</th></tr><tr><td>${b}</td></tr></table>`),
);

describe("Markdown goes out and comes back", () => {
  test("whatever Markdown it is, it comes back exactly", () => {
    const markdown = fc.oneof(
      fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" ")),
      fc.array(blockHtml, { minLength: 1, maxLength: 3 }).map((html) => convert(html.join("")).markdown),
    );
    fc.assert(
      fc.property(markdown, (text) => {
        const html = exactHtml(text, address);
        expect(exactMarkdown(html, address) ?? convert(html).markdown).toBe(text);
      }),
    );
  });

  test("the Markdown that import makes of clean HTML needs no copy of itself", () => {
    for (const html of [
      "<p>a <b>b</b></p><ul><li>x</li><li>y</li></ul>",
      "\\(x\\) and <i>y</i>",
      "<p>4. May</p><p>2 * 3</p>",
    ]) {
      const { markdown } = convert(html);
      expect(exactHtml(markdown, address)).not.toContain("<!--");
      expect(convert(markdownToHtml(markdown, address)).markdown).toBe(markdown);
    }
  });
});
