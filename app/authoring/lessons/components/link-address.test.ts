import { expect, test } from "vitest";
import { isAllowedLink, linkAddress } from "./link-address";

test.each([
  ["https://example.org/a?b=1#c", "https://example.org/a?b=1#c"],
  [" http://example.org ", "http://example.org"],
  ["example.org/drl", "https://example.org/drl"],
  ["mailto:physics@example.org", "mailto:physics@example.org"],
  ["physics@example.org", "mailto:physics@example.org"],
  ["doi:10.1016/j.ejrad.2020.109132", "https://doi.org/10.1016/j.ejrad.2020.109132"],
  ["10.1016/j.ejrad.2020.109132", "https://doi.org/10.1016/j.ejrad.2020.109132"],
  ["http://dx.doi.org/10.1148/radiol.1", "https://doi.org/10.1148/radiol.1"],
  ["lesson:ctdi", "lesson:ctdi"],
])("%s becomes the link %s", (typed, address) => {
  expect(linkAddress(typed)).toBe(address);
});

test.each([
  "",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:x",
  "file:///etc/passwd",
  "//evil.example",
  "https://",
  "two words",
  "https://example.org/<script>",
])("%j is no link", (typed) => {
  expect(linkAddress(typed)).toBeNull();
  expect(isAllowedLink(typed)).toBe(false);
});
