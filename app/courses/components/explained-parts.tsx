import type { ExplainedQuestion } from "../../assessments/explain-question.server";
import { useTranslate } from "../../i18n/use-translate";

/** Explained answers of the kinds that are answered by choosing, arranging and typing numbers. */

interface PartProps {
  readonly question: ExplainedQuestion;
}

const letter = (i: number) => String.fromCharCode(65 + i);

export function Html({ html }: { html: string }) {
  return <span dangerouslySetInnerHTML={{ __html: html }} />;
}

export function Rows({ question }: PartProps) {
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

export function NumberAnswer({ question }: PartProps) {
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

export function Pairs({ question }: PartProps) {
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
          <tr key={pair.left} className={pair.right ? "is-right" : pair.picked === null ? "" : "is-wrong"}>
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

export function Order({ question }: PartProps) {
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
          <tr key={position.key} className={position.right ? "is-right" : position.item === null ? "" : "is-wrong"}>
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
