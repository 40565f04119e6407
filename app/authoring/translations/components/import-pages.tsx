import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { FormRefusal } from "../../../ui/form-summary";
import type { TranslationPreview } from "../import-translation.server";
import { TranslationTop } from "./translation-top";

interface ImportPlace {
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly title: string;
  readonly sourceLanguage: string;
  readonly language: string;
}

/** Choosing a translated file. Nothing is written before its preview. */
export function TranslationImportForm(props: {
  place: ImportPlace;
  refused: "no-file" | "too-large" | "broken-form" | null;
}) {
  const t = useTranslate();
  const { place, refused } = props;
  return (
    <main id="main" className="page page-top translations">
      <TranslationTop place={place} withLanguage />
      <h1>{t("translations:import.title")}</h1>
      <p className="lead">{t("translations:import.lead")}</p>
      <form method="post" encType="multipart/form-data" className="form">
        <FormRefusal text={refused === null ? undefined : t(`translations:import.refused.${refused}`)} />
        <div className="field">
          <label htmlFor="file">{t("translations:import.file")}</label>
          <span className="hint" id="file-hint">
            {t("translations:import.file.hint")}
          </span>
          <input
            className="input"
            type="file"
            id="file"
            name="file"
            required
            accept=".xlf,.xliff,.xml,.csv"
            aria-describedby="file-hint"
          />
        </div>
        <p>
          <Button>{t("translations:import.look")}</Button>
        </p>
      </form>
    </main>
  );
}

const fates = ["new", "changed", "same", "empty", "moved", "unknown", "unreadable"] as const;

/** What the file changes, and what of it is kept aside. */
export function TranslationImportPreview(props: {
  preview: TranslationPreview;
  societySlug: string;
  hasMovedOn: boolean;
}) {
  const t = useTranslate();
  const { preview } = props;
  const count = preview.counts.new + preview.counts.changed;
  return (
    <main id="main" className="page page-top translations">
      <TranslationTop place={{ ...preview, societySlug: props.societySlug }} withLanguage />
      <h1>{t("translations:import.preview")}</h1>
      <p className="ident">{preview.fileName}</p>
      <FormRefusal text={props.hasMovedOn ? t("translations:import.moved-on") : undefined} />
      {preview.refused === null ? (
        <>
          <ul className="import-units sheet">
            {fates
              .filter((fate) => preview.counts[fate] > 0)
              .map((fate) => (
                <li key={fate}>{t(`translations:import.${fate}`, { count: preview.counts[fate] })}</li>
              ))}
          </ul>
          {count > 0 ? (
            <form method="post">
              <input type="hidden" name="fingerprint" value={preview.fingerprint} />
              <Button>{t("translations:import.commit", { count })}</Button>
            </form>
          ) : null}
          <Changes preview={preview} count={count} />
          <Aside preview={preview} />
        </>
      ) : (
        <div className="note mark" role="alert">
          <p className="title">{t("translations:import.nothing")}</p>
          <p lang="en">{preview.refused}</p>
        </div>
      )}
    </main>
  );
}

function Changes({ preview, count }: { preview: TranslationPreview; count: number }) {
  const t = useTranslate();
  if (count === 0) return null;
  const more = count - preview.changes.length;
  return (
    <section className="sheet" aria-label={t("translations:import.preview")}>
      <ul className="import-units">
        {preview.changes.map(({ id, before, after }) => (
          <li key={id}>
            <p className="ident">{id}</p>
            <p className="said" lang={preview.language} dir="auto">
              {before === "" ? null : <del>{before}</del>} <ins>{after}</ins>
            </p>
          </li>
        ))}
      </ul>
      {more > 0 ? <p>{t("translations:import.more", { count: more })}</p> : null}
    </section>
  );
}

function Aside({ preview }: { preview: TranslationPreview }) {
  const t = useTranslate();
  if (preview.aside.length === 0) return null;
  return (
    <section className="sheet" aria-labelledby="aside">
      <h2 id="aside">{t("translations:import.aside")}</h2>
      <ul className="import-units">
        {preview.aside.map((id) => (
          <li key={id}>{id}</li>
        ))}
      </ul>
    </section>
  );
}
