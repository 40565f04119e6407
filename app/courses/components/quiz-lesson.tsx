import type { ReactNode } from "react";
import { formatMarks, formatMoment } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { QuizIntro } from "../find-quiz.server";
import type { LessonShell } from "../lesson-view";
import { IdentityCheck } from "./identity-check";
import { LessonFrame, LessonLinks } from "./lesson-frame";

interface QuizLessonProps {
  readonly page: LessonShell;
  readonly quiz: QuizIntro;
  readonly learnerName: string;
  readonly timeZone: string;
  readonly error: string | null;
}

/** A quiz as a preview shows it: the rules, and a paper to look at where the button stands otherwise. */
export function QuizPreview({ page, quiz, paper }: Pick<QuizLessonProps, "page" | "quiz"> & { paper: ReactNode }) {
  return (
    <LessonFrame page={page} after={<LessonLinks page={page} />}>
      <QuizHead page={page} quiz={quiz} />
      {paper}
    </LessonFrame>
  );
}

/** A quiz before and between its sittings: the rules, what was sat, and the one button that starts or goes on. */
export function QuizLesson({ page, quiz, learnerName, timeZone, error }: QuizLessonProps) {
  return (
    <LessonFrame page={page} after={<LessonLinks page={page} />}>
      <QuizHead page={page} quiz={quiz} />
      <StartForm quiz={quiz} learnerName={learnerName} timeZone={timeZone} error={error} />
      {quiz.sittings.length > 0 ? <Sittings page={page} quiz={quiz} timeZone={timeZone} /> : null}
      <Practice page={page} state={quiz.practice} />
    </LessonFrame>
  );
}

function QuizHead({ page, quiz }: Pick<QuizLessonProps, "page" | "quiz">) {
  const t = useTranslate();
  return (
    <>
      <p className="lead" lang={page.contentLanguage}>
        {page.lesson.summary}
      </p>
      <p>{t("sitting:intro.lead", { count: quiz.questionCount })}</p>
      <section aria-labelledby="quiz-rules" className="quiz-part">
        <h2 id="quiz-rules">{t("sitting:intro.rules")}</h2>
        <QuizRules quiz={quiz} />
      </section>
    </>
  );
}

/** The way to practice where it is open, and when it will be. */
function Practice({ page, state }: { page: LessonShell; state: QuizIntro["practice"] }) {
  const t = useTranslate();
  if (state === "closed" || state === "never") return null;
  return (
    <section aria-labelledby="quiz-practice" className="quiz-part">
      <h2 id="quiz-practice">{t("practice:quiz")}</h2>
      <p>{t(state === "open" ? "practice:quiz.open" : `practice:quiz.${state}`)}</p>
      {state === "open" ? (
        <p className="row">
          <a className="btn line" href={`/learn/${page.trackSlug}/${page.lesson.id}/practice`}>
            {t("practice:quiz.start")}
          </a>
        </p>
      ) : null}
    </section>
  );
}

function QuizRules({ quiz }: { quiz: QuizIntro }) {
  const t = useTranslate();
  return (
    <dl className="facts">
      <dt>{t("sitting:intro.questions")}</dt>
      <dd>{quiz.questionCount}</dd>
      <dt>{t("sitting:intro.pass")}</dt>
      <dd>{t("sitting:intro.pass.value", { percent: quiz.passPercent })}</dd>
      <dt>{t("sitting:intro.attempts")}</dt>
      <dd>
        {quiz.attempts === null || quiz.attemptsLeft === null
          ? t("sitting:intro.attempts.any")
          : t("sitting:intro.attempts.left", { count: quiz.attemptsLeft, all: quiz.attempts })}
        . {t("sitting:intro.best")}
      </dd>
      <dt>{t("sitting:intro.time")}</dt>
      <dd>
        {quiz.timeLimitMinutes === null
          ? t("sitting:intro.time.none")
          : t("sitting:intro.time.minutes", { minutes: quiz.timeLimitMinutes })}
      </dd>
      <dt>{t("sitting:intro.feedback")}</dt>
      <dd>{t(`sitting:intro.feedback.${quiz.feedback}`)}</dd>
      {quiz.certainty ? (
        <>
          <dt>{t("sitting:intro.certainty")}</dt>
          <dd>{t("sitting:intro.certainty.text")}</dd>
        </>
      ) : null}
    </dl>
  );
}

/** Why no sitting can be started now; null when one can. */
function useObstacle(quiz: QuizIntro, timeZone: string): { text: string; isPassed: boolean } | null {
  const t = useTranslate();
  const locale = useLocale();
  if (quiz.openAt !== null)
    return { text: t("sitting:intro.tooSoon", { when: formatMoment(locale, quiz.openAt, timeZone) }), isPassed: false };
  if (quiz.sittings.some((sitting) => sitting.state === "running") || quiz.attemptsLeft !== 0) return null;
  const isPassed = hasPassed(quiz);
  return {
    text: isPassed ? t("sitting:intro.passed") : t("sitting:intro.noneLeft", { count: quiz.attempts ?? 0 }),
    isPassed,
  };
}

const hasPassed = (quiz: QuizIntro) => quiz.sittings.some((sitting) => sitting.state === "passed");

function useStartLabel(quiz: QuizIntro): string {
  const t = useTranslate();
  const running = quiz.sittings.find((sitting) => sitting.state === "running");
  if (running) return t("sitting:intro.goOn", { number: running.number });
  return quiz.sittings.length > 0 ? t("sitting:intro.again") : t("sitting:intro.start");
}

function StartForm({ quiz, learnerName, timeZone, error }: Omit<QuizLessonProps, "page">) {
  const t = useTranslate();
  const obstacle = useObstacle(quiz, timeZone);
  const label = useStartLabel(quiz);
  const passed = hasPassed(quiz);
  if (obstacle !== null) return <p className={obstacle.isPassed ? "note pass" : "note care"}>{obstacle.text}</p>;
  return (
    <form method="post" className="stack quiz-part" noValidate>
      <input type="hidden" name="intent" value="start" />
      {passed ? <p className="note pass">{t("sitting:intro.passed")}</p> : null}
      {quiz.mustConfirmIdentity ? (
        <IdentityCheck name={learnerName} error={error === null ? null : t("sitting:intro.identity.error")} />
      ) : null}
      <p>
        <button className={passed ? "btn line" : "btn main"} type="submit">
          {label}
        </button>
      </p>
    </form>
  );
}

function Sittings({ page, quiz, timeZone }: { page: LessonShell; quiz: QuizIntro; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  const marks = (hundredths: number) => formatMarks(locale, hundredths);
  const result = ({ state, score }: QuizIntro["sittings"][number]) => {
    if (state === "running") return t("sitting:intro.sitting.running");
    if (state === "waiting") return t("sitting:intro.sitting.waiting");
    if (score === null) return t(state === "passed" ? "sitting:intro.sitting.done" : "sitting:intro.sitting.notDone");
    return t(state === "passed" ? "sitting:intro.sitting.passed" : "sitting:intro.sitting.notPassed", {
      score: marks(score.scoreHundredths),
      max: marks(score.maxHundredths),
    });
  };
  return (
    <section aria-labelledby="quiz-sittings" className="quiz-part">
      <h2 id="quiz-sittings">{t("sitting:intro.sittings")}</h2>
      <ul className="sittings">
        {[...quiz.sittings].reverse().map((sitting) => (
          <li key={sitting.number}>
            <b>{t("sitting:intro.sitting", { number: sitting.number })}</b>
            <span className="quiet small">
              {t("sitting:intro.sitting.date")} {formatMoment(locale, sitting.startedAt, timeZone)}
            </span>
            <span>{result(sitting)}</span>
            {sitting.state === "running" ? null : (
              <a href={`/learn/${page.trackSlug}/${page.lesson.id}/result/${String(sitting.number)}`}>
                {t("sitting:intro.sitting.look")}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
