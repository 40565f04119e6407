import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField } from "../../../ui/field";
import { FormRefusal } from "../../../ui/form-summary";
import { ScrollRegion } from "../../../ui/scroll-region";
import { TrackTop } from "../../workspace/components/track-top";
import type { MatrixRow, TranslationMatrix } from "../translation-views";
import { groupKinds } from "../unit";
import { StatusCounts } from "./status-counts";
import { languageName, translationsPath } from "./translation-words";

interface MatrixPage {
  readonly matrix: TranslationMatrix;
  readonly societySlug: string;
  readonly mayWrite: boolean;
  readonly refused: "unfinished" | null;
}

/** Languages × kinds of texts, with what is missing, behind, drafted and reviewed. */
export function TranslationMatrixPage(page: MatrixPage) {
  const t = useTranslate();
  const { matrix } = page;
  return (
    <main id="main" className="page page-top translations">
      <TrackTop title={matrix.title || matrix.trackSlug} language={matrix.sourceLanguage} />
      <h1>{t("translations:title")}</h1>
      <p className="lead">{t("translations:lead", { language: languageName(matrix.sourceLanguage) })}</p>
      <FormRefusal text={page.refused === null ? undefined : t(`translations:refused.${page.refused}`)} />
      {matrix.rows.length === 0 ? <p>{t("translations:none")}</p> : <Matrix {...page} />}
      {page.mayWrite && matrix.others.length > 0 ? (
        <form method="post" className="sheet form">
          <h2>{t("translations:add.title")}</h2>
          <SelectField
            name="language"
            label={t("translations:language")}
            choices={matrix.others.map((value) => ({ value, text: languageName(value), lang: value }))}
            chosen={matrix.others[0]}
          />
          <p>
            <Button name="change" value="add">
              {t("translations:add")}
            </Button>
          </p>
        </form>
      ) : null}
    </main>
  );
}

function Matrix(page: MatrixPage) {
  const t = useTranslate();
  return (
    <ScrollRegion label={t("translations:title")} className="sheet">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("translations:language")}</th>
            {groupKinds.map((kind) => (
              <th key={kind} scope="col">
                {t(`translations:kind.${kind}`)}
              </th>
            ))}
            <th scope="col">{t("translations:offered")}</th>
          </tr>
        </thead>
        <tbody>
          {page.matrix.rows.map((row) => (
            <Row key={row.language} row={row} page={page} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function Row({ row, page }: { row: MatrixRow; page: MatrixPage }) {
  const t = useTranslate();
  const { language, isOffered } = row;
  return (
    <tr>
      <th scope="row">
        <a href={translationsPath(page.societySlug, page.matrix.trackSlug, `/${language}`)} lang={language}>
          {languageName(language)}
        </a>
      </th>
      {row.cells.map(({ kind, counts }) => (
        <td key={kind}>
          <StatusCounts counts={counts} />
        </td>
      ))}
      <td>
        <p>{t(isOffered ? "translations:offered.yes" : "translations:offered.no")}</p>
        {page.mayWrite ? (
          <form method="post">
            <input type="hidden" name="language" value={language} />
            <Button
              look="line"
              small
              name="change"
              value={isOffered ? "stop" : "offer"}
              label={t(isOffered ? "translations:stop.label" : "translations:offer.label", {
                language: languageName(language),
              })}
            >
              {t(isOffered ? "translations:stop" : "translations:offer")}
            </Button>
          </form>
        ) : null}
      </td>
    </tr>
  );
}
