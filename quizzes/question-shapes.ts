import { z } from "zod";

/** The fields of every kind of question, without the rules between fields (see question-promises.ts). */

/** Ids of questions, options, labels, topics and lessons. */
export const IdSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "ids are lower case words joined by hyphens");
const id = IdSchema;
export const text = z.string().trim().min(1);
/** A text that an imported question may lack. */
export const maybeText = z.string().trim();
const many = 64;
const share = z.int().min(-100).max(100);
/** Hundredths that a known mistake earns: never all of them. */
const partOfMark = z.int().min(0).max(99);
const option = z.strictObject({ id, text, why: maybeText, share: share.exactOptional() });
const label = z.strictObject({ id, text });
const options = z.array(option).min(2).max(many);
const outcomeCode = z.string().regex(/^[A-Z]+-[KSC]\d+$/);
export const difficulty = z.union([z.literal(1), z.literal(2), z.literal(3)]);

const base = {
  id,
  topic: id,
  outcomes: z.array(outcomeCode),
  difficulty,
  professions: z.array(id).min(1).exactOptional(),
  lesson: id.nullable(),
  source: z.strictObject({ cite: text, year: z.int().min(1900).max(2100), mark: z.enum(["V", "M"]) }).nullable(),
  stem: text,
  explanation: maybeText,
};

const single = z.strictObject({ kind: z.literal("single"), ...base, options, key: id });
const multiple = z.strictObject({
  kind: z.literal("multiple"),
  ...base,
  options,
  keys: z.array(id).min(1),
  rule: z.enum(["penalty", "all-or-nothing", "weights"]),
});
const trueFalse = z.strictObject({
  kind: z.literal("true-false"),
  ...base,
  key: z.boolean(),
  why: z.strictObject({ true: maybeText, false: maybeText }),
});

/** An amount of 0 is read, because questions with one are on record; question-promises refuses new ones. */
const aboutTolerances =
  "a tolerance is an amount above 0 (absolute) or a share of the key above 0 and up to 1 (relative)";
const tolerance = z.union(
  [
    z.strictObject({ absolute: z.number(aboutTolerances).nonnegative(aboutTolerances) }),
    z.strictObject({ relative: z.number(aboutTolerances).positive(aboutTolerances).max(1, aboutTolerances) }),
  ],
  aboutTolerances,
);
const numberKey = z.strictObject({ value: z.number(), unit: text, tolerance });
const mistakes = z
  .array(
    z.strictObject({
      value: z.number(),
      unit: text,
      feedback: maybeText,
      share: partOfMark.exactOptional(),
      tolerance: tolerance.exactOptional(),
    }),
  )
  .max(many);
const units = z.array(text).min(1).max(many);
const numeric = z.strictObject({ kind: z.literal("numeric"), ...base, key: numberKey, units, mistakes });

const matching = z.strictObject({
  kind: z.literal("matching"),
  ...base,
  left: z.array(label).min(1).max(many),
  right: z.array(label).min(1).max(many),
  key: z.record(id, id),
});
const ordering = z.strictObject({
  kind: z.literal("ordering"),
  ...base,
  items: z.array(label).min(2).max(many),
  key: z.array(id).min(2),
});

export const acceptedText = z.strictObject({
  match: z.enum(["text", "pattern"]),
  text: text.max(500),
  share: z.int().min(0).max(100),
  feedback: maybeText,
});
const typed = {
  answers: z.array(acceptedText).min(1).max(many),
  caseSensitive: z.boolean(),
  ignoreAccents: z.boolean(),
};
const shortText = z.strictObject({ kind: z.literal("short-text"), ...base, ...typed });

const decimals = z.int().min(0).max(9);
const calculated = z.strictObject({
  kind: z.literal("calculated"),
  ...base,
  variables: z
    .array(z.strictObject({ name: z.string().max(30), min: z.number(), max: z.number(), decimals }))
    .min(1)
    .max(10),
  rows: z.array(z.array(z.number())).max(1000),
  formula: text,
  unit: text,
  decimals,
  tolerance,
  units,
  mistakes: z
    .array(z.strictObject({ formula: text, unit: text, feedback: maybeText, share: partOfMark.exactOptional() }))
    .max(many),
});

const gapBase = { id, weight: z.int().min(1).max(100).exactOptional() };
const gap = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("choice"), ...gapBase, options, key: id }),
  z.strictObject({ kind: z.literal("text"), ...gapBase, ...typed }),
  z.strictObject({ kind: z.literal("number"), ...gapBase, key: numberKey, mistakes }),
]);
const cloze = z.strictObject({ kind: z.literal("cloze"), ...base, gaps: z.array(gap).min(1).max(many) });

const pictureName = z.string().regex(/^[0-9a-f]{64}\.(png|jpg|gif|webp)$/, "a picture is named by its SHA-256");
const pixels = z.int().min(1).max(20_000);
const picture = z.strictObject({
  name: pictureName,
  alt: maybeText,
  width: pixels,
  height: pixels,
  window: z.strictObject({ center: z.number(), width: z.number().positive() }).exactOptional(),
});
const shape = z.discriminatedUnion("shape", [
  z.strictObject({
    shape: z.literal("polygon"),
    points: z
      .array(z.tuple([z.number(), z.number()]))
      .min(3)
      .max(500),
  }),
  z.strictObject({
    shape: z.literal("ellipse"),
    cx: z.number(),
    cy: z.number(),
    rx: z.number().positive(),
    ry: z.number().positive(),
  }),
]);
const hotspot = z.strictObject({
  kind: z.literal("hotspot"),
  ...base,
  picture,
  regions: z
    .array(z.strictObject({ id, area: shape, text, why: maybeText }))
    .min(1)
    .max(many),
  keys: z.array(id).min(1),
});
const labelling = z.strictObject({
  kind: z.literal("labelling"),
  ...base,
  picture,
  places: z
    .array(z.strictObject({ id, x: z.number(), y: z.number() }))
    .min(1)
    .max(many),
  labels: z.array(label).min(1).max(many),
  key: z.record(id, id),
});

const votes = z.int().min(0).max(10_000);
const scriptConcordance = z.strictObject({
  kind: z.literal("script-concordance"),
  ...base,
  hypothesis: text,
  finding: text,
  panel: z.tuple([votes, votes, votes, votes, votes]),
});
const likert = z.strictObject({
  kind: z.literal("likert"),
  ...base,
  scale: z.array(label).min(2).max(11),
});
const essay = z.strictObject({
  kind: z.literal("essay"),
  ...base,
  rubric: z
    .array(
      z.strictObject({
        id,
        text,
        levels: z
          .array(z.strictObject({ id, text, points: z.int().min(0).max(100) }))
          .min(2)
          .max(11),
      }),
    )
    .min(1)
    .max(20),
  minWords: z.int().min(0).max(5000),
  maxWords: z.int().min(1).max(5000),
  model: maybeText,
});

/** The shape of a question of any kind. */
export const AnyShape = z.discriminatedUnion("kind", [
  single,
  multiple,
  trueFalse,
  numeric,
  matching,
  ordering,
  shortText,
  calculated,
  cloze,
  hotspot,
  labelling,
  scriptConcordance,
  likert,
  essay,
]);
