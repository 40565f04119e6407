import type { ReactNode } from "react";
import { formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { RulingOnRecord, RulingPage } from "../find-regrade.server";
import { RulingList } from "../ruling-list";

export interface RegradePageData extends RulingPage {
  readonly title: string;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** A question, how it is marked today, and the form or the preview of a further ruling. */
export function RegradePage({ page, children }: { page: RegradePageData; children: ReactNode }) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top participants">
      <h1>{page.title}</h1>
      <p className="lead">{t("regrade:lead")}</p>
      <article className="sheet tight">
        <ul className="ident">
          <li>
            <b>{page.question.id}</b>
          </li>
          <li>{page.bankTitle}</li>
          <li>{t("regrade:revision", { number: page.revisionNumber })}</li>
        </ul>
        <div className="read stem" lang="en" dangerouslySetInnerHTML={{ __html: page.question.stem }} />
      </article>
      <Earlier page={page} />
      {children}
    </main>
  );
}

function Earlier({ page }: { page: RegradePageData }) {
  const t = useTranslate();
  if (page.rulings.length === 0) return null;
  return (
    <section aria-labelledby="earlier">
      <h2 id="earlier">{t("regrade:earlier")}</h2>
      <p>{t("regrade:earlier.last")}</p>
      <RulingList
        rulings={page.rulings}
        timeZone={page.timeZone}
        recordsHref={`/society/${page.societySlug}/rulings`}
      />
    </section>
  );
}

export function RulingIdent({ ruling, timeZone }: { ruling: RulingOnRecord; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <ul className="ident">
      <li>
        <b>{t(`regrade:kind.${ruling.kind}`)}</b>
      </li>
      <li>{ruling.by ?? t("regrade:by.gone")}</li>
      <li>{formatMoment(locale, ruling.at, timeZone)}</li>
    </ul>
  );
}
