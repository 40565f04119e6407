import { formatDate, formatTimeOfDay } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { ListCrumb, TrackCrumbs, TrackTabs } from "../../workspace/components/track-top";
import type { TrackHead as Head } from "../outline-page.server";

/**
 * Heads every page of a track's editor: whose draft this is, when it was saved, and the way to its other pages.
 * @param asHeading the track's title is the heading of the page
 */
export function TrackHead({ head, asHeading = false }: { head: Head; asHeading?: boolean }) {
  return (
    <>
      {asHeading ? <ListCrumb /> : <TrackCrumbs title={head.title} language={head.language} />}
      <header className="draft-bar">
        <div>
          <p className="ident">
            <EditionLine head={head} />
          </p>
          {asHeading ? (
            <h1 lang={head.language}>{head.title}</h1>
          ) : (
            <p className="draft-title" lang={head.language}>
              {head.title}
            </p>
          )}
        </div>
        <SavedLine head={head} />
      </header>
      <TrackTabs />
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
