import { expect, test } from "vitest";
import { checkInline, renderInline } from "./render-inline.server";

test.each([
  [
    "one paragraph stands without its element",
    "The **median**, not *one* patient.",
    "The <strong>median</strong>, not <em>one</em> patient.",
  ],
  ["several paragraphs keep theirs", "One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"],
  ["a number with a point is no list", "4. mGy", "4. mGy"],
  ["a dash is no list", "- 5 °C", "- 5 °C"],
  ["a hash is no heading", "# 1", "# 1"],
  ["a smaller-than sign stays", "below <5 mGy", "below &#x3C;5 mGy"],
  ["HTML is shown as it was typed", "<b onclick=x>y</b>", "&#x3C;b onclick=x>y&#x3C;/b>"],
  ["a link is no link", "[x](javascript:alert(1))", "[x](javascript:alert(1))"],
  ["an address stays text", "see https://example.org", "see https://example.org"],
  ["an image from elsewhere is its description", "a ![cup](https://example.org/x.png) here", "a cup here"],
  [
    "a picture of a question is an image of this site",
    `![a *cup*](picture:${"a".repeat(64)}.png)`,
    `<img src="/pictures/${"a".repeat(64)}.png" alt="a cup" loading="lazy" class="in-text">`,
  ],
  ["the index of CTDIvol stands low", "CTDIvol and CTDIw", "CTDI<sub>vol</sub> and CTDI<sub>w</sub>"],
  ["a time is no directive", "at 16:30", "at 16:30"],
])("%s", (_, markdown, html) => {
  expect(renderInline(markdown)).toBe(html);
});

test("mathematics becomes MathML without styles", () => {
  const html = renderInline("the kerma $K_{a,r}$ at \\$5");
  expect(html).toMatch(/^the kerma <math xmlns="[^"]+"><mrow><msub><mi>K<\/mi>/);
  expect(renderInline("$\\htmlStyle{color:red}{x} \\href{javascript:x}{y}$")).not.toMatch(/style=|href=/);
});

test("a table's figures stand to the right", () => {
  expect(renderInline("Which?\n\n| A | B |\n| - | - |\n| x | 3.5 |")).toMatch(
    /<p>Which\?<\/p>[\s\S]*<th scope="row">x<\/th>\s*<td class="n">3.5<\/td>/,
  );
});

test("a formula that can't be read is named", () => {
  expect(checkInline("a dose of $\\frac{1$ mGy")).toEqual([
    { code: "formula-unreadable", params: { formula: "\\frac{1" }, line: null },
  ]);
  expect(checkInline("a dose of $\\frac{1}{2}$ mGy")).toEqual([]);
});
