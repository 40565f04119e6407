import { useTranslate } from "../../../i18n/use-translate";
import { TrackTop } from "../../workspace/components/track-top";
import type { FindingGroup } from "../checks-page.server";
import type { TrackOfPage } from "./track-of-page";

export interface ChecksPageData {
  readonly track: TrackOfPage;
  readonly errors: number;
  readonly warnings: number;
  readonly errorGroups: readonly FindingGroup[];
  readonly warningGroups: readonly FindingGroup[];
}

/** All that the checks have to say, each line with the way to where it is mended. */
export function ChecksPage({ page }: { page: ChecksPageData }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top review">
      <TrackTop title={page.track.title} language={page.track.language} />
      <h1>{t("review:checks.title")}</h1>
      <p className="lead">{t("review:checks.lead")}</p>
      <section aria-labelledby="errors" className="stack">
        <h2 id="errors">{t("review:checks.errors", { count: page.errors })}</h2>
        {page.errors === 0 ? <p className="note pass">{t("review:checks.none")}</p> : null}
        <Groups groups={page.errorGroups} />
      </section>
      <section aria-labelledby="warnings" className="stack">
        <h2 id="warnings">{t("review:checks.warnings", { count: page.warnings })}</h2>
        {page.warnings === 0 ? <p>{t("review:checks.noWarnings")}</p> : null}
        <Groups groups={page.warningGroups} />
      </section>
    </main>
  );
}

function Groups({ groups }: { groups: readonly FindingGroup[] }) {
  const t = useTranslate();
  if (groups.length === 0) return null;
  return (
    <ul className="register review-findings">
      {groups.map((group) => (
        <li key={group.href}>
          <div>
            <h3>{group.title}</h3>
            <ul>
              {group.lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </div>
          <a href={group.href} aria-label={`${t("review:checks.mend")}: ${group.title}`}>
            {t("review:checks.mend")}
          </a>
        </li>
      ))}
    </ul>
  );
}
