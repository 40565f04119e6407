import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { isLocale } from "./i18n/locales";
import type { Messages } from "./i18n/messages";
import { registerMessages } from "./i18n/translate";

// The page carries the texts that its scripts use (entry.server writes them).
const carried = document.getElementById("messages")?.textContent;
const locale = document.documentElement.lang;
if (carried && isLocale(locale)) {
  // Written by our own server from the typed catalogues.
  registerMessages(locale, JSON.parse(carried) as Record<string, Messages>);
}

startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});
