import { readCookie } from "../platform/cookies.server";
import { fromAcceptLanguage, isLocale, type Locale } from "./locales";

/**
 * Which language a page speaks. The URL decides, then the profile, then the cookie, then the browser, then English.
 * @param url what the address says (`/de/…`), undefined where the address says nothing.
 */
export function chooseLocale(request: Request, url: string | undefined, profile: string | undefined): Locale {
  const candidates = [
    url,
    profile,
    readCookie(request, "locale"),
    fromAcceptLanguage(request.headers.get("Accept-Language")),
  ];
  return candidates.find(isLocale) ?? "en";
}
