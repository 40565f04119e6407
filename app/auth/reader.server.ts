import type { LoaderFunctionArgs } from "@remix-run/node";
import { chooseLocale } from "../i18n/choose-locale.server";
import { isLocale, type Locale } from "../i18n/locales";
import { notFound } from "../platform/http.server";
import { findViewer, type Viewer } from "./viewer.server";

/** Who reads a public page, and in which language. */
export interface Reader {
  readonly viewer: Viewer | null;
  readonly locale: Locale;
  /** Part of a still page's key: what the header and the texts depend on. */
  readonly readerKey: string;
}

/**
 * For pages that everybody may see. `/xx/…` with a language that we don't have is a page that isn't there.
 */
export async function readerOf(args: Pick<LoaderFunctionArgs, "request" | "context" | "params">): Promise<Reader> {
  const language = args.params["lang"];
  if (language !== undefined && !isLocale(language)) notFound("page");
  const viewer = await findViewer(args);
  const locale = chooseLocale(args.request, language, viewer?.locale);
  return { viewer, locale, readerKey: readerKey(locale, viewer) };
}

export function readerKey(locale: Locale, viewer: Viewer | null): string {
  return `${locale} ${viewer === null ? "out" : "in"}`;
}
