import type { Loss } from "../../../../quizzes/formats/imported";
import { useTranslate } from "../../../i18n/use-translate";
import { type BankExportFormat, exportFormats } from "../export-formats";
import { BankCrumbs } from "./bank-crumbs";
import { bankPath } from "./bank-words";
import { LossList } from "./loss-list";

export interface ExportPageData {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly societySlug: string;
  /** Null until a format is chosen. */
  readonly format: BankExportFormat | null;
  readonly questions: number;
  readonly losses: readonly Loss[];
}

/** Choosing a format, and what it can't say, before the file is made. */
export function ExportPage({ page }: { page: ExportPageData }) {
  const t = useTranslate();
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} bank={page.bank} />
      <h1>{t("banks:export.title")}</h1>
      <p className="lead">{t("banks:export.lead")}</p>
      <form className="form">
        <fieldset>
          <legend className="label">{t("banks:import.format")}</legend>
          {exportFormats.map((format) => (
            <div className="check" key={format}>
              <input
                type="radio"
                id={`format-${format}`}
                name="format"
                value={format}
                defaultChecked={format === (page.format ?? "gift")}
              />
              <label htmlFor={`format-${format}`}>{t(`banks:format.${format}`)}</label>
            </div>
          ))}
        </fieldset>
        <p>
          <button type="submit" className={`btn ${page.format === null ? "main" : "line"}`}>
            {t("banks:export.check")}
          </button>
        </p>
      </form>
      {page.format === null ? null : <Chosen page={page} format={page.format} />}
    </main>
  );
}

function Chosen({ page, format }: { page: ExportPageData; format: BankExportFormat }) {
  const t = useTranslate();
  return (
    <section aria-labelledby="export-losses" className="stack">
      <h2 id="export-losses">{t(`banks:format.${format}`)}</h2>
      <p>
        {page.losses.length === 0
          ? t("banks:export.complete", { count: page.questions })
          : t("banks:export.losses", { count: page.losses.length })}
      </p>
      <LossList losses={page.losses} />
      <p>
        <a
          className="btn main"
          href={bankPath(page.societySlug, page.bank.slug, `/export-file?format=${format}`)}
          download
        >
          {t("banks:export.download")}
        </a>
      </p>
    </section>
  );
}
