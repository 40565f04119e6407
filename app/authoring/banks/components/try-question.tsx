import { useFetcher } from "@remix-run/react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Response } from "../../../../quizzes/engine/model";
import type { ExplainedQuestion } from "../../../assessments/explain-question.server";
import type { ShownQuestion } from "../../../assessments/sitting-facts";
import { useTranslate } from "../../../i18n/use-translate";
import { useInertUntilReady } from "../../../ui/use-inert-until-ready";
import type { Tried } from "../try-question.server";

interface Props {
  readonly question: ShownQuestion;
  readonly revision: number;
  readonly draw: number;
  readonly answering: (
    question: ShownQuestion,
    response: Response | null,
    onAnswer: (response: Response | null) => void,
  ) => ReactNode;
  readonly explain: (explained: ExplainedQuestion) => ReactNode;
}

/** A question that its author answers like a learner, with what the learner would then read. Nothing is kept. */
export function TryQuestion({ question, revision, draw, answering, explain }: Props) {
  const t = useTranslate();
  const fetcher = useFetcher<Tried>();
  const [response, setResponse] = useState<Response | null>(null);
  const [marked, setMarked] = useState<Response | null | undefined>(undefined);
  const isBusy = fetcher.state !== "idle";
  // Another answer makes the explanation that of an answer which nobody sees any more.
  const told = !isBusy && marked === response ? fetcher.data : undefined;
  const result = useFocusWhenTold(told);
  return (
    <>
      <div {...useInertUntilReady()}>{answering(question, response, setResponse)}</div>
      <p className="row">
        <button
          type="button"
          className="btn line"
          aria-busy={isBusy}
          onClick={() => {
            setMarked(response);
            const asked = { response: JSON.stringify(response), revision: String(revision), draw: String(draw) };
            fetcher.submit({ intent: "try", ...asked }, { method: "post" });
          }}
        >
          {t("banks:try.mark")}
        </button>
        <span className="small quiet">{t("banks:try.note")}</span>
      </p>
      <div ref={result} tabIndex={-1} className="tried">
        {told === undefined ? null : told.ok ? explain(told.explained) : <p role="alert">{t("banks:try.invalid")}</p>}
      </div>
    </>
  );
}

/** The explanation takes the focus when it comes, so that it is read at once. */
function useFocusWhenTold(told: Tried | undefined) {
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (told?.ok) result.current?.focus();
  }, [told]);
  return result;
}
