import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { FormRefusal } from "../../../ui/form-summary";
import type { ImportDone } from "../import-questions-into-bank.server";
import type { ImportPreview, PreviewedQuestion } from "../preview-import.server";
import { BankCrumbs } from "./bank-crumbs";
import { useKindName } from "./bank-words";
import { KeyView } from "./key-view";
import { LossList } from "./loss-list";
import type { LearnerView } from "./question-sides";

export interface ImportPreviewPageData {
  readonly preview: ImportPreview;
  readonly societySlug: string;
  /** Places that are ticked; null = all but those whose picture is missing. */
  readonly chosen: readonly number[] | null;
  readonly refused: Extract<ImportDone, { ok: false }>["reason"] | null;
}

/** What a file would bring into the bank: each question with a preview and its losses, to be chosen. */
export function ImportPreviewPage({ page, learner }: { page: ImportPreviewPageData; learner: LearnerView }) {
  const t = useTranslate();
  const { preview } = page;
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} bank={preview.bank} />
      <h1>{t("banks:preview.title")}</h1>
      <ul className="ident">
        <li>
          <b>{preview.fileName}</b>
        </li>
        <li>{t("banks:bank.count", { count: preview.questions.length })}</li>
      </ul>
      <FormRefusal text={page.refused === null ? undefined : t(`banks:preview.refused.${page.refused}`)} />
      {preview.refused === null ? null : (
        <div className="note mark">
          <p className="title">{t("banks:preview.unreadable")}</p>
          <p lang="en">{preview.refused}</p>
        </div>
      )}
      <p>{t("banks:preview.lead")}</p>
      {preview.otherLosses.length === 0 ? null : (
        <section aria-labelledby="file-losses" className="note care">
          <h2 id="file-losses" className="side-title">
            {t("banks:preview.losses")}
          </h2>
          <LossList losses={preview.otherLosses} />
        </section>
      )}
      {preview.questions.length === 0 ? null : <Choice page={page} learner={learner} />}
    </main>
  );
}

function Choice({ page, learner }: { page: ImportPreviewPageData; learner: LearnerView }) {
  const t = useTranslate();
  const { preview } = page;
  const isChosen = ({ place, lacksPicture }: PreviewedQuestion) =>
    page.chosen === null ? !lacksPicture : page.chosen.includes(place);
  const onPage = preview.questions.filter((question) => question.preview !== null);
  return (
    <form method="post" className="form">
      <ol className="import-items" start={(onPage[0]?.place ?? 0) + 1}>
        {onPage.map((question) => (
          <Item key={question.place} question={question} isChosen={isChosen(question)} learner={learner} />
        ))}
      </ol>
      {preview.questions
        .filter((question) => question.preview === null && isChosen(question))
        .map(({ place }) => (
          <input key={place} type="hidden" name="take" value={place} />
        ))}
      <input type="hidden" name="page" value={preview.page} />
      {preview.pageCount > 1 ? (
        <div className="row">
          {preview.page > 1 ? (
            <Button look="line" name="intent" value="previous">
              {t("banks:pages.previous")}
            </Button>
          ) : null}
          <span>{t("banks:pages.page", { page: preview.page, count: preview.pageCount })}</span>
          {preview.page < preview.pageCount ? (
            <Button look="line" name="intent" value="next">
              {t("banks:pages.next")}
            </Button>
          ) : null}
        </div>
      ) : null}
      <fieldset>
        <legend className="label">{t("banks:preview.clash")}</legend>
        {(["beside", "revise"] as const).map((value) => (
          <div className="check" key={value}>
            <input
              type="radio"
              id={`clash-${value}`}
              name="clash"
              value={value}
              defaultChecked={preview.onClash === value}
            />
            <label htmlFor={`clash-${value}`}>{t(`banks:preview.clash.${value}`)}</label>
          </div>
        ))}
      </fieldset>
      <p>
        <Button name="intent" value="import">
          {t("banks:preview.import")}
        </Button>
      </p>
    </form>
  );
}

function Item({
  question,
  isChosen,
  learner,
}: {
  question: PreviewedQuestion;
  isChosen: boolean;
  learner: LearnerView;
}) {
  const t = useTranslate();
  const kindName = useKindName();
  const id = `take-${String(question.place)}`;
  if (question.preview === null) return null;
  return (
    <li className="import-item stack">
      <div className="check">
        <input
          type="checkbox"
          id={id}
          name="take"
          value={question.place}
          defaultChecked={question.fate !== "there" && isChosen}
          disabled={question.fate === "there"}
        />
        <label htmlFor={id}>
          <b>{question.key}</b>, {kindName(question.kind)}
          {question.fate === "new" ? "" : ` (${t(`banks:fate.${question.fate}`)})`}
        </label>
      </div>
      {question.lacksPicture ? <p className="note care">{t("banks:preview.lacksPicture")}</p> : null}
      {question.losses.length === 0 ? null : <LossList losses={question.losses} />}
      <div className="question-sides">
        <div className="sheet tight stack learner-view" lang="en">
          {learner(question.preview.shown)}
        </div>
        <div className="sheet tight stack">
          <KeyView question={question.preview.html} />
        </div>
      </div>
    </li>
  );
}
