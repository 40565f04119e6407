import type { Question } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";

/** What a question is filed under, and where its fact comes from. */
export function QuestionTags({ question }: { question: Question }) {
  const t = useTranslate();
  const { source } = question;
  return (
    <section aria-labelledby="tags" className="stack">
      <h2 id="tags">{t("banks:tags")}</h2>
      <dl className="facts">
        <dt>{t("banks:field.topic")}</dt>
        <dd>{question.topic}</dd>
        <dt>{t("banks:field.outcomes")}</dt>
        <dd>{question.outcomes.length === 0 ? t("banks:tags.none") : question.outcomes.join(", ")}</dd>
        <dt>{t("banks:field.difficulty")}</dt>
        <dd>{t(`banks:difficulty.${question.difficulty}`)}</dd>
        <dt>{t("banks:field.professions")}</dt>
        <dd>{question.professions === undefined ? t("banks:tags.everybody") : question.professions.join(", ")}</dd>
        <dt>{t("banks:field.lesson")}</dt>
        <dd>{question.lesson ?? t("banks:tags.none")}</dd>
        <dt>{t("banks:field.source")}</dt>
        <dd lang={source === null ? undefined : "en"}>
          {source === null ? t("banks:tags.none") : `${source.cite} (${String(source.year)}) [${source.mark}]`}
        </dd>
      </dl>
    </section>
  );
}
