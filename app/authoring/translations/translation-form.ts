import { z } from "zod";
import { locales } from "../../i18n/locales";

/** What the page of one group sends: its texts come under the ids of their units. */
export const TranslationForm = z.looseObject({
  intent: z.enum(["save", "review"]),
  group: z.string().max(200),
  base: z.coerce.number().int().min(0).max(10_000_000),
  source: z.coerce.number().int().min(0).max(10_000_000),
  fingerprint: z.string().max(64),
  /** Units whose translation still fits. */
  fits: z.union([z.string(), z.array(z.string())]).default([]),
});
export type TranslationForm = z.infer<typeof TranslationForm>;

/** The right that a form needs. */
export function actOf({ intent }: TranslationForm): "write" | "review" {
  return intent === "save" ? "write" : "review";
}

const unitName = /^(?:words|questions|lesson):/;

/** Unit id -> text. */
export function typedUnits(form: TranslationForm): Map<string, string> {
  return new Map(
    Object.entries(form).flatMap(([name, value]) =>
      unitName.test(name) && typeof value === "string" ? [[name, value]] : [],
    ),
  );
}

export function confirmedUnits({ fits }: TranslationForm): Set<string> {
  return new Set([fits].flat());
}

/** What the matrix sends. */
export const LanguageForm = z.object({ change: z.enum(["add", "offer", "stop"]), language: z.enum(locales) });
