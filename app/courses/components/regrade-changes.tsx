import { formatDate, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { Done } from "../../ui/form-summary";
import type { LateAnswer, RegradeChange } from "../find-regrade-changes.server";
import { useStanding } from "./regrade-table";

/** On a participant's page: what rulings made of the results, and why. */
export function RegradeChanges({ changes, timeZone }: { changes: readonly RegradeChange[]; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const standing = useStanding();
  if (changes.length === 0) return null;
  return (
    <section aria-labelledby="regrades">
      <h2 id="regrades">{t("regrade:participant.title")}</h2>
      <ul>
        {changes.map(({ lessonTitle, number, before, after, reason, at }) => (
          <li key={`${at} ${lessonTitle} ${String(number)}`}>
            {t("regrade:participant.change", {
              lesson: lessonTitle,
              number,
              before: standing(before),
              after: standing(after),
              date: formatDate(locale, at, timeZone),
            })}{" "}
            {t("regrade:participant.reason", { reason })}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface LateAnswersPage {
  readonly title: string;
  readonly answers: readonly LateAnswer[];
  readonly isJustCounted: boolean;
  readonly backHref: string;
  readonly timeZone: string;
}

/** Answers of one participant that came late and do not count, each with the button that counts it. */
export function LateAnswers({ page }: { page: LateAnswersPage }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <main id="main" className="page page-top participants">
      <p className="small">
        <a href={page.backHref}>{t("regrade:late.back")}</a>
      </p>
      <h1>{page.title}</h1>
      <p className="lead">{t("regrade:late.text")}</p>
      {page.isJustCounted ? <Done text={t("regrade:late.done")} /> : null}
      {page.answers.length === 0 ? <p>{t("regrade:late.none")}</p> : null}
      <ul className="mistakes">
        {page.answers.map((answer) => {
          const moment = formatMoment(locale, answer.at, page.timeZone);
          const { lessonTitle: lesson, number, questionId: question } = answer;
          const text = t("regrade:late.answer", { lesson, number, question, moment });
          return (
            <li key={answer.id} className="sheet tight">
              <p>{text}</p>
              <form method="post">
                <button
                  type="submit"
                  className="btn line sm"
                  name="answer"
                  value={answer.id}
                  aria-label={`${t("regrade:late.count")}: ${text}`}
                >
                  {t("regrade:late.count")}
                </button>
              </form>
            </li>
          );
        })}
      </ul>
    </main>
  );
}
