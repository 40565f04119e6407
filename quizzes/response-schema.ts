import { z } from "zod";
import { IdSchema } from "./bank-schema";
import type { Response } from "./engine/model";

/**
 * An answer as a browser sends it. The bounds are far above what any question needs: they keep a hostile body small.
 * Whether the ids exist is the marking's business, because a question may be corrected after people have answered.
 */

const ids = z.array(IdSchema).max(16);

export const ResponseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), option: IdSchema }),
  z.strictObject({ kind: z.literal("multiple"), options: ids }),
  z.strictObject({ kind: z.literal("true-false"), value: z.boolean() }),
  z.strictObject({ kind: z.literal("numeric"), text: z.string().max(64), unit: z.string().max(24) }),
  z.strictObject({
    kind: z.literal("matching"),
    pairs: z.record(IdSchema, IdSchema).refine((pairs) => Object.keys(pairs).length <= 16, "at most 16 pairs"),
  }),
  z.strictObject({ kind: z.literal("ordering"), order: ids }),
]) satisfies z.ZodType<Response>;
