import { formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { TextArea } from "../../ui/field";
import { Done, FormRefusal } from "../../ui/form-summary";
import type { EssayPage as Essay } from "../list-essays-to-mark.server";

export interface EssayPageData {
  readonly essay: Essay;
  readonly title: string;
  readonly assessmentId: string;
  readonly isJustMarked: boolean;
  readonly societySlug: string;
  readonly timeZone: string;
}

/** What could not be saved, and what was chosen by then. */
export interface EssayAnswer {
  readonly refused: "incomplete" | "long";
  readonly levels: Readonly<Record<string, string>>;
  readonly comment: string;
}

/** One essay for its marker: the question, the text, the rubric. */
export function EssayPage({ page, answer }: { page: EssayPageData; answer: EssayAnswer | null }) {
  const t = useTranslate();
  const locale = useLocale();
  const { essay } = page;
  return (
    <main id="main" className="page page-top participants">
      <p className="small">
        <a href={`/society/${page.societySlug}/essays`}>{t("regrade:essay.back")}</a>
      </p>
      <h1>{page.title}</h1>
      {page.isJustMarked && essay.assessments.length > 0 && answer === null ? (
        <Done text={t("regrade:essay.done")} />
      ) : null}
      <p>{essay.name === null ? t("regrade:essay.blind") : t("regrade:essay.by", { name: essay.name })}</p>
      <section aria-labelledby="question" className="sheet tight">
        <ul className="ident">
          <li>
            <b>{essay.questionId}</b>
          </li>
          <li lang={essay.trackLanguage}>{essay.trackTitle}</li>
          <li>{t("regrade:essays.handedIn", { moment: formatMoment(locale, essay.handedInAt, page.timeZone) })}</li>
        </ul>
        <h2 id="question">{t("regrade:essay.question")}</h2>
        <div className="read stem" lang="en" dangerouslySetInnerHTML={{ __html: essay.stem }} />
        {essay.model === "" ? null : (
          <details>
            <summary>{t("regrade:essay.model")}</summary>
            <div className="read" lang="en" dangerouslySetInnerHTML={{ __html: essay.model }} />
          </details>
        )}
      </section>
      <section aria-labelledby="text" className="sheet tight">
        <h2 id="text">{t("regrade:essay.text")}</h2>
        <p className="small quiet">
          {t("regrade:essay.words", { count: essay.words, min: essay.minWords, max: essay.maxWords })}
        </p>
        <p className="read said" lang={essay.writtenIn}>
          {essay.text === "" ? t("regrade:essay.empty") : essay.text}
        </p>
      </section>
      <Given page={page} />
      <RubricForm page={page} answer={answer} />
    </main>
  );
}

/** The assessments on record; the last one counts. */
function Given({ page: { essay, timeZone } }: { page: EssayPageData }) {
  const t = useTranslate();
  const locale = useLocale();
  if (essay.assessments.length === 0) return null;
  const levelText = (criterion: Essay["rubric"][number], id: string | undefined) =>
    criterion.levels.find((level) => level.id === id)?.text ?? "";
  return (
    <section aria-labelledby="given">
      <h2 id="given">{t("regrade:essay.given")}</h2>
      <ul className="mistakes">
        {essay.assessments.map((assessment) => (
          <li key={assessment.id} className="sheet tight">
            <ul className="ident">
              <li>
                <b>{assessment.by ?? t("regrade:by.gone")}</b>
              </li>
              <li>{formatMoment(locale, assessment.at, timeZone)}</li>
            </ul>
            <dl className="facts" lang="en">
              {essay.rubric.map((criterion) => (
                <div key={criterion.id} className="fact">
                  <dt dangerouslySetInnerHTML={{ __html: criterion.text }} />
                  <dd dangerouslySetInnerHTML={{ __html: levelText(criterion, assessment.levels[criterion.id]) }} />
                </div>
              ))}
            </dl>
            {assessment.comment === "" ? null : <p className="said">{assessment.comment}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

function RubricForm({ page, answer }: { page: EssayPageData; answer: EssayAnswer | null }) {
  const t = useTranslate();
  const { essay } = page;
  const last = essay.assessments.at(-1);
  const { levels, comment }: Pick<EssayAnswer, "levels" | "comment"> = answer ?? last ?? { levels: {}, comment: "" };
  return (
    <form method="post" className="stack-l" noValidate>
      <h2>{t(last === undefined ? "regrade:essay.rubric" : "regrade:essay.again")}</h2>
      {last === undefined ? null : <p>{t("regrade:essay.again.hint")}</p>}
      <FormRefusal text={answer === null ? undefined : t(`regrade:essay.refused.${answer.refused}`)} />
      <input type="hidden" name="assessmentId" value={page.assessmentId} />
      {essay.rubric.map((criterion) => (
        <Levels
          key={criterion.id}
          criterion={criterion}
          chosen={levels[criterion.id]}
          isRefused={answer?.refused === "incomplete"}
        />
      ))}
      <TextArea
        name="comment"
        label={t("regrade:essay.comment")}
        hint={t("regrade:essay.comment.hint")}
        typed={comment}
        rows={5}
      />
      <p>
        <button type="submit" className="btn main">
          {t("regrade:essay.save")}
        </button>
      </p>
    </form>
  );
}

function Levels({
  criterion,
  chosen,
  isRefused,
}: {
  criterion: Essay["rubric"][number];
  chosen: string | undefined;
  isRefused: boolean;
}) {
  const t = useTranslate();
  return (
    <fieldset className={isRefused && chosen === undefined ? "field bad" : "field"}>
      <legend lang="en" dangerouslySetInnerHTML={{ __html: criterion.text }} />
      {criterion.levels.map((level) => (
        <label key={level.id} className="check">
          <input
            type="radio"
            name={`level.${criterion.id}`}
            value={level.id}
            defaultChecked={chosen === level.id}
            required
          />
          <span>
            <span lang="en" dangerouslySetInnerHTML={{ __html: level.text }} />{" "}
            <span className="quiet">{t("regrade:essay.points", { count: level.points })}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
