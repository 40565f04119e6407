import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { SelectField, TextField } from "../../../ui/field";
import { writeBankQuery } from "../../banks/bank-query";
import { useKindName } from "../../banks/components/bank-words";
import { questionKinds } from "../../banks/kinds";
import type { QuestionChoice } from "../question-choice.server";
import { TrackHead } from "./track-head";
import { trackPath } from "./track-words";

/** The bank of the track, to put questions into every paper of a quiz. */
export function QuestionChoicePage({ page }: { page: QuestionChoice }) {
  const t = useTranslate();
  const { head, lesson } = page;
  const quiz = trackPath(head.societySlug, head.trackSlug, `/lessons/${lesson.id}`);
  return (
    <main id="main" className="page tracks">
      <TrackHead head={head} />
      <h1 className="draft-title">{t("tracks:choice.title", { title: lesson.title })}</h1>
      <p>
        <a href={quiz}>{t("tracks:choice.back")}</a>
      </p>
      <Filters page={page} />
      <section aria-labelledby="question-count">
        <h2 id="question-count">{t("banks:bank.count", { count: page.count })}</h2>
        {page.count === 0 ? <p>{t("banks:bank.none")}</p> : null}
        <form method="post" action={`${quiz}/questions${writeBankQuery(page.query)}`}>
          <ul className="register">
            {page.questions.map((question) => (
              <Question key={question.key} question={question} page={page} />
            ))}
          </ul>
        </form>
        <Pages page={page} href={`${quiz}/questions`} />
      </section>
    </main>
  );
}

function Filters({ page: { query, bank, topics } }: { page: QuestionChoice }) {
  const t = useTranslate();
  const kindName = useKindName();
  return (
    <form className="bank-filters" role="search" aria-label={bank.title}>
      <TextField
        name="q"
        label={t("banks:filter.search")}
        hint={t("banks:filter.search.hint")}
        typed={query.q}
        input={{ type: "search", maxLength: 200, spellCheck: false }}
      />
      <SelectField
        name="kind"
        label={t("banks:filter.kind")}
        empty={t("banks:filter.all")}
        chosen={query.kind}
        choices={questionKinds.map((kind) => ({ value: kind, text: kindName(kind) }))}
      />
      <SelectField
        name="topic"
        label={t("banks:filter.topic")}
        empty={t("banks:filter.all")}
        chosen={query.topic}
        choices={topics.map((topic) => ({ value: topic, text: topic }))}
      />
      <SelectField
        name="difficulty"
        label={t("banks:filter.difficulty")}
        empty={t("banks:filter.all")}
        chosen={query.difficulty}
        choices={(["1", "2", "3"] as const).map((value) => ({ value, text: t(`banks:difficulty.${value}`) }))}
      />
      <Button look="line">{t("banks:filter.show")}</Button>
    </form>
  );
}

function Question({ question, page }: { question: QuestionChoice["questions"][number]; page: QuestionChoice }) {
  const t = useTranslate();
  const kindName = useKindName();
  const isIn = page.fixed.includes(question.key);
  const act = isIn ? "take-out" : "put-in";
  return (
    <li>
      <div>
        <p className="what" lang="en">
          {question.stem.length <= 180 ? question.stem : `${question.stem.slice(0, 180).trimEnd()}…`}
        </p>
        <p className="small quiet">
          {kindName(question.kind)} · {question.topic} · {question.key}
        </p>
      </div>
      {page.head.mayWrite ? (
        <Button
          look="line"
          small
          name="intent"
          value={`${act}:${question.key}`}
          label={`${t(`tracks:choice.${act}`)}: ${question.key}`}
        >
          {t(`tracks:choice.${act}`)}
        </Button>
      ) : null}
    </li>
  );
}

function Pages({ page: { page, pageCount, query }, href }: { page: QuestionChoice; href: string }) {
  const t = useTranslate();
  if (pageCount === 1) return null;
  const at = (number: number) => `${href}${writeBankQuery({ ...query, page: number })}`;
  return (
    <nav className="row" aria-label={t("banks:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("banks:pages.previous")}</a> : null}
      <span>{t("banks:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("banks:pages.next")}</a> : null}
    </nav>
  );
}
