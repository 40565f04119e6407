/**
 * What a check has to say to authors: a code and its parameters, worded per language by `review:check.<code>`, and the
 * place where it is mended. Errors stop a publication, warnings don't.
 */

/** Where something of a track is mended. */
export type Place =
  | { readonly at: "outline" }
  | { readonly at: "settings" }
  | { readonly at: "lesson"; readonly id: string; readonly language?: string }
  | { readonly at: "question"; readonly key: string }
  | { readonly at: "bank" }
  | { readonly at: "translation"; readonly language: string };

/** Every code with its weight. */
export const findingLevels = {
  // what the working copy lacks to be a track at all
  "value-missing": "error",
  "value-wrong": "error",
  "nothing-written": "error",
  "bank-missing": "error",
  "bank-empty": "error",
} as const satisfies Readonly<Record<string, "error" | "warning">>;

export type FindingCode = keyof typeof findingLevels;

export interface Finding {
  readonly code: FindingCode;
  readonly params: Readonly<Record<string, string | number>>;
  readonly where: Place;
}
