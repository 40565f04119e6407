import { useTranslate } from "../../../i18n/use-translate";
import { isKind } from "../kinds";

/** What a kind of question is called; its bare name where nobody knows it. */
export function useKindName(): (kind: string) => string {
  const t = useTranslate();
  return (kind) => (isKind(kind) ? t(`banks:kind.${kind}`) : kind);
}

/** Addresses of a society's banks. */
export function bankPath(societySlug: string, bankSlug?: string, place = ""): string {
  return `/society/${societySlug}/banks${bankSlug === undefined ? "" : `/${bankSlug}`}${place}`;
}
