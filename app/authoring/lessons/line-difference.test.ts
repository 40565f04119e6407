import fc from "fast-check";
import { expect, test } from "vitest";
import { lineDifference } from "./line-difference";

const said = (before: string, after: string) =>
  lineDifference(before, after).map((line) =>
    line.kind === "skipped" ? `…${line.count}` : `${{ same: "  ", removed: "- ", added: "+ " }[line.kind]}${line.text}`,
  );

test("a changed line is shown between its neighbours, lines far from it are left out", () => {
  const before = "a\nb\nc\nd\ne\nf\ng\n";
  expect(said(before, before.replace("d", "D"))).toEqual(["…1", "  b", "  c", "- d", "+ D", "  e", "  f", "…1"]);
});

test("the same text has nothing to show, a new text is added whole", () => {
  expect(said("a\nb\n", "a\nb\n")).toEqual(["…2"]);
  expect(said("", "a\nb\n")).toEqual(["+ a", "+ b"]);
  expect(said("a\n", "")).toEqual(["- a"]);
});

test("what is kept and removed is the old text, what is kept and added is the new one", () => {
  const text = fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 4 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = lineDifference(before.join("\n"), after.join("\n"));
      const count = (...kinds: string[]) =>
        lines.reduce(
          (sum, line) => sum + (line.kind === "skipped" ? line.count : Number(kinds.includes(line.kind))),
          0,
        );
      const isShort = (texts: string[]) => texts.join("\n") === "";
      expect(count("same", "removed")).toBe(isShort(before) ? 0 : before.length);
      expect(count("same", "added")).toBe(isShort(after) ? 0 : after.length);
    }),
  );
});
