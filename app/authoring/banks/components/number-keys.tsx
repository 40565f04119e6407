import type { AcceptedText, Tolerance } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { Html } from "./html";

/** "± 5" or "± 2 %". */
function toleranceText(tolerance: Tolerance): string {
  return "absolute" in tolerance
    ? `± ${String(tolerance.absolute)}`
    : `± ${String(Number((tolerance.relative * 100).toPrecision(12)))} %`;
}

export function NumberKey(props: {
  readonly value: number;
  readonly unit: string;
  readonly tolerance: Tolerance;
  readonly units?: readonly string[];
}) {
  const t = useTranslate();
  return (
    <dl className="facts">
      <dt>{t("banks:key.right")}</dt>
      <dd className="num">
        {String(props.value)} {props.unit === "1" ? "" : props.unit} {toleranceText(props.tolerance)}
      </dd>
      {props.units === undefined ? null : (
        <>
          <dt>{t("banks:field.units")}</dt>
          <dd>{props.units.join(", ")}</dd>
        </>
      )}
    </dl>
  );
}

interface Mistake {
  readonly value: number | string;
  readonly unit: string;
  /** Safe HTML. */
  readonly feedback: string;
  readonly share?: number;
}

/** Numbers or formulas that betray a known mistake, with what learners then read. */
export function KnownMistakes({ mistakes }: { mistakes: readonly Mistake[] }) {
  const t = useTranslate();
  if (mistakes.length === 0) return null;
  return (
    <>
      <p className="label">{t("banks:field.mistakes")}</p>
      <ul className="register">
        {mistakes.map((mistake) => (
          <li key={`${String(mistake.value)} ${mistake.unit}`}>
            <Html html={mistake.feedback} />
            <span className="num">
              {String(mistake.value)} {mistake.unit}
              {mistake.share === undefined ? "" : ` (${String(mistake.share)} %)`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What counts as an answer, and for how much. */
export function AcceptedTexts({ answers }: { answers: readonly AcceptedText[] }) {
  const t = useTranslate();
  return (
    <ul className="register">
      {answers.map((answer) => (
        <li key={`${answer.match} ${answer.text}`}>
          <div>
            <p lang="en">{answer.match === "pattern" ? <code>{answer.text}</code> : answer.text}</p>
            {answer.match === "pattern" ? <p className="small quiet">{t("banks:key.pattern")}</p> : null}
            <Html className="small" html={answer.feedback} />
          </div>
          <span className="num">{String(answer.share)} %</span>
        </li>
      ))}
    </ul>
  );
}
