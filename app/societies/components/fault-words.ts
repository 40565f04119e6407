import { faultOf } from "../../accounts/form-answer";
import type { Translate } from "../../i18n/translate";

/** What an action of this part gives back to its page when nothing was done. */
export interface SocietyAnswer {
  /** Which form of the page it was. */
  readonly intent: string;
  /** Code of what is wrong, by the field's name; `form` for the whole. */
  readonly errors: Readonly<Record<string, string>>;
  readonly typed: Readonly<Record<string, string>>;
}

const own = [
  "role-required",
  "society-name-required",
  "society-name-long",
  "acronym-required",
  "acronym-long",
  "slug-required",
  "slug-form",
  "slug-taken",
  "website-form",
  "description-long",
  "colour-form",
  "colour-light",
  "colour-dark",
  "logo-type",
  "logo-large",
  "logo-small",
  "logo-pixels",
  "logo-broken",
  "already-member",
  "already-invited",
  "too-many-open",
  "too-many-sent",
  "last-admin",
  "changed-meanwhile",
] as const;

/** The sentence for a field of one of the page's forms, or undefined where it is fine. */
export function faultWords(
  t: Translate,
  answer: SocietyAnswer | null,
  intent: string,
  field: string,
): string | undefined {
  if (answer?.intent !== intent) return undefined;
  const code = own.find((known) => known === answer.errors[field]);
  return code === undefined ? faultOf(t, { ...answer, waitMinutes: null }, field) : t(`societies:fault.${code}`);
}

/** What was typed into a field of that form, else what is kept. */
export function typedOr(answer: SocietyAnswer | null, intent: string, field: string, kept: string): string {
  return answer?.intent === intent ? (answer.typed[field] ?? "") : kept;
}
