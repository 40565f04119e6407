import { type Locale, localeNames } from "../i18n/locales";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { publicPath, withoutLocale } from "./public-path";
import { LanguageForm, PreferenceForm } from "./preference-form";
import { Mark } from "./mark";
import { usePageData } from "./page-data";

interface NavLink {
  readonly href: string;
  readonly text: string;
}

/** Links of the site's header for a visitor or a signed-in reader. */
function useNavLinks(): NavLink[] {
  const t = useTranslate();
  const locale = useLocale();
  const { reader } = usePageData();
  const open = [
    { href: publicPath(locale, "/catalogue"), text: t("common:nav.catalogue") },
    { href: publicPath(locale, "/societies"), text: t("common:nav.societies") },
  ];
  const own = [
    { href: "/my", text: t("common:nav.my") },
    { href: "/my/certificates", text: t("common:nav.certificates") },
  ];
  const check = { href: publicPath(locale, "/verify"), text: t("common:nav.check") };
  return reader === null ? [...open, check] : [...open, ...own, check];
}

function NavLinks({ links }: { links: readonly NavLink[] }) {
  const { place } = usePageData();
  return links.map((link) => (
    <a key={link.href} href={link.href} aria-current={place === withoutLocale(link.href) ? "page" : undefined}>
      {link.text}
    </a>
  ));
}

/** Site header: brand, places, language, theme, account. Everything in it is a link or a plain form. */
export function Header() {
  const t = useTranslate();
  const links = useNavLinks();
  const locale = useLocale();
  const { siteTitle, reader, signInHref } = usePageData();
  return (
    <>
      <a className="skip" href="#main">
        {t("common:skip")}
      </a>
      <header className="top">
        <div className="page">
          <a className="brand" href={publicPath(locale, "/")}>
            <Mark />
            {siteTitle}
          </a>
          <nav className="nav" aria-label={t("common:nav.main")}>
            <NavLinks links={links} />
          </nav>
          <div className="tools">
            <LanguageMenu current={locale} />
            <ThemeButton />
            {reader === null ? (
              <a href={signInHref}>{t("common:nav.signIn")}</a>
            ) : (
              <a className="who" href="/profile">
                {reader.name}
              </a>
            )}
            <details className="menu">
              <summary>{t("common:nav.menu")}</summary>
              <div className="nav">
                <nav aria-label={t("common:nav.menu")}>
                  <NavLinks links={links} />
                </nav>
                <LanguageForm className="small-languages" />
                <PreferenceForm intent="theme" className="small-theme">
                  <ThemeChoices />
                </PreferenceForm>
              </div>
            </details>
          </div>
        </div>
      </header>
    </>
  );
}

function LanguageMenu({ current }: { current: Locale }) {
  const t = useTranslate();
  return (
    <details className="menu always">
      <summary aria-label={`${t("common:nav.language")}: ${localeNames[current]}`}>{current.toUpperCase()}</summary>
      <LanguageForm className="nav" />
    </details>
  );
}

function ThemeButton() {
  return (
    <PreferenceForm intent="theme" className="opt">
      <ThemeChoices />
    </PreferenceForm>
  );
}

/** Two buttons, of which the style sheet shows the one that changes something. */
function ThemeChoices() {
  const t = useTranslate();
  return (
    <>
      <button type="submit" name="theme" value="dark" className="to-dark" aria-label={t("common:theme.toDark")}>
        {t("common:theme.dark")}
      </button>
      <button type="submit" name="theme" value="light" className="to-light" aria-label={t("common:theme.toLight")}>
        {t("common:theme.light")}
      </button>
    </>
  );
}
