import { formatMarks, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { ResultPage } from "../find-quiz.server";
import { ExplainedAnswer } from "./explained-answer";
import { ResultScale } from "./result-scale";

/** A sitting that is over: the verdict first, the next step, then every answer explained. */
export function ResultView({ page, timeZone }: { page: ResultPage; timeZone: string }) {
  const t = useTranslate();
  return (
    <main id="main" className="page res">
      <ol className="crumbs">
        <li>
          <a href="/my">{t("common:nav.my")}</a>
        </li>
        <li>
          <a href={`/learn/${page.trackSlug}/${page.lesson.id}`} lang={page.language}>
            {page.lesson.number}. {page.lesson.title}
          </a>
        </li>
      </ol>
      <VerdictSheet page={page} timeZone={timeZone} />
      {page.isExplained ? <Answers page={page} /> : null}
    </main>
  );
}

const toLookAt = ["partly", "wrong", "open", "invalid"];

/** Every answer explained, those to look at again first. */
function Answers({ page }: { page: ResultPage }) {
  const t = useTranslate();
  const isIn = (outcomes: readonly string[]) => page.questions.filter(({ outcome }) => outcomes.includes(outcome));
  const again = isIn(toLookAt);
  const rest = isIn(["pending", "unmarked"]);
  const others = isIn(["right", "void"]);
  return (
    <div className="rg">
      <section aria-labelledby="answers">
        <h2 id="answers">{t("sitting:result.answers")}</h2>
        {again.length > 0 ? <h3>{t("sitting:result.toLookAt", { count: again.length })}</h3> : null}
        {again.length + rest.length === 0 ? <p>{t("sitting:result.allRight")}</p> : null}
        <div className="qs">
          {again.map((question) => (
            <ExplainedAnswer key={question.id} question={question} page={page} />
          ))}
        </div>
        {rest.length === 0 ? null : (
          <>
            <h3>{t("sitting:result.rest", { count: rest.length })}</h3>
            <div className="qs">
              {rest.map((question) => (
                <ExplainedAnswer key={question.id} question={question} page={page} />
              ))}
            </div>
          </>
        )}
        {others.length > 0 ? (
          <details className="all-right">
            <summary>{t("sitting:result.right", { count: others.length })}</summary>
            <div className="qs">
              {others.map((question) => (
                <ExplainedAnswer key={question.id} question={question} page={page} />
              ))}
            </div>
          </details>
        ) : null}
      </section>
      <ByOutcome page={page} />
    </div>
  );
}

function VerdictSheet({ page, timeZone }: { page: ResultPage; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <section className={page.passed ? "sheet quiz-verdict passed" : "sheet quiz-verdict"} aria-labelledby="verdict">
      <ul className="ident">
        <li>
          <b lang={page.language}>{page.lesson.title}</b>
        </li>
        <li>
          {page.attempts === null
            ? t("sitting:bar.attempt", { number: page.number })
            : t("sitting:bar.attemptOf", { number: page.number, all: page.attempts })}
        </li>
        <li>{formatMoment(locale, page.endedAt, timeZone)}</li>
      </ul>
      {page.score === null || page.passed === null ? (
        <WithoutScore page={page} />
      ) : (
        <WithScore page={page} {...page.score} />
      )}
    </section>
  );
}

/** The verdict of an attempt whose score isn't shown: it waits for a marker, or the quiz keeps its answers. */
function WithoutScore({ page }: { page: ResultPage }) {
  const t = useTranslate();
  const verdict = page.passed === null ? "waiting" : page.passed ? "done" : "notDone";
  return (
    <div>
      <h1 id="verdict">{t(`sitting:result.${verdict}`)}</h1>
      {page.feedback === "never" || page.feedback === "passing" ? (
        <p className="lead">{t(`sitting:result.kept.${page.feedback}`)}</p>
      ) : null}
      {page.passed === null ? <p className="lead">{t("sitting:result.waiting.text")}</p> : null}
      {page.passed ? <NextStep page={page} /> : null}
      {page.passed === false ? <SitAgain page={page} /> : null}
    </div>
  );
}

type Score = NonNullable<ResultPage["score"]>;

function WithScore({ page, scoreHundredths, maxHundredths }: { page: ResultPage } & Score) {
  const t = useTranslate();
  const locale = useLocale();
  const score = formatMarks(locale, scoreHundredths);
  const max = formatMarks(locale, maxHundredths);
  const needed = formatMarks(locale, Math.ceil((maxHundredths * page.passPercent) / 100));
  const better = page.others.some(
    (other) =>
      other.passed &&
      other.score !== null &&
      other.score.scoreHundredths * maxHundredths > scoreHundredths * other.score.maxHundredths,
  );
  return (
    <div className="vg">
      <div>
        <h1 id="verdict">
          {page.passed
            ? t("sitting:result.passed", { score, max })
            : t("sitting:result.notPassed", { score, max, needed })}
        </h1>
        <p className="lead">
          {page.endReason === "time" ? `${t("sitting:result.time")} ` : ""}
          {page.passed && !better ? `${t("sitting:result.best")} ` : ""}
          {page.others.length > 0 ? t("sitting:result.other", { count: page.others.length }) : ""}
        </p>
        {page.passed ? <NextStep page={page} /> : <ReadAgain page={page} />}
      </div>
      <ResultScale
        score={scoreHundredths}
        max={maxHundredths}
        passPercent={page.passPercent}
        label={t("sitting:result.scale", { score, max, needed })}
        toPass={t("sitting:result.toPass", { needed })}
      />
    </div>
  );
}

function NextStep({ page }: { page: ResultPage }) {
  const t = useTranslate();
  return (
    <p className="row">
      {page.next ? (
        <a className="btn main" href={`/learn/${page.trackSlug}/${page.next.id}`}>
          {t("sitting:result.goTo", { number: page.next.number, title: page.next.title })}
        </a>
      ) : (
        <a className="btn main" href="/my">
          {t("common:nav.my")}
        </a>
      )}
      {page.isExplained ? (
        <a className="btn line" href="#answers">
          {t("sitting:result.seeAnswers")}
        </a>
      ) : null}
    </p>
  );
}

function ReadAgain({ page }: { page: ResultPage }) {
  const t = useTranslate();
  const wrong = page.questions.filter(({ outcome }) => toLookAt.includes(outcome));
  const lessons = [
    ...new Map(
      wrong.flatMap(({ coveredIn }) => (coveredIn === null ? [] : [[coveredIn.id, coveredIn] as const])),
    ).values(),
  ].sort((a, b) => a.number - b.number);
  return (
    <>
      {lessons.length === 0 ? null : <p>{t("sitting:result.readAgain")}</p>}
      <ul className="read-again">
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <a href={`/learn/${page.trackSlug}/${lesson.id}`} lang={page.language}>
              {t("sitting:result.lesson", { number: lesson.number, title: lesson.title })}
            </a>
          </li>
        ))}
      </ul>
      <SitAgain page={page} />
    </>
  );
}

function SitAgain({ page }: { page: ResultPage }) {
  const t = useTranslate();
  return (
    <p className="row">
      {page.attemptsLeft === 0 ? null : (
        <a className="btn main" href={`/learn/${page.trackSlug}/${page.lesson.id}`}>
          {t("sitting:result.sitAgain")}
        </a>
      )}
      {page.attemptsLeft === null ? null : (
        <span className="small quiet">{t("sitting:result.attemptsLeft", { count: page.attemptsLeft })}</span>
      )}
    </p>
  );
}

function ByOutcome({ page }: { page: ResultPage }) {
  const t = useTranslate();
  const locale = useLocale();
  const minutes = Math.max(
    1,
    Math.round((new Date(page.endedAt).getTime() - new Date(page.startedAt).getTime()) / 60_000),
  );
  return (
    <aside className="by" aria-labelledby="by">
      <h2 id="by">{t("sitting:result.byOutcome")}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t("sitting:result.byOutcome.outcome")}</th>
            <th scope="col" className="n">
              {t("sitting:result.byOutcome.marks")}
            </th>
          </tr>
        </thead>
        <tbody>
          {page.outcomes.map((outcome) => (
            <tr key={outcome.code}>
              <th scope="row">
                {outcome.code} <span lang={page.language}>{outcome.text}</span>
              </th>
              <td className="n">
                {t("sitting:result.mark", {
                  score: formatMarks(locale, outcome.score),
                  max: formatMarks(locale, outcome.max),
                  count: outcome.max / 100,
                })}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="small quiet">{t("sitting:result.duration", { minutes })}</p>
    </aside>
  );
}
