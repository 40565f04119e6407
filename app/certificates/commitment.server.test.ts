import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { commitment } from "./commitment.server";

const salt = Uint8Array.from({ length: 16 }, (_, i) => i);
const text = fc.string({ unit: "grapheme", minLength: 1 });
const salts = fc.uint8Array({ minLength: 16, maxLength: 32 });

test("the commitment is the SHA-256 of salt length, salt and sorted JSON", () => {
  const bytes = Buffer.concat([
    Buffer.from([16]),
    salt,
    Buffer.from('{"name":"Žofia Müller","profession":"Radiographer"}', "utf8"),
  ]);
  expect(commitment({ name: "Žofia Müller", profession: "Radiographer" }, salt)).toBe(
    createHash("sha256").update(bytes).digest("hex"),
  );
});

test("the order in which the facts were written doesn't matter", () => {
  fc.assert(
    fc.property(text, text, salts, (name, profession, drawn) => {
      expect(commitment({ profession, name }, drawn)).toBe(commitment({ name, profession }, drawn));
    }),
  );
});

test("other facts or another salt give another commitment", () => {
  fc.assert(
    fc.property(text, text, text, salts, salts, (name, profession, other, one, two) => {
      fc.pre(name !== other && Buffer.compare(one, two) !== 0);
      const base = commitment({ name, profession }, one);
      expect(commitment({ name: other, profession }, one)).not.toBe(base);
      expect(commitment({ name, profession: `${profession} ` }, one)).not.toBe(base);
      expect(commitment({ name, profession }, two)).not.toBe(base);
    }),
  );
});

test("text can't move from the name into the profession unseen", () => {
  const moved = { name: 'A","profession":"B', profession: "C" };
  expect(commitment(moved, salt)).not.toBe(commitment({ name: "A", profession: 'B","profession":"C' }, salt));
});

test("a salt that is too short to protect a name is refused", () => {
  expect(() => commitment({ name: "A", profession: "B" }, new Uint8Array(15))).toThrow(RangeError);
});
