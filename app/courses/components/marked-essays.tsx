import { formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { SelectField, TextField } from "../../ui/field";
import { ScrollRegion } from "../../ui/scroll-region";
import type { EssayList } from "../list-essays-to-mark.server";
import type { MarkedEssay, MarkedEssays as Marked } from "../list-marked-essays.server";

export interface MarkedEssaysPage extends Marked {
  readonly tracks: EssayList["tracks"];
  readonly track: string;
  readonly q: string;
  readonly title: string;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** Essays that somebody has marked, found by name, with what they earned; each can be assessed again. */
export function MarkedEssays({ list }: { list: MarkedEssaysPage }) {
  const t = useTranslate();
  const isFiltered = list.q !== "" || list.track !== "";
  return (
    <>
      <Filter list={list} />
      <section aria-labelledby="essays-count">
        <h2 id="essays-count">{t("regrade:marked.count", { count: list.count })}</h2>
        {list.count === 0 ? (
          <p>{t(isFiltered ? "regrade:marked.nothing" : "regrade:marked.none")}</p>
        ) : (
          <MarkedTable list={list} />
        )}
        <Pages list={list} />
      </section>
    </>
  );
}

function Filter({ list }: { list: MarkedEssaysPage }) {
  const t = useTranslate();
  return (
    <form className="participant-filters" role="search" aria-label={t("regrade:marked.tab")}>
      <input type="hidden" name="show" value="marked" />
      <TextField
        name="q"
        label={t("regrade:marked.search")}
        hint={t("regrade:marked.search.hint")}
        typed={list.q}
        input={{ type: "search", maxLength: 200, spellCheck: false }}
      />
      {list.tracks.length > 1 ? (
        <SelectField
          name="track"
          label={t("regrade:essays.track")}
          empty={t("regrade:essays.track.all")}
          chosen={list.track}
          choices={list.tracks.map(({ slug, title, language }) => ({ value: slug, text: title, lang: language }))}
        />
      ) : null}
      <button type="submit" className="btn line">
        {t("regrade:essays.show")}
      </button>
    </form>
  );
}

const columns = ["question", "learner", "points", "marker", "when"] as const;

function MarkedTable({ list }: { list: MarkedEssaysPage }) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t("regrade:marked.table")}>
      <table>
        <thead>
          <tr>
            {columns.map((name) => (
              <th key={name} scope="col" className={name === "points" ? "n" : undefined}>
                {t(`regrade:marked.col.${name}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.essays.map((essay) => (
            <MarkedRow key={`${essay.sittingId} ${essay.questionId}`} essay={essay} list={list} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function MarkedRow({ essay, list }: { essay: MarkedEssay; list: MarkedEssaysPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const learner = essay.learner ?? t("regrade:by.gone");
  return (
    <tr>
      <th scope="row">
        <a
          href={`/society/${list.societySlug}/essays/${essay.sittingId}/${essay.questionId}`}
          aria-label={t("regrade:marked.open", { question: essay.questionId, learner })}
        >
          {essay.questionId}
        </a>{" "}
        <span className="small quiet" lang={essay.trackLanguage}>
          {essay.trackTitle}
        </span>
      </th>
      <td>{learner}</td>
      <td className="n">{t("regrade:marked.points", { points: essay.points, possible: essay.possible })}</td>
      <td>
        {essay.marker ?? t("regrade:by.gone")}
        {essay.times > 1 ? (
          <span className="small quiet"> {t("regrade:marked.times", { count: essay.times })}</span>
        ) : null}
      </td>
      <td>{formatMoment(locale, essay.markedAt, list.timeZone)}</td>
    </tr>
  );
}

function Pages({ list: { page, pageCount, track, q } }: { list: MarkedEssaysPage }) {
  const t = useTranslate();
  if (pageCount === 1) return null;
  const at = (number: number) =>
    `?${new URLSearchParams({ show: "marked", track, q, page: String(number) }).toString()}`;
  return (
    <nav className="row" aria-label={t("regrade:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("regrade:pages.previous")}</a> : null}
      <span>{t("regrade:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("regrade:pages.next")}</a> : null}
    </nav>
  );
}
