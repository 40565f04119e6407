import { useTranslate } from "../../../i18n/use-translate";
import { type UnitCounts, unitStatuses } from "../unit";

/** How many texts are in which state: in words, those that want something first. */
export function StatusCounts({ counts }: { counts: UnitCounts }) {
  const t = useTranslate();
  const shown = unitStatuses.filter((status) => counts[status] > 0);
  if (shown.length === 0) return <span className="quiet">{t("translations:nothing")}</span>;
  return (
    <ul className="status-counts">
      {shown.map((status) => (
        <li key={status} className={`status-${status}`}>
          {t(`translations:count.${status}`, { count: counts[status] })}
        </li>
      ))}
    </ul>
  );
}
