import type { MessageKey } from "../i18n/messages";
import type { Translate } from "../i18n/translate";

/** What an action gives back to its page when nothing was done. */
export interface FormAnswer {
  /** Code of what is wrong, by the field's name; `form` for the whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
  readonly waitMinutes: number | null;
}

const sentences = {
  "email-required": "account:error.email-required",
  "email-no-at": "account:error.email-no-at",
  "email-no-domain": "account:error.email-no-domain",
  "email-invalid": "account:error.email-invalid",
  "password-required": "account:error.password-required",
  "password-short": "account:error.password-short",
  "password-long": "account:error.password-long",
  "password-common": "account:error.password-common",
  "password-personal": "account:error.password-personal",
  "password-wrong": "account:error.password-wrong",
  "password-chosen": "account:error.password-chosen",
  "name-required": "account:error.name-required",
  "name-long": "account:error.name-long",
  "name-letters": "account:error.name-letters",
  "profession-required": "account:error.profession-required",
  "country-required": "account:error.country-required",
  "language-required": "account:error.language-required",
  "time-zone-required": "account:error.time-zone-required",
  "theme-required": "account:error.theme-required",
  "registration-long": "account:error.registration-long",
  "terms-required": "account:error.terms-required",
  "terms-changed": "account:error.terms-changed",
  "same-address": "account:error.same-address",
  wrong: "account:error.wrong",
} as const satisfies Readonly<Record<string, MessageKey>>;

function isKnown(code: string): code is keyof typeof sentences {
  return code in sentences;
}

/** The sentence for a field, or undefined where it is fine. */
export function faultOf(t: Translate, answer: FormAnswer | undefined, field: string): string | undefined {
  const code = answer?.errors[field];
  if (code === undefined) return undefined;
  return t(isKnown(code) ? sentences[code] : "account:error.field");
}
