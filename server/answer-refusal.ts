import type { Request, Response } from "express";
import { chooseLocale } from "../app/i18n/choose-locale.server";
import type { MessageKey } from "../app/i18n/messages";
import { translator } from "../app/i18n/translate";
import { escapeHtml } from "../app/platform/still.server";

/** A request that no page of the site gets to see: what is said about it. */
export interface Refusal {
  readonly status: number;
  readonly text: MessageKey;
  readonly words?: Readonly<Record<string, string | number>>;
}

/**
 * Refuses a request before anything of the site has read it: a page in the reader's language for a browser, a line of
 * text for a program. The page needs neither style nor script, and nobody's session is looked at.
 */
export function answerRefusal(request: Request, response: Response, { status, text, words }: Refusal): void {
  const headers = new Headers();
  for (const name of ["cookie", "accept-language"]) {
    const value = request.get(name);
    if (value !== undefined) headers.set(name, value);
  }
  const locale = chooseLocale(new globalThis.Request("http://localhost/", { headers }), undefined, undefined);
  const t = translator(locale);
  response.status(status).set("Cache-Control", "no-store").vary("Accept, Accept-Language, Cookie");
  if (request.accepts(["text", "html"]) !== "html") {
    response.type("text/plain").send(`${t(text, words)}\n`);
    return;
  }
  const title = escapeHtml(t("common:refusal.title"));
  response
    .type("text/html")
    .send(
      `<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>${title}</title></head><body><main><h1>${title}</h1><p>${escapeHtml(t(text, words))}</p><p><a href="/">${escapeHtml(t("common:refusal.home"))}</a></p></main></body></html>`,
    );
}
