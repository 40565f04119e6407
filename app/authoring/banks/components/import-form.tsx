import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/field";
import { FormRefusal } from "../../../ui/form-summary";
import { importFormats } from "../import-formats";
import { BankCrumbs } from "./bank-crumbs";

export interface ImportFormPage {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly societySlug: string;
}

export type UploadRefused = "no-file" | "too-large" | "broken-form";

/** Choosing a file to import. Nothing is written before its preview. */
export function ImportForm({ page, refused }: { page: ImportFormPage; refused: UploadRefused | null }) {
  const t = useTranslate();
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} bank={page.bank} />
      <h1>{t("banks:import.title")}</h1>
      <p className="lead">{t("banks:import.lead")}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <FormRefusal text={refused === null ? undefined : t(`banks:import.refused.${refused}`)} />
        <SelectField
          name="format"
          label={t("banks:import.format")}
          hint={t("banks:import.format.hint")}
          empty={t("banks:import.format.detect")}
          choices={importFormats.map((format) => ({ value: format, text: t(`banks:format.${format}`) }))}
        />
        <div className="field">
          <label htmlFor="file">{t("banks:import.file")}</label>
          <span className="hint" id="file-hint">
            {t("banks:import.file.hint")}
          </span>
          <input
            className="input"
            type="file"
            id="file"
            name="file"
            required
            accept=".gift,.txt,.xml,.zip,.csv,.tsv"
            aria-describedby="file-hint"
          />
        </div>
        <p>
          <Button>{t("banks:import.preview")}</Button>
        </p>
      </form>
    </main>
  );
}
