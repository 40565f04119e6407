import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compilePattern, runPattern } from "./pattern";

const exact = { caseSensitive: true, ignoreAccents: false };
const loose = { caseSensitive: false, ignoreAccents: true };

function matches(pattern: string, text: string, comparison = exact): boolean {
  const compiled = compilePattern(pattern, comparison);
  if (!compiled.ok) throw new Error(compiled.why);
  return runPattern(compiled.pattern, text).matches;
}
function why(pattern: string): string {
  const compiled = compilePattern(pattern, exact);
  return compiled.ok ? "" : compiled.why;
}

describe("a pattern", () => {
  test.each([
    ["lead", "lead", true],
    ["lead", "leads", false],
    ["lead", "plead", false],
    ["leads?", "lead", true],
    ["l.ad", "load", true],
    ["(as low as|alara)", "alara", true],
    ["a|b|", "", true],
    ["(ab)*", "ababab", true],
    ["(ab)*", "aba", false],
    ["a+", "", false],
    ["a+", "aaa", true],
    ["a{3}", "aaa", true],
    ["a{3}", "aaaa", false],
    ["a{2,3}b", "aaab", true],
    ["a{2,3}b", "ab", false],
    ["a{2,}", "aaaaaa", true],
    ["a{2,}", "a", false],
    ["a{0}b", "b", true],
    ["\\d+\\s?mGy", "12 mGy", true],
    ["\\w+", "Röntgen_2", true],
    ["\\w+", "x-ray", false],
    ["[a-c]+", "abcab", true],
    ["[^a-c]+", "xyz", true],
    ["[^a-c]+", "xaz", false],
    ["[\\d,.]+", "1,2.3", true],
    ["[a-]+", "a-a", true],
    ["[\\]]", "]", true],
    ["\\(a\\)\\.\\*", "(a).*", true],
    ["a–b", "a-b", true],
    ["(a*)*b", "aaab", true],
    ["(|a)+b", "ab", true],
  ])("%s fits %j: %s", (pattern, text, fits) => {
    expect(matches(pattern, text)).toBe(fits);
  });

  test("compares as its question says", () => {
    expect(matches("Dosé [A-Z]", "dose k", loose)).toBe(true);
    expect(matches("[^a]", "A".toLowerCase(), loose)).toBe(false);
    expect(matches("Dose", "dose", exact)).toBe(false);
  });

  test.each([
    ["(a", 'a "(" is not closed'],
    ["a)", 'a ")" closes nothing'],
    ["[a", 'a "[" is not closed'],
    ["[]", '"[]" holds nothing'],
    ["*a", '"*" repeats nothing'],
    ["a**", "two repeats follow each other"],
    ["a*?", "two repeats follow each other"],
    ["a{1", '"{" must be followed by bounds'],
    ["a{3,2}", "the bounds of a repeat must go upwards"],
    ["a{101}", "no more than 100 repeats can be counted"],
    ["[z-a]", 'a range such as "a-z" must go upwards'],
    ["\\b", '"\\b" means nothing here'],
    ["a\\", "a backslash ends the pattern"],
    ["(?:a)", '"(?" means nothing here'],
    ["^a", '"^" must be written "\\^"'],
    ["a$", '"$" must be written "\\$"'],
    ["(".repeat(21) + ")".repeat(21), "groups stand more than 20 deep"],
    ["((a{99}){99}){99}", "the pattern is too large"],
    ["a".repeat(501), "a pattern has at most 500 characters"],
  ])("%s can't be read", (pattern, sentence) => {
    expect(why(pattern)).toContain(sentence);
  });

  test("takes work in proportion to the text, also where a backtracking matcher never ends", () => {
    for (const pattern of ["(a+)+b", "(a|a)*b", "(a*)*b", "(.*)(.*)(.*)(.*)b", "(a?){50}a{50}b"]) {
      const compiled = compilePattern(pattern, exact);
      if (!compiled.ok) throw new Error(compiled.why);
      const steps = (length: number) => runPattern(compiled.pattern, "a".repeat(length)).steps;
      const size = compiled.pattern.program.length;
      expect(steps(10_000)).toBeLessThanOrEqual((10_000 + 1) * size);
      expect(steps(10_000)).toBeLessThanOrEqual(11 * steps(1_000));
    }
  });

  test("agrees with the platform's own matcher on small patterns", () => {
    const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\d", "(a|b)", "(ab)");
    const piece = fc.tuple(atom, fc.constantFrom("", "?", "*", "+", "{2}", "{1,2}")).map((parts) => parts.join(""));
    const pattern = fc
      .array(
        fc.array(piece, { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
        { minLength: 1, maxLength: 2 },
      )
      .map((parts) => parts.join("|"));
    fc.assert(
      fc.property(pattern, fc.stringMatching(/^[ab1]{0,8}$/), (source, text) => {
        expect(matches(source, text)).toBe(new RegExp(`^(?:${source})$`, "u").test(text));
      }),
      { numRuns: 2000 },
    );
  });

  test("whatever an author types is a pattern or a sentence", () => {
    const signs = fc
      .array(fc.constantFrom(...Array.from("ab(|)[]^-?*+{}1,2\\d.$é ")), { maxLength: 20 })
      .map((all) => all.join(""));
    fc.assert(
      fc.property(signs, (source) => {
        const compiled = compilePattern(source, exact);
        if (!compiled.ok) expect(compiled.why.length).toBeGreaterThan(5);
        else runPattern(compiled.pattern, "ab");
      }),
      { numRuns: 2000 },
    );
  });
});
