import { expect, test } from "vitest";
import { renderAroundGaps, renderQuestion } from "./render-question.server";

const name = `${"a".repeat(64)}.png`;

test("one paragraph comes without its p, several with theirs", () => {
  expect(renderQuestion("What is **dose**?")).toBe("What is <strong>dose</strong>?");
  expect(renderQuestion("One\n\nTwo")).toBe("<p>One</p>\n<p>Two</p>");
});

test("a picture of a question becomes an image of this site, any other address only its text", () => {
  expect(renderQuestion(`![A phantom](picture:${name})`)).toBe(
    `<img src="/pictures/${name}" alt="A phantom" loading="lazy" class="in-text">`,
  );
  expect(renderQuestion("![far](https://example.org/a.png)")).toBe("far");
  expect(renderQuestion("![near](/pictures/a.png)")).toBe("near");
  expect(renderQuestion("![bad](picture:../x)")).toBe("bad");
});

test("a table stands in a named part that keys can scroll", () => {
  const html = renderQuestion("| Scan | Dose |\n|---|---|\n| Head | 60 |");
  expect(html).toContain('<div class="scroll" tabindex="0" role="region" aria-label="Scan Dose"><table>');
  expect(html).toContain('<th scope="row">Head</th>');
});

test("a number with a point at the start of a sentence is no list, several lines of them are", () => {
  expect(renderQuestion("4. generation scanners")).toBe("4. generation scanners");
  expect(renderQuestion("- 5 °C")).toBe("- 5 °C");
  expect(renderQuestion("1. one\n2. two")).toContain("<ol>");
});

test("neither script nor HTML of an author reaches the page", () => {
  const html = renderQuestion("<img src=x onerror=alert(1)> <5 mGy [a](javascript:alert(1)) ![x](javascript:alert(1))");
  expect(html).not.toMatch(/<(?:img|a|script)/);
  expect(html).toContain("&#x3C;5 mGy");
});

test("formulae are MathML", () => {
  expect(renderQuestion("$\\frac{1}{2}$")).toContain("<math");
});

test("the stem of a cloze is cut at its gaps, in text, lists and tables alike", () => {
  expect(renderAroundGaps("The **unit** is [[a]], not [[x]].", ["a"])).toEqual([
    { text: "The " },
    { tag: "span", attributes: {}, html: "<strong>unit</strong>" },
    { text: " is " },
    { gap: "a" },
    { text: ", not " },
    { text: "[[x]]" },
    { text: "." },
  ]);
  const table = JSON.stringify(
    renderAroundGaps("| Scan | Dose |\n|---|---|\n| Head | [[a]] |\n| Knee | [[b]] |", ["a", "b"]),
  );
  expect(table).toContain('{"gap":"a"}');
  expect(table).toContain('{"gap":"b"}');
  expect(table).toContain('"tag":"th","attributes":{"scope":"row"},"html":"Head"');
});
