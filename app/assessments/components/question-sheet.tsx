import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Certainty, Response } from "../../../quizzes/engine/model";
import { useTranslate } from "../../i18n/use-translate";
import type { ExplainedItem } from "../explain-sitting.server";
import { isAnswered } from "../is-answered";
import type { ShownQuestion, SittingItem } from "../sitting-facts";
import { QuestionGroup, useAnswerWords } from "./asked-question";
import { CertaintyChoice } from "./certainty-choice";
import { CheckAnswer } from "./check-answer";
import { QuestionView } from "./question-view";

export interface QuestionSheetProps {
  readonly item: SittingItem;
  readonly number: number;
  readonly response: Response | null;
  readonly isFlagged: boolean;
  /** Learners say how sure they are. */
  readonly asksCertainty: boolean;
  /** Answers can be checked one by one. */
  readonly canCheck: boolean;
  readonly flush: () => Promise<boolean>;
  readonly explain: (item: ExplainedItem) => ReactNode;
  readonly onFlag: (on: boolean) => void;
  readonly onAnswer: (response: Response | null) => void;
  /** Turns the page; absent where all questions stand on one page. */
  readonly turn?: { readonly isFirst: boolean; readonly isLast: boolean; readonly onGo: (step: number) => void };
}

/** One question on its sheet: what it is worth, the question with its answer, how sure, and what can be done with it. */
export function QuestionSheet(props: QuestionSheetProps) {
  const { item, response, onAnswer } = props;
  const { question, explained } = item;
  const answer = useCertainAnswer(response, onAnswer);
  const isChecked = explained !== null;
  const checked = useFocusWhenChecked(isChecked);
  const t = useTranslate();
  return (
    <>
      <Ident item={item} number={props.number} />
      <QuestionGroup question={question} number={props.number}>
        <fieldset className="answer" role="none" disabled={isChecked}>
          <QuestionView
            question={question}
            response={response}
            onAnswer={isChecked ? ignore : answer.onAnswer}
            isOff={isChecked}
          />
          {props.asksCertainty && hasCertainty(question) ? (
            <CertaintyChoice
              questionId={question.id}
              marks={item.marks}
              chosen={answer.certainty}
              onChoose={answer.onChoose}
            />
          ) : null}
        </fieldset>
      </QuestionGroup>
      {props.canCheck && !isChecked && isAnswered(response) ? (
        <CheckAnswer questionId={question.id} flush={props.flush} />
      ) : null}
      {explained === null ? null : (
        <div className="checked" ref={checked} tabIndex={-1}>
          <p className="label">{t("sitting:check.done")}</p>
          {props.explain(explained)}
        </div>
      )}
      <SheetActs
        turn={props.turn}
        canClear={response !== null && !isChecked}
        isFlagged={props.isFlagged}
        onFlag={props.onFlag}
        onClear={() => {
          onAnswer(null);
        }}
      />
    </>
  );
}

const ignore = () => undefined;

/** What a person marks, or nobody, isn't marked by certainty. */
const hasCertainty = ({ kind }: ShownQuestion) => kind !== "likert" && kind !== "essay";

/** Keeps how sure the learner is with every answer; chosen before the answer, it waits for it. */
function useCertainAnswer(response: Response | null, onAnswer: (response: Response | null) => void) {
  const [waiting, setWaiting] = useState<Certainty | undefined>(response?.certainty);
  const certainty = response === null ? waiting : response.certainty;
  return {
    certainty,
    onAnswer: (next: Response | null) => {
      onAnswer(next === null || certainty === undefined ? next : { ...next, certainty });
    },
    onChoose: (chosen: Certainty) => {
      setWaiting(chosen);
      if (response !== null) onAnswer({ ...response, certainty: chosen });
    },
  };
}

function Ident({ item, number }: { item: SittingItem; number: number }) {
  const t = useTranslate();
  const words = useAnswerWords();
  return (
    <ul className="ident">
      <li>
        <h2>{t("sitting:question", { number })}</h2>
      </li>
      <li>{words(item.question, item.marks)}</li>
    </ul>
  );
}

/** The explanation takes the focus when it comes, because the button that asked for it is gone. */
function useFocusWhenChecked(isChecked: boolean) {
  const section = useRef<HTMLDivElement>(null);
  const wasChecked = useRef(isChecked);
  useEffect(() => {
    if (isChecked && !wasChecked.current) section.current?.focus();
    wasChecked.current = isChecked;
  }, [isChecked]);
  return section;
}

interface SheetActsProps {
  readonly turn: QuestionSheetProps["turn"];
  readonly canClear: boolean;
  readonly isFlagged: boolean;
  readonly onFlag: (on: boolean) => void;
  readonly onClear: () => void;
}

/** Back, next, take back, flag. */
function SheetActs({ turn, canClear, isFlagged, onFlag, onClear }: SheetActsProps) {
  const t = useTranslate();
  return (
    <div className="acts">
      {turn === undefined ? null : (
        <>
          <button
            type="button"
            className="btn line"
            aria-disabled={turn.isFirst}
            onClick={() => {
              turn.onGo(-1);
            }}
          >
            {t("sitting:back")}
          </button>
          <button
            type="button"
            className="btn main"
            aria-disabled={turn.isLast}
            onClick={() => {
              turn.onGo(1);
            }}
          >
            {t("sitting:next")}
          </button>
        </>
      )}
      {canClear ? (
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
