import { useTranslate } from "../../i18n/use-translate";
import type { Practised, QuizPracticePage } from "../find-practice.server";
import { type Answering, PracticeQuestion, PracticeTold } from "./practice-parts";

interface QuizPracticeProps {
  readonly page: QuizPracticePage;
  readonly done: Practised | null;
  readonly timeZone: string;
  readonly answering: Answering;
}

/** The questions of a learner's own attempts, again and again until each was right today. */
export function QuizPracticeScreen({ page, done, timeZone, answering }: QuizPracticeProps) {
  const t = useTranslate();
  const here = `/learn/${page.trackSlug}/${page.lesson.id}`;
  return (
    <main id="main" className="page page-top practice">
      <ol className="crumbs">
        <li>
          <a href="/my">{t("common:nav.my")}</a>
        </li>
        <li>
          <a href={here} lang={page.language}>
            {page.lesson.title}
          </a>
        </li>
      </ol>
      <h1>{t("practice:quiz")}</h1>
      {done !== null ? (
        <PracticeTold
          done={done}
          timeZone={timeZone}
          href={page.left > 0 ? `${here}/practice` : here}
          onward={page.left > 0 ? t("practice:next", { count: page.left }) : t("practice:finish")}
        />
      ) : page.next === null ? (
        <NothingToAsk page={page} href={here} />
      ) : (
        <>
          <p className="lead">{t("practice:quiz.left", { count: page.left, all: page.count })}</p>
          <PracticeQuestion
            key={`${page.next.question.id} ${String(page.next.turn)}`}
            next={page.next}
            answering={answering}
          />
        </>
      )}
    </main>
  );
}

function NothingToAsk({ page, href }: { page: QuizPracticePage; href: string }) {
  const t = useTranslate();
  const why = page.state === "open" ? (page.count === 0 ? "empty" : "done") : page.state;
  return (
    <section className="sheet">
      <p className="lead">{t(`practice:quiz.${why}`)}</p>
      <p className="row practice-acts">
        <a className="btn main" href={href}>
          {t("practice:quiz.back")}
        </a>
      </p>
    </section>
  );
}
