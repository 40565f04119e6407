import { z } from "zod";
import { IdSchema } from "./bank-schema";
import type { Response } from "./engine/model";

/**
 * An answer as a browser sends it. The bounds are far above what any question needs: they keep a hostile body small.
 * Whether the ids exist is the marking's business, because a question may be corrected after people have answered.
 */

const most = 64;
const ids = z.array(IdSchema).max(most);
const fewEnough = (table: object) => Object.keys(table).length <= most;
const pairs = z.record(IdSchema, IdSchema).refine(fewEnough, `at most ${most} pairs`);
const gaps = z.record(IdSchema, z.string().max(500)).refine(fewEnough, `at most ${most} gaps`);
const certainty = z.union([z.literal(1), z.literal(2), z.literal(3)]).exactOptional();
const concordance = z.union([z.literal(-2), z.literal(-1), z.literal(0), z.literal(1), z.literal(2)]);

export const ResponseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), option: IdSchema, certainty }),
  z.strictObject({ kind: z.literal("multiple"), options: ids, certainty }),
  z.strictObject({ kind: z.literal("true-false"), value: z.boolean(), certainty }),
  z.strictObject({ kind: z.literal("numeric"), text: z.string().max(64), unit: z.string().max(24), certainty }),
  z.strictObject({ kind: z.literal("matching"), pairs, certainty }),
  z.strictObject({ kind: z.literal("ordering"), order: ids, certainty }),
  z.strictObject({ kind: z.literal("short-text"), text: z.string().max(500), certainty }),
  z.strictObject({ kind: z.literal("cloze"), gaps, certainty }),
  z.strictObject({
    kind: z.literal("hotspot"),
    points: z.array(z.tuple([z.number(), z.number()])).max(most),
    regions: ids,
    certainty,
  }),
  z.strictObject({ kind: z.literal("labelling"), placed: pairs, certainty }),
  z.strictObject({ kind: z.literal("script-concordance"), value: concordance, certainty }),
  z.strictObject({ kind: z.literal("likert"), option: IdSchema, certainty }),
  z.strictObject({ kind: z.literal("essay"), text: z.string().max(40_000), certainty }),
]) satisfies z.ZodType<Response>;
