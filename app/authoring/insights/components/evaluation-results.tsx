import { formatNumber, formatPercent } from "../../../i18n/format";
import type { MessageKey } from "../../../i18n/messages";
import { useLocale, useTranslate } from "../../../i18n/use-translate";
import { ScrollRegion } from "../../../ui/scroll-region";
import { type EvaluationQuestion, type EvaluationSummary, fewestEvaluations } from "../evaluation-summary";
import { ShareBar } from "./share-bar";

const textsShown = 100;

/** What learners said in the evaluation: counts, the mean, free texts. Nothing of it under five answers. */
export function EvaluationResults({ summary }: { summary: EvaluationSummary }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className="sheet" aria-labelledby="evaluations">
      <h2 id="evaluations">{t("insights:evaluations")}</h2>
      {summary.isShown ? (
        <>
          <p>
            {t("insights:evaluations.summary", {
              count: summary.count,
              mean: formatNumber(locale, summary.meanRelevance, 1),
            })}
          </p>
          {(["relevance", "bias", "practice"] as const).map((question) => (
            <AnswerTable key={question} question={question} summary={summary} />
          ))}
          <FreeTexts texts={summary.texts} />
        </>
      ) : (
        <p>{t("insights:evaluations.few", { count: fewestEvaluations })}</p>
      )}
    </section>
  );
}

type Shown = Extract<EvaluationSummary, { isShown: true }>;

function AnswerTable({ question, summary }: { question: EvaluationQuestion; summary: Shown }) {
  const t = useTranslate();
  const locale = useLocale();
  const label = t(`learning:evaluation.${question}`);
  return (
    <ScrollRegion label={label}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">{t("insights:evaluations.answer")}</th>
            <th scope="col">{t("insights:evaluations.share")}</th>
            <th scope="col" className="n">
              {t("insights:evaluations.given")}
            </th>
          </tr>
        </thead>
        <tbody>
          {Object.entries(summary.counts[question]).map(([choice, count]) => (
            <tr key={choice}>
              {/* Every choice of the form has its sentence in the catalogue. */}
              <th scope="row">{t(`learning:evaluation.${question}.${choice}` as MessageKey)}</th>
              <td className="g">
                <ShareBar share={count / summary.count} />
                <span>{formatPercent(locale, (100 * count) / summary.count)}</span>
              </td>
              <td className="n">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

function FreeTexts({ texts }: { texts: readonly string[] }) {
  const t = useTranslate();
  if (texts.length === 0) return null;
  return (
    <>
      <h3>{t("learning:evaluation.text")}</h3>
      <p className="small quiet">{t("insights:evaluations.texts", { count: texts.length })}</p>
      <ul className="insight-said">
        {texts.slice(0, textsShown).map((text, i) => (
          // Two learners may say the same.
          <li key={`${String(i)} ${text}`}>{text}</li>
        ))}
      </ul>
      {texts.length > textsShown ? (
        <p className="small">{t("insights:evaluations.rest", { count: textsShown })}</p>
      ) : null}
    </>
  );
}
