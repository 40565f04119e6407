import type { ExplainedQuestion } from "../../assessments/explain-question.server";
import { formatPercent } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Html } from "./explained-parts";

/** Explained answers of the kinds that are typed freely or judged by people. */

interface PartProps {
  readonly question: ExplainedQuestion;
}

export function TypedText({ question }: PartProps) {
  const t = useTranslate();
  const { typed, outcome } = question;
  if (typed === null) return null;
  return (
    <div className={outcome === "right" ? "note pass" : "note mark"}>
      {typed.typed === null ? null : <p>{t("sitting:result.answered", { text: typed.typed })}</p>}
      {typed.feedback === "" ? null : <div dangerouslySetInnerHTML={{ __html: typed.feedback }} />}
      {typed.accepted.length === 0 ? null : (
        <p>
          <b>{t("sitting:result.accepted", { texts: typed.accepted.join("; ") })}</b>
        </p>
      )}
    </div>
  );
}

export function Gaps({ question }: PartProps) {
  const t = useTranslate();
  if (question.gaps.length === 0) return null;
  return (
    <table className="answer-table gaps">
      <thead>
        <tr>
          <th scope="col">{t("sitting:result.gap")}</th>
          <th scope="col">{t("sitting:result.yours")}</th>
          <th scope="col">{t("sitting:result.gap.key")}</th>
        </tr>
      </thead>
      <tbody>
        {question.gaps.map((gap, i) => (
          <tr
            key={gap.id}
            className={
              gap.outcome === "right" ? "is-right" : gap.outcome === "wrong" && gap.given !== null ? "is-wrong" : ""
            }
          >
            <th scope="row">{i + 1}</th>
            <td>
              {gap.given === null ? t("sitting:result.none") : <Html html={gap.given} />}
              {gap.outcome === "partly" ? ` (${t("sitting:result.gap.partly")})` : ""}
            </td>
            <td>
              <Html html={gap.key} />
              {gap.why === "" ? null : <div className="why" dangerouslySetInnerHTML={{ __html: gap.why }} />}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the panel said, as figures with a bar beside each. The bars' widths are attributes: still pages take no styles. */
export function Panel({ question }: PartProps) {
  const t = useTranslate();
  const locale = useLocale();
  const { panel } = question;
  if (panel === null) return null;
  const most = Math.max(1, ...panel.votes.map(({ count }) => count));
  return (
    <>
      <dl className="script">
        <dt>{t("sitting:concordance.hypothesis")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: panel.hypothesis }} />
        <dt>{t("sitting:concordance.finding")}</dt>
        <dd dangerouslySetInnerHTML={{ __html: panel.finding }} />
      </dl>
      <table className="answer-table panel">
        <caption>{t("sitting:result.panel")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("sitting:result.panel.answer")}</th>
            <th scope="col">{t("sitting:result.panel.experts")}</th>
            <th scope="col" className="n">
              {t("sitting:result.panel.earns")}
            </th>
          </tr>
        </thead>
        <tbody>
          {panel.votes.map(({ value, count, share }) => (
            <tr key={value} className={panel.picked === value ? "is-picked" : ""}>
              <th scope="row">
                {t(`sitting:concordance.${value}`)}
                {panel.picked === value ? (
                  <>
                    {" "}
                    <span className="badge">{t("sitting:result.panel.yours")}</span>
                  </>
                ) : null}
              </th>
              <td>
                <span className="votes">{count}</span>
                <svg className="vote-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(100 * count) / most} height="10" />
                </svg>
              </td>
              <td className="n">{formatPercent(locale, share)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

export function Rating({ question }: PartProps) {
  const t = useTranslate();
  const picked = question.rating.find(({ isPicked }) => isPicked);
  if (picked === undefined) return null;
  return (
    <p className="note">
      {t("sitting:result.rating")} <Html html={picked.text} />
    </p>
  );
}

export function Essay({ question }: PartProps) {
  const t = useTranslate();
  const { essay } = question;
  if (essay === null) return null;
  return (
    <div className="explained-essay">
      {essay.text.trim() === "" ? null : (
        <section>
          <h4>{t("sitting:result.essay", { words: t("sitting:essay.words", { count: essay.words }) })}</h4>
          <div className="essay-text read">{essay.text}</div>
        </section>
      )}
      {essay.isPending ? <p className="note care">{t("sitting:result.essay.pending")}</p> : null}
      {essay.criteria.some(({ level }) => level !== null) ? <Criteria criteria={essay.criteria} /> : null}
      {essay.comment === "" ? null : (
        <section>
          <h4>{t("sitting:result.essay.comment")}</h4>
          <p className="essay-text">{essay.comment}</p>
        </section>
      )}
      {essay.model === "" ? null : (
        <details>
          <summary>{t("sitting:result.essay.model")}</summary>
          <div className="read" dangerouslySetInnerHTML={{ __html: essay.model }} />
        </details>
      )}
    </div>
  );
}

function Criteria({ criteria }: { criteria: NonNullable<ExplainedQuestion["essay"]>["criteria"] }) {
  const t = useTranslate();
  return (
    <table className="answer-table">
      <thead>
        <tr>
          <th scope="col">{t("sitting:result.essay.criterion")}</th>
          <th scope="col">{t("sitting:result.essay.level")}</th>
          <th scope="col" className="n">
            {t("sitting:result.essay.points")}
          </th>
        </tr>
      </thead>
      <tbody>
        {criteria.map((criterion) => (
          <tr key={criterion.id}>
            <th scope="row">
              <Html html={criterion.text} />
            </th>
            <td>{criterion.level === null ? t("sitting:result.none") : <Html html={criterion.level} />}</td>
            <td className="n">{t("sitting:result.essay.of", { points: criterion.points, most: criterion.most })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
