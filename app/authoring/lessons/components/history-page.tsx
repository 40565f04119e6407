import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { FormRefusal } from "../../../ui/form-summary";
import type { LessonHistory, TextVersion } from "../lesson-history.server";
import { Difference } from "./difference";
import { TrackTop } from "../../workspace/components/track-top";
import { textPath } from "./text-path";

type HistoryData = LessonHistory & {
  readonly societySlug: string;
  readonly mayWrite: boolean;
  readonly timeZone: string;
};

/** Every version of a text: who, when, what changed, and the way back to it. */
export function HistoryPage({ history, isOld }: { history: HistoryData; isOld: boolean }) {
  const t = useTranslate();
  const { compared } = history;
  const title = compared === null ? "" : t("lessonEditor:history.compared", { from: compared.from, to: compared.to });
  return (
    <main id="main" className="page page-top lesson-editor">
      <TrackTop
        title={history.trackTitle}
        language={history.language}
        within={[{ href: textPath(history), text: history.lessonTitle, lang: history.language }]}
      />
      <h1>{t("lessonEditor:history.title")}</h1>
      <FormRefusal text={isOld ? t("lessonEditor:history.old") : undefined} />
      {compared === null ? null : (
        <section aria-labelledby="compared" className="stack">
          <h2 id="compared">{title}</h2>
          <Difference lines={compared.lines} language={history.language} title={title} />
        </section>
      )}
      {history.versions.length === 0 ? (
        <p>{t("lessonEditor:version.none")}</p>
      ) : (
        <form method="get" className="stack" aria-label={t("lessonEditor:history.compare")}>
          <ol className="register versions" reversed>
            {history.versions.map((version, index) => (
              <VersionRow key={version.version} version={version} index={index} history={history} />
            ))}
          </ol>
          {history.versions.length > 1 ? (
            <p>
              <Button look="line">{t("lessonEditor:history.compare")}</Button>
            </p>
          ) : null}
        </form>
      )}
      <Pages history={history} />
    </main>
  );
}

/** The versions that stand chosen: those that are compared, or the last change. */
function comparedEnds({ compared, versions }: HistoryData) {
  return { from: compared?.from ?? versions[1]?.version, to: compared?.to ?? versions[0]?.version };
}

function VersionRow({ version, index, history }: { version: TextVersion; index: number; history: HistoryData }) {
  const t = useTranslate();
  const locale = useLocale();
  const number = version.version;
  const date = formatMoment(locale, version.at, history.timeZone);
  return (
    <li>
      <div>
        <p>
          <b>{t("lessonEditor:history.version", { number })}</b>
          {index === 0 && history.page === 1 ? ` (${t("lessonEditor:history.latest")})` : null}
        </p>
        <p className="small quiet">{version.by === null ? date : `${version.by}, ${date}`}</p>
      </div>
      <div className="row">
        {(["from", "to"] as const).map((end) => (
          <span key={end} className="check">
            <input
              type="radio"
              id={`${end}-${number}`}
              name={end}
              value={number}
              defaultChecked={comparedEnds(history)[end] === number}
            />
            <label htmlFor={`${end}-${number}`}>
              {t(`lessonEditor:history.${end}`)}
              <span className="vh"> {t("lessonEditor:history.version", { number })}</span>
            </label>
          </span>
        ))}
        <RestoreButton number={number} history={history} />
      </div>
      {index === 0 ? <input type="hidden" name="latest" value={history.latest} /> : null}
    </li>
  );
}

function RestoreButton({ number, history }: { number: number; history: HistoryData }) {
  const t = useTranslate();
  if (!history.mayWrite || number === history.latest) return null;
  return (
    <button
      type="submit"
      className="btn line sm"
      formMethod="post"
      formAction={textPath(history, "/history")}
      name="version"
      value={number}
    >
      {t("lessonEditor:history.restore")}
      <span className="vh"> {t("lessonEditor:history.version", { number })}</span>
    </button>
  );
}

function Pages({ history }: { history: HistoryData }) {
  const t = useTranslate();
  const { page, pages } = history;
  if (pages === 1) return null;
  const to = (number: number) => `${textPath(history, "/history")}?page=${number}`;
  return (
    <nav aria-label={t("lessonEditor:history.pages")} className="row">
      {page > 1 ? <a href={to(page - 1)}>{t("lessonEditor:history.newer")}</a> : null}
      <span className="num">{t("lessonEditor:history.page", { page, pages })}</span>
      {page < pages ? <a href={to(page + 1)}>{t("lessonEditor:history.older")}</a> : null}
    </nav>
  );
}
