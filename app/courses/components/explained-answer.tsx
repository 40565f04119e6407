import { formatMarks } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { ResultPage } from "../find-quiz.server";

type Explained = ResultPage["questions"][number];

const letter = (i: number) => String.fromCharCode(65 + i);

function Html({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

/** One question after the sitting: every option explained inside its option, the lesson that covers it, the source. */
export function ExplainedAnswer({ question, page }: { question: Explained; page: ResultPage }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <article className="sheet tight" lang={page.language} id={`question-${String(question.number)}`}>
      <ul className="ident" lang={locale}>
        <li>
          <b>{t("sitting:question", { number: question.number })}</b>
        </li>
        <li>
          {question.max === 0
            ? t("sitting:result.void")
            : t("sitting:result.mark", {
                score: formatMarks(locale, question.score),
                max: formatMarks(locale, question.max),
              })}
        </li>
        <li>{t("sitting:result.outcome", { code: question.outcomes.join(", ") })}</li>
      </ul>
      <div className="read stem" dangerouslySetInnerHTML={{ __html: question.stem }} />
      {question.outcome === "open" ? (
        <p className="note" lang={locale}>
          {t("sitting:result.open")}
        </p>
      ) : null}
      <Rows question={question} />
      <NumberAnswer question={question} />
      <Pairs question={question} />
      <Order question={question} />
      <div className="read explanation" dangerouslySetInnerHTML={{ __html: question.explanation }} />
      {question.ruling ? <p className="note tint">{t("sitting:result.ruled")}</p> : null}
      {question.isLate ? <p className="note mark">{t("sitting:result.late")}</p> : null}
      <p className="again">
        {question.coveredIn ? (
          <>
            {t("sitting:result.covered")}{" "}
            <a href={`/learn/${page.trackSlug}/${question.coveredIn.id}`}>
              {t("sitting:result.lesson", { number: question.coveredIn.number, title: question.coveredIn.title })}
            </a>
            .{" "}
          </>
        ) : null}
        {t("sitting:result.source", { cite: question.source.cite, year: question.source.year })}{" "}
        <a href={`/learn/${page.trackSlug}/${page.lesson.id}/mistake?question=${question.id}`}>
          {t("sitting:result.report")}
        </a>
      </p>
    </article>
  );
}

function Rows({ question }: { question: Explained }) {
  const t = useTranslate();
  if (question.rows.length === 0) return null;
  return (
    <div className="opts">
      {question.rows.map((row, i) => {
        const kind = row.isKey ? "right" : row.isPicked ? "wrong" : "plain";
        const said = row.isKey
          ? row.isPicked
            ? t("sitting:result.yourRight")
            : question.kind === "multiple"
              ? t("sitting:result.missed")
              : t("sitting:result.rightAnswer")
          : row.isPicked
            ? t("sitting:result.yourAnswer")
            : null;
        return (
          <div key={row.id} className={`opt-row ${kind}`}>
            <span className="lm" aria-hidden="true">
              {letter(i)}
            </span>
            <Html html={row.text} />
            {said === null ? <span /> : <span className={row.isKey ? "badge pass" : "badge mark"}>{said}</span>}
            {row.why === "" ? null : <p className="why" dangerouslySetInnerHTML={{ __html: row.why }} />}
          </div>
        );
      })}
    </div>
  );
}

function NumberAnswer({ question }: { question: Explained }) {
  const t = useTranslate();
  const { numeric } = question;
  if (numeric === null) return null;
  const isRight = numeric.status === "right";
  return (
    <div className={isRight ? "note pass" : "note mark"}>
      {numeric.typed === null ? null : (
        <p>{t("sitting:result.typed", { text: numeric.typed, unit: numeric.unit === "1" ? "" : numeric.unit })}</p>
      )}
      {numeric.status === "open" || isRight ? null : <p>{t(`sitting:result.${numeric.status}`)}</p>}
      {numeric.mistake === null ? null : <p dangerouslySetInnerHTML={{ __html: numeric.mistake }} />}
      <p>
        <b>{t("sitting:result.key", { value: numeric.key, unit: numeric.keyUnit === "1" ? "" : numeric.keyUnit })}</b>
      </p>
    </div>
  );
}

function Pairs({ question }: { question: Explained }) {
  const t = useTranslate();
  if (question.pairs.length === 0) return null;
  return (
    <table className="answer-table">
      <thead>
        <tr>
          <th scope="col">{t("sitting:result.statement")}</th>
          <th scope="col">{t("sitting:result.yours")}</th>
          <th scope="col">{t("sitting:result.partner")}</th>
        </tr>
      </thead>
      <tbody>
        {question.pairs.map((pair) => (
          <tr key={pair.left} className={pair.right ? "is-right" : "is-wrong"}>
            <th scope="row">
              <Html html={pair.left} />
            </th>
            <td>{pair.picked === null ? t("sitting:result.none") : <Html html={pair.picked} />}</td>
            <td>
              <Html html={pair.key} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Order({ question }: { question: Explained }) {
  const t = useTranslate();
  if (question.order.length === 0) return null;
  return (
    <table className="answer-table">
      <thead>
        <tr>
          <th scope="col">{t("sitting:result.place")}</th>
          <th scope="col">{t("sitting:result.yours")}</th>
          <th scope="col">{t("sitting:result.order")}</th>
        </tr>
      </thead>
      <tbody>
        {question.order.map((position, i) => (
          <tr key={position.key} className={position.right ? "is-right" : "is-wrong"}>
            <th scope="row">{i + 1}</th>
            <td>{position.item === null ? t("sitting:result.none") : <Html html={position.item} />}</td>
            <td>
              <Html html={position.key} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
