import { formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { SelectField } from "../../ui/field";
import type { EssayList as Essays, ListedEssay } from "../list-essays-to-mark.server";
import { MarkedEssays, type MarkedEssaysPage } from "./marked-essays";

interface EssayListPage extends Essays {
  readonly title: string;
  readonly track: string;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** Essays of the society's tracks: those that wait first, those that were marked on a tab of their own. */
export function EssayDesk({ waiting, marked }: { waiting: EssayListPage; marked: MarkedEssaysPage | null }) {
  const t = useTranslate();
  const here = (is: boolean) => (is ? "page" : undefined);
  return (
    <main id="main" className="page page-top participants">
      <h1>{waiting.title}</h1>
      <nav className="tabs" aria-label={waiting.title}>
        <a href="?show=waiting" aria-current={here(marked === null)}>
          {t("regrade:waiting.tab", { count: waiting.count })}
        </a>
        <a href="?show=marked" aria-current={here(marked !== null)}>
          {t("regrade:marked.tab")}
        </a>
      </nav>
      {marked === null ? <EssayList list={waiting} /> : <MarkedEssays list={marked} />}
    </main>
  );
}

/** Essays that wait for somebody to mark them, without the names of those who wrote them. */
function EssayList({ list }: { list: EssayListPage }) {
  const t = useTranslate();
  return (
    <>
      <p className="lead">{t("regrade:essays.lead")}</p>
      {list.tracks.length > 1 ? <Filter list={list} /> : null}
      <section aria-labelledby="essays-count">
        <h2 id="essays-count">{t("regrade:essays.count", { count: list.count })}</h2>
        {list.count === 0 ? <p>{t("regrade:essays.none")}</p> : null}
        <ul className="mistakes">
          {list.essays.map((essay) => (
            <EssayRow key={`${essay.sittingId} ${essay.questionId}`} essay={essay} list={list} />
          ))}
        </ul>
        <Pages list={list} />
      </section>
    </>
  );
}

function Filter({ list }: { list: EssayListPage }) {
  const t = useTranslate();
  return (
    <form className="participant-filters" role="search" aria-label={list.title}>
      <SelectField
        name="track"
        label={t("regrade:essays.track")}
        empty={t("regrade:essays.track.all")}
        chosen={list.track}
        choices={list.tracks.map(({ slug, title, language }) => ({ value: slug, text: title, lang: language }))}
      />
      <button type="submit" className="btn line">
        {t("regrade:essays.show")}
      </button>
    </form>
  );
}

function EssayRow({ essay, list }: { essay: ListedEssay; list: EssayListPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const moment = formatMoment(locale, essay.handedInAt, list.timeZone);
  return (
    <li className="sheet tight">
      <ul className="ident">
        <li>
          <b>{essay.questionId}</b>
        </li>
        <li lang={essay.trackLanguage}>{essay.trackTitle}</li>
        <li>{t("regrade:essays.handedIn", { moment })}</li>
      </ul>
      <div className="read stem" lang="en" dangerouslySetInnerHTML={{ __html: essay.stem }} />
      <p>
        <a
          className="btn line sm"
          href={`/society/${list.societySlug}/essays/${essay.sittingId}/${essay.questionId}`}
          aria-label={t("regrade:essays.mark.of", { question: essay.questionId, moment })}
        >
          {t("regrade:essays.mark")}
        </a>
      </p>
    </li>
  );
}

function Pages({ list: { page, pageCount, track, societySlug } }: { list: EssayListPage }) {
  const t = useTranslate();
  if (pageCount === 1) return null;
  const at = (number: number) =>
    `/society/${societySlug}/essays?${new URLSearchParams({ track, page: String(number) }).toString()}`;
  return (
    <nav className="row" aria-label={t("regrade:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("regrade:pages.previous")}</a> : null}
      <span>{t("regrade:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("regrade:pages.next")}</a> : null}
    </nav>
  );
}
