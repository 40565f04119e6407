import { expect, test } from "vitest";
import { sha256 } from "../platform/ids.server";
import { lessonTexts } from "./lesson-texts";
import { type LessonSurroundings, markupVersion, renderLesson } from "./render-lesson.server";

const cylinder =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 36" stroke="currentColor"><circle cx="9" cy="9" r="4"/></svg>';

const surroundings: LessonSurroundings = {
  drawings: { cylinder },
  references: [
    {
      id: "uk-ndrl",
      cite: "UK Health Security Agency. National DRLs, 2024.",
      year: 2024,
      url: "https://www.gov.uk/drl",
    },
    { id: "icrp-135", cite: "ICRP Publication 135, 2017.", year: 2017 },
  ],
  lessonHref: (id) => (id === "children" ? "./children" : null),
  texts: lessonTexts.en,
};
const render = (markdown: string, changes: Partial<LessonSurroundings> = {}) =>
  renderLesson(markdown, { ...surroundings, ...changes });

const wholeLesson = `The number is measured in plastic.

## Centre & edge

Text with CTDIvol :ref[icrp-135], then :ref[uk-ndrl], then :ref[icrp-135] again. See [children](lesson:children).

## Centre & edge

:::figure{drawing="cylinder" alt="A small circle"}
**Figure 1.** One circle.
:::

$$ \\mathrm{DLP} = \\mathrm{CTDI_{vol}} \\times L $$

:::table[Table 1. DRLs, adults: head in the 16 cm phantom]
| Examination | CTDIvol, mGy | Note |
| --- | --- | --- |
| Head | 47 | acute stroke |
| Chest | 8.5 | cancer |

UKHSA, 2022.
:::

:::rad[Read the phantom]
Compare like with like.
:::

:::care[The trap]
Pitch.
:::

| Instead of | Say |
| --- | --- |
| limit | level |
`;

test("a lesson becomes the markup of the style sheet, without a problem", () => {
  const { html, problems, headings, cited, words } = render(wholeLesson);
  expect(problems).toEqual([]);
  expect(html).toContain('<p class="lead">The number is measured in plastic.</p>');
  expect(html).toContain("CTDI<sub>vol</sub>");
  expect(html).toContain('<a href="./children">children</a>');
  expect(html).toContain(
    '<figure><div class="scroll" tabindex="0" role="group" aria-label="Figure 1"><svg viewBox="0 0 64 36" stroke="currentColor" class="fig" role="img" aria-label="A small circle"><circle cx="9" cy="9" r="4"></circle></svg></div><figcaption><strong>Figure 1.</strong> One circle.</figcaption></figure>',
  );
  expect(html).toContain('<div class="note care" role="note"><p class="title">The trap</p><p>Pitch.</p></div>');
  expect(html).toMatch(
    /<aside class="rad" aria-label="Radiation note"><svg [^>]*aria-hidden="true".*<p class="title">Read the phantom<\/p><div><p>Compare like with like.<\/p><\/div><\/aside>/,
  );
  expect(headings.map(({ id }) => id)).toEqual(["s-centre-edge", "s-centre-edge--2", "sources"]);
  expect(cited).toEqual(["icrp-135", "uk-ndrl"]);
  expect(words).toBeGreaterThan(50);
});

test("citations are numbered in the order of first use and lead to the list at the end", () => {
  const { html } = render(wholeLesson);
  const numbers = [
    ...html.matchAll(/<a href="#source-([\w-]+)" class="ref"><span class="vh">Source <\/span>(\d)<\/a>/g),
  ].map(([, id, number]) => `${id ?? ""} ${number ?? ""}`);
  expect(numbers).toEqual(["icrp-135 1", "uk-ndrl 2", "icrp-135 1"]);
  expect(html).toContain(
    '<section class="sources" aria-labelledby="sources"><h2 id="sources">Sources</h2><ol><li id="source-icrp-135">ICRP Publication 135, 2017.</li><li id="source-uk-ndrl"><a href="https://www.gov.uk/drl">UK Health Security Agency. National DRLs, 2024.</a></li></ol></section>',
  );
});

test("a table has a scrolling region, a caption with its conditions apart, figures to the right, and its foot", () => {
  const { html } = render(wholeLesson);
  expect(html).toContain(
    '<div class="scroll" tabindex="0" role="region" aria-label="Table 1. DRLs, adults: head in the 16 cm phantom">',
  );
  expect(html).toContain("<caption>Table 1. DRLs, adults: <span>head in the 16 cm phantom</span></caption>");
  expect(html).toContain('<th class="n" scope="col">CTDI<sub>vol</sub>, mGy</th>');
  expect(html).toContain('<th scope="row">Head</th>');
  expect(html).toContain('<td class="n">47</td>');
  expect(html).toContain("<td>acute stroke</td>");
  expect(html).toContain('<tfoot><tr><td colspan="3">UKHSA, 2022.</td></tr></tfoot>');
  expect(html).toContain('<div class="scroll" tabindex="0" role="region" aria-label="Instead of, Say">');
});

test("a formula is numbered MathML in which units and symbols are words", () => {
  const { html } = render(wholeLesson);
  expect(html).toContain(
    '<div class="formula" role="group" aria-label="Equation 1"><span tabindex="0"><math xmlns="http://www.w3.org/1998/Math/MathML" display="block">',
  );
  expect(html).toContain('<mi mathvariant="normal">CTDI</mi>');
  expect(html).toContain('<span class="no">1</span></div>');
  expect(html).not.toMatch(/annotation|katex/);
});

test("formulae side by side are apart, and a comma stays with the formula before it", () => {
  const { html } = render("A dose $D$, then\n\n$$ a = 1 \\qquad b = \\frac{1}{2} $$\n\n$$ \\text{a \\qquad b} $$\n");
  expect(html).toMatch(/A dose <span class="nowrap"><math [^>]*><mrow><mi>D<\/mi><\/mrow><\/math>,<\/span> then/);
  expect(html).toMatch(
    /aria-label="Equation 1"><span tabindex="0"><math .*<\/math><math .*<\/math><\/span><span class="no">1/,
  );
  expect(html).toMatch(
    /aria-label="Equation 2"><span tabindex="0"><math (?:(?!<math).)*<\/math><\/span><span class="no">2/,
  );
});

test("text that only looks like a directive stays the text that it was", () => {
  const { html, problems } = render("From 16:30 at a ratio of 1:b[2]{c=d}, see note:this.\n\n::leaf[x]\n");
  expect(problems).toEqual([]);
  expect(html).toContain("From 16:30 at a ratio of 1:b[2]{c=d}, see note:this.");
  expect(html).toContain("::leaf[x]");
});

const hostile = `<script>alert(1)</script> <b onclick="alert(2)">bold</b>

<img src=x onerror="alert(3)" style="position:fixed">

[a](javascript:alert(4)) [b](data:text/html,x) [c](vbscript:x) ![d](javascript:alert(5)) [e](lesson:children "onload=alert(1)")

:::note[<img src=x onerror=alert(7)>]{onclick="alert(6)" style="color:red" class="top" id="main"}
<iframe src="https://evil.example"></iframe>
:::

:::figure{drawing="bad" alt='"><script>alert(8)</script>' onload="alert(9)"}
**Figure.**
:::

$\\href{javascript:alert(10)}{x}$ $\\htmlStyle{color:red}{y}$ $$\\includegraphics{https://evil.example/x.png}$$

$\\def\\a{\\a\\a}\\a$

\`\`\`math
\\htmlData{onclick=alert(1)}{x}
\`\`\`
`;
const badDrawing = `<svg viewBox="0 0 9 9" onload="alert(1)" style="x"><script>alert(2)</script><style>*{display:none}</style>
<a href="javascript:alert(3)"><text>in a link</text></a><image href="https://evil.example/x.png"/><foreignObject><p>x</p></foreignObject>
<g id="main" onclick="alert(4)" fill="url(#x)" style="color:red"><text x="1">kept &lt;b&gt;</text></g><use href="#y"/><animate attributeName="href"/></svg>`;

test("no script, style, event handler, foreign address or id of an author survives", () => {
  const { html, problems } = render(hostile, { drawings: { bad: badDrawing } });
  // The alternative text is quoted and escaped; what it says is no tag.
  const tags = (html.match(/<(?:"[^"]*"|[^">])*>/g)?.join("") ?? "").replace(/aria-label="[^"]*"/g, "");
  expect(html).toContain('aria-label="&#x22;><script>alert(8)</script>"');
  expect(tags).not.toMatch(/<(script|style|iframe|image|foreignObject|use|animate)/i);
  expect(tags).not.toMatch(/\son\w+=|\sstyle=|javascript:|data:|vbscript:|evil\.example|url\(|id="main"/i);
  expect(html).toContain("kept &#x3C;b>");
  expect(problems.join("\n")).toMatch(/HTML is not shown[\s\S]*drawing "bad": .*<script>/);
});

test.each([
  [
    "a drawing that isn't there",
    ':::figure{drawing="none" alt="x"}\n**Figure 1.** y\n:::',
    /drawing "none": there is none/,
  ],
  [
    "a figure without alternative text",
    ':::figure{drawing="cylinder"}\n**Figure 1.** y\n:::',
    /line 1: the figure "cylinder" has no alternative text/,
  ],
  ["an image without alternative text", "![](https://example.org/x.png)", /an image has no alternative text/],
  ["an unknown reference", "Text :ref[nobody].", /line 1: the track has no reference "nobody"/],
  ["an unknown lesson", "\n[x](lesson:nowhere)", /line 2: the track has no lesson "nowhere"/],
  ["an unknown block", ":::magic\nx\n:::", /there is no block ":::magic"/],
  ["a block that can't be read", ":::note{x}[Title]\nText\n:::", /line 1: a ":::" block can't be read/],
  ["a table directive without a caption", ":::table\n| a | b |\n| - | - |\n| 1 | 2 |\n:::", /a table has no caption/],
  ["a formula that can't be read", "$$ \\frac{1 $$", /the formula .* can't be read/],
  ["a formula with a forbidden command", "$\\href{https://example.org}{x}$", /not known or not allowed/],
  ["a footnote", "Text[^1].\n\n[^1]: note", /footnotes have no place/],
])("%s is reported", (_, markdown, problem) => {
  expect(render(markdown).problems.join("\n")).toMatch(problem);
});

test("the version of the markup rises with what rendering writes, so that published lessons are rendered again", () => {
  expect({ markupVersion, output: sha256(render(wholeLesson).html).slice(0, 12) }).toEqual({
    markupVersion: 3,
    output: "634538f0902a",
  });
});
