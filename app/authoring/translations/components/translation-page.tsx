import { formatMoment } from "../../../i18n/format";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { Done, FormRefusal } from "../../../ui/form-summary";
import type { FoundTranslationPage } from "../find-translation-page.server";
import { GroupList } from "./group-list";
import { StatusCounts } from "./status-counts";
import { TranslationTop } from "./translation-top";
import { languageName, translationsPath, useGroupName } from "./translation-words";
import { UnitRow } from "./unit-row";

/** Why nothing was saved, and what was typed. */
export type TranslationRefused =
  | { readonly reason: "too-long" | "unfinished" | "changed"; readonly typed: Readonly<Record<string, string>> }
  | {
      readonly reason: "newer";
      readonly typed: Readonly<Record<string, string>>;
      readonly theirs: Readonly<Record<string, string>>;
      readonly base: number;
      readonly by: string | null;
    };

interface SidesPage {
  readonly page: FoundTranslationPage;
  readonly societySlug: string;
  readonly timeZone: string;
  readonly mayWrite: boolean;
  readonly mayReview: boolean;
  /** So many texts were saved just now. */
  readonly saved: number | null;
  readonly refused: TranslationRefused | null;
}

/** Source left, translation right, one group of texts at a time. */
export function TranslationSides(props: SidesPage) {
  const t = useTranslate();
  const { page, societySlug, refused } = props;
  const name = useGroupName();
  const files = translationsPath(societySlug, page.trackSlug, `/${page.language}`);
  return (
    <main id="main" className="page page-top translations">
      <TranslationTop place={{ ...page, societySlug }} />
      <header className="ph">
        <div>
          <h1>{t("translations:sides.title", { language: languageName(page.language) })}</h1>
          <StatusCounts counts={page.all} />
        </div>
        <p className="row small">
          <a className="btn line sm" href={`${files}/file?format=xliff`} download>
            {t("common:download.as", { format: "XLIFF" })}
          </a>
          <a className="btn line sm" href={`${files}/file?format=csv`} download>
            {t("common:download.as", { format: "CSV" })}
          </a>
          {props.mayWrite ? (
            <a className="btn line sm" href={`${files}/import`}>
              {t("translations:import.link")}
            </a>
          ) : null}
        </p>
      </header>
      <div className="translation-desk">
        <GroupList page={page} />
        <section className="sheet" aria-labelledby="group">
          <h2 id="group">{name(page.chosen)}</h2>
          {props.saved === null ? null : <Done text={t("translations:saved", { count: props.saved })} />}
          <FormRefusal text={refused === null ? undefined : t(`translations:refused.${refused.reason}`)} />
          <Reviewed {...props} />
          <Sides {...props} />
        </section>
      </div>
    </main>
  );
}

function Reviewed({ page, timeZone }: SidesPage) {
  const t = useTranslate();
  const locale = useLocale();
  if (page.reviewed === null) return null;
  const at = formatMoment(locale, page.reviewed.at, timeZone);
  return (
    <p className="note pass">{t("translations:reviewed", { name: page.reviewer ?? t("translations:nobody"), at })}</p>
  );
}

function Sides(props: SidesPage) {
  const t = useTranslate();
  const { page, refused } = props;
  const isReviewable = page.chosen.counts.draft > 0 && page.chosen.counts.missing + page.chosen.counts.behind === 0;
  return (
    <form method="post" className="sides">
      <input type="hidden" name="group" value={page.chosen.group} />
      <input type="hidden" name="base" value={refused?.reason === "newer" ? refused.base : page.base} />
      <input type="hidden" name="source" value={page.sourceVersion} />
      <input type="hidden" name="fingerprint" value={page.fingerprint} />
      {page.units.map((unit) => (
        <UnitRow
          key={unit.id}
          unit={unit}
          sourceLanguage={page.sourceLanguage}
          language={page.language}
          isLong={page.chosen.kind === "lesson"}
          mayWrite={props.mayWrite}
          typed={refused?.typed[unit.id]}
          theirs={refused?.reason === "newer" ? refused.theirs[unit.id] : undefined}
        />
      ))}
      <p className="row">
        {props.mayWrite ? (
          <button type="submit" className="btn main" name="intent" value="save">
            {t("translations:save")}
          </button>
        ) : null}
        {props.mayReview && isReviewable ? (
          <button type="submit" className="btn line" name="intent" value="review">
            {t("translations:review")}
          </button>
        ) : null}
        {page.before === null ? null : <a href={`?group=${page.before}`}>{t("translations:before")}</a>}
        {page.after === null ? null : <a href={`?group=${page.after}`}>{t("translations:after")}</a>}
      </p>
    </form>
  );
}
