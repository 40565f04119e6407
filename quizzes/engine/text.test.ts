import { describe, expect, test } from "vitest";
import { acceptedAt } from "./accepted-text";
import { normalise } from "./text";

const loose = { caseSensitive: false, ignoreAccents: true };
const strict = { caseSensitive: true, ignoreAccents: false };
const accept = (...texts: string[]) =>
  texts.map((text) => ({ match: "text" as const, text, share: 100, feedback: "" }));

describe("a typed text", () => {
  test.each([
    ["  As  low\tas ", "as low as"],
    ["X‑ray – tube", "x-ray - tube"],
    ["“Heel” effect’s", '"heel" effect\'s'],
    ["Röntgen", "rontgen"],
    ["e\u0301", "e"],
    ["μGy", "µgy"],
    ["\u200b", ""],
  ])("%j is compared as %j", (typed, form) => {
    expect(normalise(typed, loose)).toBe(form);
  });

  test("keeps capitals and accents where they count", () => {
    expect(normalise("Röntgen", strict)).toBe("Röntgen");
    expect(normalise("e\u0301", strict)).toBe("é");
  });

  test("fits the first accepted text that is the same or whose pattern fits", () => {
    const answers = [
      ...accept("lead", "LEAD"),
      { match: "pattern" as const, text: "lead(ed)? glass", share: 50, feedback: "" },
    ];
    expect(acceptedAt(answers, " LEAD ", loose)).toBe(0);
    expect(acceptedAt(answers, " LEAD ", strict)).toBe(1);
    expect(acceptedAt(answers, "Leaded  Glass", loose)).toBe(2);
    expect(acceptedAt(answers, "steel", loose)).toBeNull();
  });

  test("nothing typed fits nothing, not even a pattern that fits everything", () => {
    const anything = [{ match: "pattern" as const, text: ".*", share: 100, feedback: "" }];
    expect(acceptedAt(anything, "  ", loose)).toBeNull();
    expect(acceptedAt(anything, "x", loose)).toBe(0);
    expect(acceptedAt([{ ...anything[0]!, text: "(" }], "(", loose)).toBeNull();
  });
});
