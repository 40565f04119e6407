import { useTranslate } from "../../i18n/use-translate";

interface OverviewProps {
  readonly items: readonly string[];
  readonly at: number;
  readonly isAnswered: (id: string) => boolean;
  readonly isFlagged: (id: string) => boolean;
  readonly isChecked: (id: string) => boolean;
  readonly onGo: (to: number) => void;
}

/** Numbered squares: answered = ink, open = outline, flagged = red corner, the present one outlined; each named in words. */
export function Overview({ items, at, isAnswered, isFlagged, isChecked, onGo }: OverviewProps) {
  const t = useTranslate();
  const stateOf = (id: string) =>
    [
      isAnswered(id) ? t("sitting:overview.answered") : t("sitting:overview.open"),
      ...(isChecked(id) ? [t("sitting:overview.checked")] : []),
      ...(isFlagged(id) ? [t("sitting:overview.flagged")] : []),
    ].join(", ");
  return (
    <nav className="question-list" aria-label={t("sitting:overview.label")}>
      <p className="label">{t("sitting:overview", { number: at + 1, count: items.length })}</p>
      <ol className="qn">
        {items.map((id, i) => (
          <li key={id}>
            <button
              type="button"
              className={[isAnswered(id) ? "ans" : "", isFlagged(id) ? "flag" : "", i === at ? "cur" : ""].join(" ")}
              aria-label={t("sitting:overview.item", { number: i + 1, state: stateOf(id) })}
              aria-current={i === at ? "step" : undefined}
              onClick={() => {
                onGo(i);
              }}
            >
              {i + 1}
            </button>
          </li>
        ))}
      </ol>
      <ul className="keyl small quiet" aria-hidden="true">
        <li>
          <i className="a" />
          {t("sitting:overview.answered")}
        </li>
        <li>
          <i className="f" />
          {t("sitting:overview.flagged")}
        </li>
        <li>
          <i />
          {t("sitting:overview.open")}
        </li>
      </ul>
    </nav>
  );
}
