import { useNavigation } from "@remix-run/react";
import { type ReactNode, useState } from "react";
import type { Response } from "../../../quizzes/engine/model";
import type { ShownQuestion } from "../../assessments/sitting-facts";
import { formatDate } from "../../i18n/format";
import { useLocale, useTranslate } from "../../i18n/use-translate";
import type { AskedQuestion, Practised } from "../find-practice.server";
import { useInertUntilReady } from "../../ui/use-inert-until-ready";
import { ExplainedAnswer } from "./explained-answer";

/** How a question is answered: the view belongs to the attempts' own folder, and the route hands it in. */
export type Answering = (
  question: ShownQuestion,
  response: Response | null,
  onAnswer: (response: Response | null) => void,
) => ReactNode;

/** One question outside sittings, with its own form: the answer goes to the server, the page comes back explained. */
export function PracticeQuestion({ next, answering }: { next: AskedQuestion; answering: Answering }) {
  const t = useTranslate();
  const [response, setResponse] = useState<Response | null>(null);
  const isBusy = useNavigation().state !== "idle";
  const { question } = next;
  // The stem of a cloze holds its fields, so there the track names the group.
  const named = question.kind === "cloze" ? "practice-track" : "practice-stem";
  return (
    <form method="post" className="sheet">
      <input type="hidden" name="track" value={next.trackSlug} />
      <input type="hidden" name="question" value={question.id} />
      <input type="hidden" name="turn" value={next.turn} />
      <input type="hidden" name="response" value={JSON.stringify(response)} />
      <p className="ident" lang={next.language} id="practice-track">
        {next.trackTitle}
      </p>
      <div role="group" aria-labelledby={named} lang={next.language} className="question" {...useInertUntilReady()}>
        {question.kind === "cloze" ? null : (
          <div className="stem read" id="practice-stem" dangerouslySetInnerHTML={{ __html: question.stem }} />
        )}
        {answering(question, response, setResponse)}
      </div>
      <p className="row practice-acts">
        <button type="submit" className="btn main" aria-busy={isBusy}>
          {t(response === null ? "practice:show" : "practice:check")}
        </button>
      </p>
    </form>
  );
}

interface ToldProps {
  readonly done: Practised;
  readonly timeZone: string;
  /** The way on. */
  readonly href: string;
  readonly onward: string;
}

/** The answer explained, whether it was right, and when the question comes back. */
export function PracticeTold({ done, timeZone, href, onward }: ToldProps) {
  const t = useTranslate();
  const locale = useLocale();
  const isRight = done.explained.outcome === "right";
  return (
    <>
      <p className={isRight ? "note pass" : "note mark"} role="status">
        {t(isRight ? "practice:right" : "practice:missed")}
        {done.dueAt === null ? null : ` ${t("practice:due", { date: formatDate(locale, done.dueAt, timeZone) })}`}
      </p>
      <ExplainedAnswer
        question={{ ...done.explained, number: 1, isLate: false, coveredIn: done.coveredIn }}
        page={{
          trackSlug: done.trackSlug,
          language: done.language,
          lesson: done.coveredIn ?? { id: "", number: 0, title: "" },
        }}
      />
      <p className="row practice-acts">
        <a className="btn main" href={href}>
          {onward}
        </a>
      </p>
    </>
  );
}
