import { formatMarks, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import { stepTone } from "../../ui/step-wedge";
import type { ResultPage } from "../find-quiz.server";
import { ExplainedAnswer } from "./explained-answer";

/** A sitting that is over: the verdict first, the next step, then every answer explained. */
export function ResultView({ page, timeZone }: { page: ResultPage; timeZone: string }) {
  const t = useTranslate();
  const again = page.questions.filter((question) => question.outcome !== "right" && question.outcome !== "void");
  const others = page.questions.filter((question) => !again.includes(question));
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
      <div className="rg">
        <section aria-labelledby="answers">
          <h2 id="answers">{t("sitting:result.answers")}</h2>
          {again.length > 0 ? (
            <h3>{t("sitting:result.toLookAt", { count: again.length })}</h3>
          ) : (
            <p>{t("sitting:result.allRight")}</p>
          )}
          <div className="qs">
            {again.map((question) => (
              <ExplainedAnswer key={question.id} question={question} page={page} />
            ))}
          </div>
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
    </main>
  );
}

function VerdictSheet({ page, timeZone }: { page: ResultPage; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const { verdict } = page;
  const score = formatMarks(locale, verdict.scoreHundredths);
  const max = formatMarks(locale, verdict.maxHundredths);
  const needed = formatMarks(locale, Math.ceil((verdict.maxHundredths * page.passPercent) / 100));
  const better = page.others.some(
    (other) =>
      other.passed && other.scoreHundredths * verdict.maxHundredths > verdict.scoreHundredths * other.maxHundredths,
  );
  return (
    <section className={verdict.passed ? "sheet quiz-verdict passed" : "sheet quiz-verdict"} aria-labelledby="verdict">
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
      <div className="vg">
        <div>
          <h1 id="verdict">
            {verdict.passed
              ? t("sitting:result.passed", { score, max })
              : t("sitting:result.notPassed", { score, max, needed })}
          </h1>
          <p className="lead">
            {page.endReason === "time" ? `${t("sitting:result.time")} ` : ""}
            {verdict.passed && !better ? `${t("sitting:result.best")} ` : ""}
            {page.others.length > 0 ? t("sitting:result.other", { count: page.others.length }) : ""}
          </p>
          {verdict.passed ? <NextStep page={page} /> : <ReadAgain page={page} />}
        </div>
        <Scale
          score={verdict.scoreHundredths}
          max={verdict.maxHundredths}
          passPercent={page.passPercent}
          label={t("sitting:result.scale", { score, max, needed })}
          toPass={t("sitting:result.toPass", { needed })}
        />
      </div>
    </section>
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
      <a className="btn line" href="#answers">
        {t("sitting:result.seeAnswers")}
      </a>
    </p>
  );
}

function ReadAgain({ page }: { page: ResultPage }) {
  const t = useTranslate();
  const wrong = page.questions.filter((question) => question.outcome !== "right" && question.outcome !== "void");
  const lessons = [
    ...new Map(
      wrong.flatMap(({ coveredIn }) => (coveredIn === null ? [] : [[coveredIn.id, coveredIn] as const])),
    ).values(),
  ].sort((a, b) => a.number - b.number);
  return (
    <>
      <p>{t("sitting:result.readAgain")}</p>
      <ul className="read-again">
        {lessons.map((lesson) => (
          <li key={lesson.id}>
            <a href={`/learn/${page.trackSlug}/${lesson.id}`} lang={page.language}>
              {t("sitting:result.lesson", { number: lesson.number, title: lesson.title })}
            </a>
          </li>
        ))}
      </ul>
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
    </>
  );
}

/** The wedge laid flat as a scale, with the pass mark. */
function Scale({
  score,
  max,
  passPercent,
  label,
  toPass,
}: {
  score: number;
  max: number;
  passPercent: number;
  label: string;
  toPass: string;
}) {
  const steps = Math.max(1, Math.round(max / 100));
  const width = 400;
  const lit = Math.floor(score / 100);
  const passAt = (width * passPercent) / 100;
  return (
    <div className="scale">
      <svg
        className="step-wedge flat"
        viewBox={`0 0 ${String(width)} 40`}
        preserveAspectRatio="none"
        role="img"
        aria-label={label}
      >
        {Array.from({ length: steps }, (_, i) => (
          <rect
            key={stepTone(i + 1, steps)}
            className={i < lit ? "lit" : "rim"}
            x={(i * width) / steps + 1}
            y="1"
            width={width / steps - 2}
            height="38"
            fill={stepTone(i + 1, steps)}
          />
        ))}
      </svg>
      <svg className="scale-ticks" viewBox={`0 0 ${String(width)} 34`} aria-hidden="true" focusable="false">
        <path d={`M${String(passAt)} 0v10`} stroke="currentColor" strokeWidth="2" />
        <text x={Math.min(width - 48, Math.max(48, passAt))} y="27" textAnchor="middle">
          {toPass}
        </text>
      </svg>
    </div>
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
