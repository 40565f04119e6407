import { type ReactNode, useEffect, useRef, useState } from "react";
import { useInertUntilReady } from "../../ui/use-inert-until-ready";
import type { ExplainedItem } from "../explain-sitting.server";
import type { SittingFacts, SittingItem } from "../sitting-facts";
import { isAnswered } from "../is-answered";
import { HandIn } from "./hand-in";
import { Overview } from "./overview";
import { questionElement } from "./asked-question";
import { QuestionSheet, type QuestionSheetProps } from "./question-sheet";
import { SittingBar } from "./sitting-bar";
import { isLoss, useAnswers } from "./use-answers";
import { useTimeLeft } from "./use-time-left";

interface SittingScreenProps extends SittingFacts {
  /** How a checked answer is explained. */
  readonly explain: (item: ExplainedItem) => ReactNode;
}

/** A running sitting: the questions on sheets, the overview left, the rules and the hand-in right. */
export function SittingScreen(props: SittingScreenProps) {
  const { items } = props;
  const answers = useAnswers(props.sittingId, {
    responses: Object.fromEntries(items.map((item) => [item.question.id, item.response])),
    flags: props.flags,
  });
  const { save, notices } = answers;
  const time = useTimeLeft(props.deadlineAt, props.serverNow, save.state === "saved" ? save.at : null);
  const place = usePlace(props);
  const lost = new Set(notices.filter(isLoss).map((told) => told.questionId));
  const hasAnswer = (id: string) => isAnswered(answers.responses[id] ?? null) && !lost.has(id);
  const sheetOf = (item: SittingItem, number: number): QuestionSheetProps => ({
    item,
    number,
    response: answers.responses[item.question.id] ?? null,
    isFlagged: answers.flags.has(item.question.id),
    asksCertainty: props.certainty,
    canCheck: props.feedback === "each",
    flush: answers.flush,
    explain: props.explain,
    onFlag: (on) => {
      answers.flag(item.question.id, on);
    },
    onAnswer: (response) => {
      answers.answer(item.question.id, response);
    },
  });
  return (
    <>
      <SittingBar {...props} save={save} notices={notices} time={time} />
      <div className="page ex" {...useInertUntilReady()}>
        <Overview
          items={items.map((item) => item.question.id)}
          at={place.at}
          isAnswered={hasAnswer}
          isFlagged={(id) => answers.flags.has(id)}
          isChecked={(id) => items.some((item) => item.question.id === id && item.explained !== null)}
          onGo={place.go}
        />
        {props.layout === "all" ? (
          <AllSheets items={items} language={props.language} sheetOf={sheetOf} onAt={place.setAt} />
        ) : (
          <OneSheet items={items} language={props.language} sheetOf={sheetOf} at={place.at} onGo={place.go} />
        )}
        <HandIn
          open={items.filter((item) => !hasAnswer(item.question.id)).length}
          passPercent={props.passPercent}
          feedback={props.feedback}
          hasKeys={props.layout === "one"}
          isOver={time.isOver || save.state === "over"}
          flush={answers.flush}
        />
      </div>
    </>
  );
}

interface SheetsProps {
  readonly items: readonly SittingItem[];
  readonly language: string;
  readonly sheetOf: (item: SittingItem, number: number) => QuestionSheetProps;
}

function OneSheet({ items, language, sheetOf, at, onGo }: SheetsProps & { at: number; onGo: (to: number) => void }) {
  const item = items[at];
  const turn = {
    isFirst: at === 0,
    isLast: at === items.length - 1,
    onGo: (step: number) => {
      onGo(at + step);
    },
  };
  return (
    <main id="main" className="sheet paper" lang={language}>
      {item ? <QuestionSheet key={item.question.id} {...sheetOf(item, at + 1)} turn={turn} /> : null}
    </main>
  );
}

function AllSheets({ items, language, sheetOf, onAt }: SheetsProps & { onAt: (at: number) => void }) {
  return (
    <main id="main" className="sheets" lang={language}>
      {items.map((item, i) => (
        <article
          key={item.question.id}
          className="sheet"
          onFocusCapture={() => {
            onAt(i);
          }}
        >
          <QuestionSheet {...sheetOf(item, i + 1)} />
        </article>
      ))}
    </main>
  );
}

/** Which question the learner is at, and the way to another one. */
function usePlace({ items, startAt, layout }: SittingFacts) {
  const [at, setAt] = useState(startAt);
  const go = (to: number) => {
    const next = Math.min(items.length - 1, Math.max(0, to));
    setAt(next);
    if (layout === "all") focusQuestion(items[next]);
  };
  useArrowKeys(layout === "one", at, go);
  useFocusOnTurn(layout === "one" ? items[at] : undefined);
  return { at, setAt, go };
}

/** Arrow keys turn the page, unless a field, a choice or a picture needs them. */
function useArrowKeys(isOn: boolean, at: number, go: (to: number) => void) {
  useEffect(() => {
    if (!isOn) return;
    const turn = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
      if (event.target instanceof Element && event.target.closest(keepsArrows)) return;
      if (event.key === "ArrowRight") go(at + 1);
      if (event.key === "ArrowLeft") go(at - 1);
    };
    document.addEventListener("keydown", turn);
    return () => {
      document.removeEventListener("keydown", turn);
    };
  }, [isOn, at, go]);
}

const keepsArrows = "input, select, textarea, dialog, [role=application], [role=region]";

function focusQuestion(item: SittingItem | undefined) {
  if (item) document.getElementById(questionElement(item.question.id))?.focus();
}

/** The question that was turned to takes the focus: Tab leads to its first choice, and a screen reader reads its stem. */
function useFocusOnTurn(item: SittingItem | undefined) {
  const id = item?.question.id;
  const shown = useRef(id);
  const latest = useRef(item);
  latest.current = item;
  useEffect(() => {
    if (shown.current !== id) focusQuestion(latest.current);
    shown.current = id;
  }, [id]);
}
