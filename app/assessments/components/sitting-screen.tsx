import { type RefObject, useEffect, useRef, useState } from "react";
import type { PresentedQuestion } from "../../../quizzes/engine/present";
import type { Response } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import { HandIn } from "./hand-in";
import { Overview } from "./overview";
import { QuestionView } from "./question-view";
import { SittingBar } from "./sitting-bar";
import type { SittingFacts } from "../sitting-facts";
import { useAnswers } from "./use-answers";
import { useFlags } from "./use-flags";
import { useTimeLeft } from "./use-time-left";

/** A running sitting: one question on a sheet, the overview left, the rules and the hand-in right. */
export function SittingScreen(props: SittingFacts) {
  const { items } = props;
  const [at, setAt] = useState(props.startAt);
  const answers = useAnswers(
    props.sittingId,
    Object.fromEntries(items.map((item) => [item.question.id, item.response])),
  );
  const flags = useFlags(props.sittingId);
  const time = useTimeLeft(props.deadlineAt, props.serverNow);
  const go = (to: number) => {
    setAt(Math.min(items.length - 1, Math.max(0, to)));
  };
  useArrowKeys(at, go);
  const shown = useFocusOnTurn(at);
  const isAnswered = (id: string) => (answers.responses[id] ?? null) !== null;
  const open = items.filter((item) => !isAnswered(item.question.id)).length;
  const question = items[at]?.question;
  return (
    <>
      <SittingBar {...props} save={answers.save} notices={answers.notices} time={time} />
      <div className="page ex" {...useInertUntilReady()}>
        <Overview
          items={items.map((item) => item.question.id)}
          at={at}
          isAnswered={isAnswered}
          isFlagged={flags.has}
          onGo={go}
        />
        <main id="main" className="sheet paper" lang={props.language}>
          {question ? (
            <Paper
              key={question.id}
              field={shown}
              question={question}
              number={at + 1}
              count={items.length}
              response={answers.responses[question.id] ?? null}
              isFlagged={flags.has(question.id)}
              onFlag={(on) => {
                flags.set(question.id, on);
              }}
              onAnswer={(response) => {
                answers.answer(question.id, response);
              }}
              onGo={(step) => {
                go(at + step);
              }}
            />
          ) : null}
        </main>
        <HandIn
          open={open}
          passPercent={props.passPercent}
          isOver={time.isOver || answers.save.state === "over"}
          flush={answers.flush}
        />
      </div>
    </>
  );
}

/**
 * The attribute `inert` until this script runs in the page: a choice that is made before that would be seen and not
 * saved. React 18's types don't know the attribute yet.
 */
function useInertUntilReady(): { inert?: "" } {
  const [isReady, setIsReady] = useState(false);
  useEffect(() => {
    setIsReady(true);
  }, []);
  return isReady ? {} : { inert: "" };
}

/** Arrow keys turn the page, unless a field or a choice needs them. */
function useArrowKeys(at: number, go: (to: number) => void) {
  useEffect(() => {
    const turn = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest("input, select, textarea, dialog")) return;
      if (event.key === "ArrowRight") go(at + 1);
      if (event.key === "ArrowLeft") go(at - 1);
    };
    document.addEventListener("keydown", turn);
    return () => {
      document.removeEventListener("keydown", turn);
    };
  }, [at, go]);
}

/** The question that was turned to takes the focus: Tab leads to its first choice, and a screen reader reads its stem. */
function useFocusOnTurn(at: number) {
  const question = useRef<HTMLFieldSetElement>(null);
  const shown = useRef(at);
  useEffect(() => {
    if (shown.current !== at) question.current?.focus();
    shown.current = at;
  }, [at]);
  return question;
}

interface PaperProps {
  readonly field: RefObject<HTMLFieldSetElement>;
  readonly question: PresentedQuestion;
  readonly number: number;
  readonly count: number;
  readonly response: Response | null;
  readonly isFlagged: boolean;
  readonly onFlag: (on: boolean) => void;
  readonly onAnswer: (response: Response | null) => void;
  readonly onGo: (step: number) => void;
}

function Paper({ field, question, number, count, response, isFlagged, onFlag, onAnswer, onGo }: PaperProps) {
  const t = useTranslate();
  const hint =
    question.kind === "multiple" ? t(`sitting:hint.multiple.${question.rule}`) : t(`sitting:hint.${question.kind}`);
  return (
    <>
      <ul className="ident">
        <li>
          <b>{t("sitting:question", { number })}</b>
        </li>
        <li>
          {t("sitting:marks")}, {hint}
        </li>
      </ul>
      <fieldset className="question" ref={field} tabIndex={-1}>
        <legend className="stem read" dangerouslySetInnerHTML={{ __html: question.stem }} />
        <QuestionView question={question} response={response} onAnswer={onAnswer} />
      </fieldset>
      <PaperActs
        isFirst={number === 1}
        isLast={number === count}
        isAnswered={response !== null}
        isFlagged={isFlagged}
        onFlag={onFlag}
        onClear={() => {
          onAnswer(null);
        }}
        onGo={onGo}
      />
    </>
  );
}

interface PaperActsProps {
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly isAnswered: boolean;
  readonly isFlagged: boolean;
  readonly onFlag: (on: boolean) => void;
  readonly onClear: () => void;
  readonly onGo: (step: number) => void;
}

/** Back, next, take back, flag. */
function PaperActs({ isFirst, isLast, isAnswered, isFlagged, onFlag, onClear, onGo }: PaperActsProps) {
  const t = useTranslate();
  return (
    <div className="acts">
      <button
        type="button"
        className="btn line"
        aria-disabled={isFirst}
        onClick={() => {
          onGo(-1);
        }}
      >
        {t("sitting:back")}
      </button>
      <button
        type="button"
        className="btn main"
        aria-disabled={isLast}
        onClick={() => {
          onGo(1);
        }}
      >
        {t("sitting:next")}
      </button>
      {isAnswered ? (
        <button type="button" className="btn text" onClick={onClear}>
          {t("sitting:clear")}
        </button>
      ) : null}
      <label className="check">
        <input
          type="checkbox"
          checked={isFlagged}
          onChange={(event) => {
            onFlag(event.currentTarget.checked);
          }}
        />
        <span>{t("sitting:flag")}</span>
      </label>
    </div>
  );
}
