import { useTranslate } from "../../../i18n/use-translate";
import type { ChangedLine } from "../question-text";

/** What differs between two texts of a question, place by place. */
export function Changes({ changes, title }: { changes: readonly ChangedLine[]; title?: string }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="changes" className="stack">
      <h2 id="changes">{title ?? t("banks:changes")}</h2>
      {changes.length === 0 ? <p>{t("banks:changes.none")}</p> : null}
      {changes.map(({ place, before, after }) => (
        <div key={place} className="change">
          <p className="ident" lang="en">
            {place}
          </p>
          <p className="said">
            <span className="vh">{t("banks:changes.before")} </span>
            {before === null ? <i>{t("banks:changes.absent")}</i> : <del lang="en">{before}</del>}
          </p>
          <p className="said">
            <span className="vh">{t("banks:changes.after")} </span>
            {after === null ? <i>{t("banks:changes.absent")}</i> : <ins lang="en">{after}</ins>}
          </p>
        </div>
      ))}
    </section>
  );
}
