import { useTranslate } from "../../../i18n/use-translate";
import type { DiffLine } from "../line-difference";

/** Two texts line by line: what went away, what came. The signs say it without colours. */
export function Difference({
  lines,
  language,
  title,
}: {
  lines: readonly DiffLine[];
  language: string;
  title: string;
}) {
  const t = useTranslate();
  if (!lines.some(({ kind }) => kind === "removed" || kind === "added"))
    return <p className="difference-none">{t("lessonEditor:difference.none")}</p>;
  const words = { same: "", removed: t("lessonEditor:difference.removed"), added: t("lessonEditor:difference.added") };
  return (
    <ol className="difference" aria-label={title}>
      {lines.map((line, index) =>
        line.kind === "skipped" ? (
          // Lines have no name of their own, and the list never changes its order.
          <li key={index} className="skipped">
            {t("lessonEditor:difference.skipped", { count: line.count })}
          </li>
        ) : (
          <li key={index} className={line.kind}>
            {line.kind === "same" ? null : <span className="vh">{words[line.kind]}: </span>}
            <span lang={language}>{line.text === "" ? "\u00a0" : line.text}</span>
          </li>
        ),
      )}
    </ol>
  );
}
