import { formatMarks } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { ResultPage } from "../find-quiz.server";
import { NumberAnswer, Order, Pairs, Rows } from "./explained-parts";
import { ExplainedPicture } from "./explained-picture";
import { Essay, Gaps, Panel, Rating, TypedText } from "./explained-typed";

type Explained = ResultPage["questions"][number];
/** Where the question was asked: what its links and its language need. Outside tracks there is no track. */
type ExplainedPlace =
  | (Pick<ResultPage, "trackSlug" | "language"> & { readonly lesson: { readonly id: string } })
  | { readonly language: ResultPage["language"]; readonly track: null };

/** One question after the sitting: every option explained inside its option, the lesson that covers it, the source. */
export function ExplainedAnswer({ question, page }: { question: Explained; page: ExplainedPlace }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <article className="sheet tight" lang={page.language} id={`question-${String(question.number)}`}>
      <ul className="ident" lang={locale}>
        <li>
          <b>{t("sitting:question", { number: question.number })}</b>
        </li>
        <li>{useMarkWords(question)}</li>
        {question.outcomes.length === 0 ? null : (
          <li>{t("sitting:result.outcome", { code: question.outcomes.join(", ") })}</li>
        )}
      </ul>
      <div className="read stem" dangerouslySetInnerHTML={{ __html: question.stem }} />
      {question.outcome === "open" ? (
        <p className="note" lang={locale}>
          {t("sitting:result.open")}
        </p>
      ) : null}
      {question.outcome === "invalid" ? (
        <p className="note care" lang={locale}>
          {t("sitting:result.invalid")}
        </p>
      ) : null}
      <AnswerParts question={question} />
      {question.certainty === null ? null : (
        <p className="small said-certainty" lang={locale}>
          {t("sitting:result.certainty", { text: t(`sitting:certainty.${question.certainty}`) })}
        </p>
      )}
      <div className="read explanation" dangerouslySetInnerHTML={{ __html: question.explanation }} />
      {question.ruling ? <p className="note tint">{t("sitting:result.ruled")}</p> : null}
      {question.isLate ? <p className="note mark">{t("sitting:result.late")}</p> : null}
      <Again question={question} page={page} />
    </article>
  );
}

/** Where to read on, where the fact is from, and where to say that it is wrong. */
function Again({ question, page }: { question: Explained; page: ExplainedPlace }) {
  const t = useTranslate();
  const { coveredIn, source } = question;
  return (
    <p className="again">
      {coveredIn && "trackSlug" in page ? (
        <>
          {t("sitting:result.covered")}{" "}
          <a href={`/learn/${page.trackSlug}/${coveredIn.id}`}>
            {t("sitting:result.lesson", { number: coveredIn.number, title: coveredIn.title })}
          </a>
          .{" "}
        </>
      ) : null}
      {source === null ? null : t("sitting:result.source", { cite: source.cite, year: source.year })}{" "}
      {"trackSlug" in page ? (
        <a href={`/learn/${page.trackSlug}/${page.lesson.id}/mistake?question=${question.id}`}>
          {t("sitting:result.report")}
        </a>
      ) : null}
    </p>
  );
}

/** Each part shows what its kind has, and nothing for the other kinds. */
function AnswerParts({ question }: { question: Explained }) {
  return (
    <>
      <Rows question={question} />
      <NumberAnswer question={question} />
      <Pairs question={question} />
      <Order question={question} />
      <TypedText question={question} />
      <Gaps question={question} />
      <Panel question={question} />
      <Rating question={question} />
      <Essay question={question} />
      {question.picture === null ? null : <ExplainedPicture explained={question.picture} />}
    </>
  );
}

/** "0.5 of 1 mark", or why there are no marks. */
function useMarkWords({ outcome, score, max }: Explained): string {
  const t = useTranslate();
  const locale = useLocale();
  if (outcome === "pending") return t("sitting:result.pending");
  if (max === 0) return t(outcome === "void" ? "sitting:result.void" : "sitting:result.unmarked");
  return t("sitting:result.mark", {
    score: formatMarks(locale, score),
    max: formatMarks(locale, max),
    count: max / 100,
  });
}
