import { formatDate, formatTimeOfDay } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import type { TrackHead as Head } from "../outline-page.server";
import { trackPath } from "./track-words";

/** Heads every page of a track's editor: whose draft this is, when it was saved, and the way to its other pages. */
export function TrackHead({ head, current }: { head: Head; current: "outline" | "settings" | "lesson" }) {
  const t = useTranslate();
  const at = (place: string) => trackPath(head.societySlug, head.trackSlug, place);
  const pages = [
    { page: "outline", href: at(""), text: t("tracks:tab.outline") },
    { page: "settings", href: at("/settings"), text: t("tracks:tab.settings") },
  ] as const;
  return (
    <>
      <nav aria-label={t("tracks:crumbs")}>
        <ol className="crumbs">
          <li>
            <a href={trackPath(head.societySlug)}>{t("tracks:list.title")}</a>
          </li>
          {current === "outline" ? null : (
            <li>
              <a href={at("")}>{head.title}</a>
            </li>
          )}
        </ol>
      </nav>
      <header className="draft-bar">
        <div>
          <p className="ident">
            <EditionLine head={head} />
          </p>
          {current === "outline" ? <h1>{head.title}</h1> : <p className="draft-title">{head.title}</p>}
        </div>
        <SavedLine head={head} />
      </header>
      <nav className="tabs" aria-label={t("tracks:tabs")}>
        {pages.map(({ page, href, text }) => (
          <a key={page} href={href} aria-current={page === current ? "page" : undefined}>
            {text}
          </a>
        ))}
      </nav>
    </>
  );
}

function EditionLine({ head }: { head: Head }) {
  const t = useTranslate();
  const locale = useLocale();
  const { edition } = head;
  if (edition === null)
    return (
      <>
        <b>{t("tracks:head.first")}</b> {t("tracks:head.unseen")}
      </>
    );
  const date = formatDate(locale, edition.publishedAt);
  return (
    <>
      <b>{t("tracks:head.draft", { number: edition.number + 1 })}</b>{" "}
      {t("tracks:head.stays", { number: edition.number, date })}
    </>
  );
}

/** The state of saving. Its script changes it while it works; the sentences that it may say stand here. */
function SavedLine({ head }: { head: Head }) {
  const t = useTranslate();
  const locale = useLocale();
  if (!head.mayWrite) return <p className="badge">{t("tracks:head.look")}</p>;
  return (
    <p
      className="saved"
      role="status"
      data-saved
      data-busy={t("tracks:saved.busy")}
      data-off={t("tracks:saved.off")}
      data-bad={t("tracks:saved.bad")}
      data-out={t("tracks:saved.out")}
      data-typing={t("tracks:saved.typing")}
    >
      {t("tracks:saved.at", { time: formatTimeOfDay(locale, head.savedAt, head.timeZone) })}
    </p>
  );
}
