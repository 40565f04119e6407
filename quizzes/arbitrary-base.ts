import fc from "fast-check";
import type { Label, Option } from "./engine/model";
import { units } from "./engine/units";

/** Parts of generated questions. */

// "constructor" is an id that every plain object seems to have.
export const arbitraryId = fc.oneof(
  { weight: 5, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,4}$/) },
  { weight: 1, arbitrary: fc.constantFrom("constructor", "a-b", "0") },
);
export const text = fc.string({ maxLength: 12 }).map((rest) => `t${rest}`);
export const ids = (minLength: number, maxLength: number) => fc.uniqueArray(arbitraryId, { minLength, maxLength });
export const label = (id: string) => text.map((words): Label => ({ id, text: `${id} ${words}` }));
export const option = (id: string) =>
  fc.tuple(text, text, fc.option(fc.integer({ min: -100, max: 100 }))).map(([words, why, share]): Option => {
    const plain = { id, text: `${id} ${words}`, why };
    return share === null ? plain : { ...plain, share };
  });
export const each = <T>(list: readonly string[], make: (id: string) => fc.Arbitrary<T>) => fc.tuple(...list.map(make));

/** The fields that a learner doesn't see before handing in. */
export const secretBase = fc.record({
  outcomes: fc.subarray(["CT-K1", "CT-K2", "CT-S1"], { minLength: 1 }),
  difficulty: fc.constantFrom(1, 2, 3),
  lesson: fc.option(arbitraryId),
  source: fc.option(
    fc.record({ cite: text, year: fc.integer({ min: 1990, max: 2026 }), mark: fc.constantFrom("V", "M") }),
  ),
  explanation: text,
});
export const base = fc
  .tuple(secretBase, fc.record({ id: arbitraryId, topic: fc.constantFrom("dose", "beam"), stem: text }))
  .map(([secret, open]) => ({ ...secret, ...open }));

export const arbitraryUnit = fc.constantFrom(...units);
export const amount = fc.integer({ min: 1, max: 10_000_000 }).map((thousandths) => thousandths / 1000);

/** Options as they are with this key: an option of the key never costs marks. */
export const withKey = (options: readonly Option[], keys: readonly string[]): Option[] =>
  options.map((one) => (keys.includes(one.id) && (one.share ?? 0) < 0 ? { ...one, share: -(one.share ?? 0) } : one));
