import { useTranslate } from "../../../i18n/use-translate";
import { AlertIcon } from "../../../ui/alert-icon";
import type { QuizState } from "../quiz-bank.server";

/** Whether the bank can fulfil the blueprint, said at once. */
export function QuizStateNote({ state, sample }: { state: QuizState; sample: string }) {
  const t = useTranslate();
  const words = useStateWords();
  if (state.is === "ready")
    return (
      <div className="note pass">
        <p className="title">{words(state)}</p>
        <p>
          <a href={sample}>{t("tracks:quiz.sample")}</a>
        </p>
      </div>
    );
  return (
    <div className={state.is === "empty" ? "note care" : "note mark"}>
      <p className="title">
        {state.is === "empty" ? null : <AlertIcon />}
        {words(state)}
      </p>
    </div>
  );
}

function useStateWords(): (state: QuizState) => string {
  const t = useTranslate();
  return (state) => {
    switch (state.is) {
      case "no-bank":
        return t("tracks:quiz.no-bank");
      case "empty":
        return t("tracks:quiz.empty");
      case "ready":
        return t("tracks:quiz.ready", { count: state.questions, marks: state.marks });
      case "gone":
        return t("tracks:quiz.gone", { key: state.key });
      case "short":
        return t("tracks:quiz.short", { count: state.missing, rule: state.rule });
    }
  };
}
