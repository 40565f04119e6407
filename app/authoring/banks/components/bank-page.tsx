import { useTranslate } from "../../../i18n/use-translate";
import { SelectField, TextField } from "../../../ui/field";
import { Done } from "../../../ui/form-summary";
import { type BankQuery, questionStates, writeBankQuery } from "../bank-query";
import { questionKinds } from "../kinds";
import type { BankQuestionPage, ListedQuestion } from "../list-bank-questions.server";
import { BankCrumbs } from "./bank-crumbs";
import { bankPath, useKindName } from "./bank-words";

interface BankPageData extends BankQuestionPage {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly query: BankQuery;
  readonly societySlug: string;
  readonly mayWrite: boolean;
  /** How many questions the import has brought that led here; 0 = none did. */
  readonly justImported: number;
}

/** The questions of one bank. */
export function BankPage({ page }: { page: BankPageData }) {
  const t = useTranslate();
  const at = (place: string) => bankPath(page.societySlug, page.bank.slug, place);
  return (
    <main id="main" className="page banks">
      <BankCrumbs societySlug={page.societySlug} />
      <h1>{page.bank.title}</h1>
      {page.justImported > 0 ? <Done text={t("banks:import.done", { count: page.justImported })} /> : null}
      <p className="row">
        {page.mayWrite ? (
          <>
            <a className="btn main" href={at("/new")}>
              {t("banks:bank.new")}
            </a>
            <a className="btn line" href={at("/import")}>
              {t("banks:bank.import")}
            </a>
          </>
        ) : null}
        <a className="btn line" href={at("/export")}>
          {t("banks:bank.export")}
        </a>
      </p>
      <Filters page={page} />
      <section aria-labelledby="question-count">
        <h2 id="question-count">{t("banks:bank.count", { count: page.count })}</h2>
        {page.count === 0 ? <p>{t("banks:bank.none")}</p> : null}
        <ul className="register">
          {page.questions.map((question) => (
            <QuestionRow key={question.key} question={question} href={at(`/questions/${question.key}`)} />
          ))}
        </ul>
        <Pages page={page} />
      </section>
    </main>
  );
}

function Filters({ page }: { page: BankPageData }) {
  const t = useTranslate();
  const kindName = useKindName();
  const { query } = page;
  return (
    <form className="bank-filters" role="search" aria-label={page.bank.title}>
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
        choices={page.topics.map((topic) => ({ value: topic, text: topic }))}
      />
      <SelectField
        name="difficulty"
        label={t("banks:filter.difficulty")}
        empty={t("banks:filter.all")}
        chosen={query.difficulty}
        choices={(["1", "2", "3"] as const).map((value) => ({ value, text: t(`banks:difficulty.${value}`) }))}
      />
      <SelectField
        name="state"
        label={t("banks:filter.state")}
        chosen={query.state}
        choices={questionStates.map((state) => ({ value: state, text: t(`banks:state.${state}`) }))}
      />
      <button type="submit" className="btn main">
        {t("banks:filter.show")}
      </button>
    </form>
  );
}

function QuestionRow({ question, href }: { question: ListedQuestion; href: string }) {
  const t = useTranslate();
  const kindName = useKindName();
  return (
    <li>
      <div>
        <p className="what">
          <a href={href}>{shortened(question.stem)}</a>
        </p>
        <p className="small quiet">
          {kindName(question.kind)} · {question.topic} · {question.key}
        </p>
      </div>
      <p className="small num">
        {question.isRetired ? <span className="badge">{t("banks:retired")}</span> : null}{" "}
        {t("banks:revision.number", { number: question.revision })}
      </p>
    </li>
  );
}

/** A stem as one short line: pictures and line breaks go. */
function shortened(stem: string): string {
  const line = stem
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return line.length <= 180 ? line : `${line.slice(0, 180).trimEnd()}…`;
}

function Pages({ page: list }: { page: BankPageData }) {
  const t = useTranslate();
  const { page, pageCount } = list;
  if (pageCount === 1) return null;
  const at = (number: number) =>
    `${bankPath(list.societySlug, list.bank.slug)}${writeBankQuery({ ...list.query, page: number })}`;
  return (
    <nav className="row" aria-label={t("banks:pages")}>
      {page > 1 ? <a href={at(page - 1)}>{t("banks:pages.previous")}</a> : null}
      <span>{t("banks:pages.page", { page, count: pageCount })}</span>
      {page < pageCount ? <a href={at(page + 1)}>{t("banks:pages.next")}</a> : null}
    </nav>
  );
}
