import { isLocale, type Locale } from "../i18n/locales";

/** The address of a public page in one language: `/de/catalogue`. */
export function publicPath(locale: Locale, path: string): string {
  return path === "/" ? `/${locale}` : `/${locale}${path}`;
}

/** `/de/catalogue?q=ct` -> `/catalogue?q=ct`; an address without a language stays as it is. */
export function withoutLocale(path: string): string {
  const match = /^\/([a-z]{2})(?=\/|\?|$)/.exec(path);
  if (!isLocale(match?.[1])) return path;
  const rest = path.slice(3);
  return rest.startsWith("/") ? rest : `/${rest}`;
}
