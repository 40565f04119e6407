import { useTranslate } from "../../i18n/use-translate";
import { usePageData } from "../../ui/page-data";

/** Parts of the profile, and the way out. */
export function ProfileTabs() {
  const t = useTranslate();
  const { place } = usePageData();
  const parts = [
    { href: "/profile", text: t("account:profile.details") },
    { href: "/profile/password", text: t("account:profile.password") },
    { href: "/profile/email", text: t("account:profile.email") },
    { href: "/profile/sessions", text: t("account:profile.sessions") },
  ];
  return (
    <>
      <div className="row profile-head">
        <h1>{t("account:profile.title")}</h1>
        <form method="post" action="/sign-out">
          <button type="submit" className="btn line sm">
            {t("account:profile.signOut")}
          </button>
        </form>
      </div>
      <nav className="tabs" aria-label={t("account:profile.nav")}>
        {parts.map(({ href, text }) => (
          <a key={href} href={href} aria-current={place === href ? "page" : undefined}>
            {text}
          </a>
        ))}
      </nav>
    </>
  );
}
