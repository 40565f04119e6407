import { expect, test } from "vitest";
import { readReason } from "./reason";

test("a reason becomes one line", () => {
  expect(readReason("  the name\n was\tmisspelt ", [])).toEqual({ ok: true, reason: "the name was misspelt" });
});

test.each(["", "   ", "\n", "…", "42"])("no words are no reason: %j", (text) => {
  expect(readReason(text, [])).toEqual({ ok: false, reason: "reason-missing" });
});

test("300 characters are the most", () => {
  expect(readReason("a".repeat(300), [])).toMatchObject({ ok: true });
  expect(readReason("a".repeat(301), [])).toEqual({ ok: false, reason: "reason-long" });
});

test.each(["MULLER was wrong", "it says Müller", "asked for by zoe", "write to me@example.org"])(
  "a reason that leads to the holder is refused: %s",
  (text) => {
    expect(readReason(text, ["Zoë Müller", "Zoë de Müller"])).toEqual({ ok: false, reason: "reason-names-holder" });
  },
);

test("particles of a name and words that only begin like it are let pass", () => {
  expect(readReason("a zoetic reason by de facto rules", ["Zoë de Müller"])).toMatchObject({ ok: true });
});
