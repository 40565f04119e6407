import type { ReactNode } from "react";
import { localeNames, locales } from "../i18n/locales";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { usePageData } from "./page-data";

/** A form of the header or footer that comes back to the page on which it stands. */
export function PreferenceForm({
  intent,
  className,
  children,
}: {
  intent: "language" | "theme";
  className: string;
  children: ReactNode;
}) {
  const { path } = usePageData();
  return (
    <form className={className} method="post" action="/preferences">
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="back" value={path} />
      {children}
    </form>
  );
}

/** Every language by its own name. */
export function LanguageForm({ className }: { className: string }) {
  const t = useTranslate();
  const current = useLocale();
  return (
    <PreferenceForm intent="language" className={className}>
      <div className="choices" role="group" aria-label={t("common:nav.language")}>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-current={locale === current ? "true" : undefined}
          >
            {localeNames[locale]}
          </button>
        ))}
      </div>
    </PreferenceForm>
  );
}
