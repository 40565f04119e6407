import { useNavigation } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import type { Response } from "../../../quizzes/engine/model";
import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { ShownQuestion } from "../../assessments/sitting-facts";
import type { Refreshed, RefresherPage } from "../find-refresher.server";
import { ExplainedAnswer } from "./explained-answer";

/** How a question is answered: the view belongs to the attempts' own folder, and the route hands it in. */
type Answering = (
  question: ShownQuestion,
  response: Response | null,
  onAnswer: (response: Response | null) => void,
) => ReactNode;

/** Today's questions one after the other, each explained as soon as it is answered. */
export function RefresherScreen(props: {
  page: RefresherPage;
  done: Refreshed | null;
  timeZone: string;
  answering: Answering;
}) {
  const t = useTranslate();
  return (
    <main id="main" className="page page-top refresher">
      <h1>{t("practice:title")}</h1>
      {props.done === null ? <Ask {...props} /> : <Told done={props.done} timeZone={props.timeZone} />}
    </main>
  );
}

function Ask({ page, answering }: { page: RefresherPage; answering: Answering }) {
  const t = useTranslate();
  if (page.next === null) {
    return (
      <>
        <p className="lead">{t(page.doneToday > 0 ? "practice:done" : "practice:none")}</p>
        <p>
          <a className="btn line" href="/my">
            {t("practice:back")}
          </a>
        </p>
      </>
    );
  }
  return (
    <>
      <p className="lead">{t("practice:left", { count: page.left })}</p>
      <Question key={page.next.question.id} next={page.next} answering={answering} />
    </>
  );
}

function Question({ next, answering }: { next: NonNullable<RefresherPage["next"]>; answering: Answering }) {
  const t = useTranslate();
  const [response, setResponse] = useState<Response | null>(null);
  const isBusy = useNavigation().state !== "idle";
  const { question } = next;
  return (
    <form method="post" className="sheet">
      <input type="hidden" name="track" value={next.trackSlug} />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="response" value={JSON.stringify(response)} />
      <p className="ident" lang={next.language}>
        {next.trackTitle}
      </p>
      <div role="group" aria-labelledby="refresher-stem" lang={next.language}>
        <div className="stem read" id="refresher-stem" dangerouslySetInnerHTML={{ __html: question.stem }} />
        {answering(question, response, setResponse)}
      </div>
      <p className="row">
        <button type="submit" className="btn main" aria-busy={isBusy}>
          {t(response === null ? "practice:show" : "practice:check")}
        </button>
      </p>
    </form>
  );
}

function Told({ done, timeZone }: { done: Refreshed; timeZone: string }) {
  const t = useTranslate();
  const locale = useLocale();
  return (
    <>
      <p className="note tint" role="status">
        {t("practice:due", { date: formatDate(locale, done.dueAt, timeZone) })}
      </p>
      <ExplainedAnswer
        question={{ ...done.explained, number: 1, isLate: false, coveredIn: done.coveredIn }}
        page={{
          trackSlug: done.trackSlug,
          language: done.language,
          lesson: done.coveredIn ?? { id: "", number: 0, title: "" },
        }}
      />
      <p className="row">
        <a className="btn main" href="/my/refresher">
          {done.left > 0 ? t("practice:next", { count: done.left }) : t("practice:finish")}
        </a>
      </p>
    </>
  );
}
