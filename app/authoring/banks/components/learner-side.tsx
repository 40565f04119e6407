import { useId } from "react";
import type { Question } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { Html } from "./html";
import { GappedText, nowhere, PicturePlain } from "./learner-parts";

/** A question as learners meet it, without its key. The controls are there to be looked at: nothing is kept. */
export function LearnerSide({ question }: { question: Question }) {
  return (
    <>
      {question.kind === "cloze" ? (
        <GappedText stem={question.stem} gaps={question.gaps} />
      ) : (
        <div className="read learner-stem">
          <Html html={question.stem} />
        </div>
      )}
      <AnswerPart question={question} />
    </>
  );
}

// One line for each kind: a table of components would hide that none is missing.
// eslint-disable-next-line complexity
function AnswerPart({ question }: { question: Question }) {
  const t = useTranslate();
  switch (question.kind) {
    case "single":
    case "multiple":
      return <Options type={question.kind === "single" ? "radio" : "checkbox"} rows={question.options} />;
    case "true-false":
      return (
        <Options
          type="radio"
          rows={[
            { id: "true", text: t("banks:key.true") },
            { id: "false", text: t("banks:key.false") },
          ]}
        />
      );
    case "likert":
      return <Options type="radio" rows={question.scale} />;
    case "script-concordance":
      return <Concordance hypothesis={question.hypothesis} finding={question.finding} />;
    case "numeric":
    case "calculated":
      return <NumberAnswer units={question.units} />;
    case "short-text":
      return <input className="input" form={nowhere} aria-label={t("banks:learner.answer")} />;
    case "essay":
      return (
        <textarea
          className="input area"
          form={nowhere}
          rows={5}
          aria-label={t("banks:learner.answer")}
          placeholder={t("banks:learner.words", { min: question.minWords, max: question.maxWords })}
        />
      );
    case "cloze":
      return null;
    case "matching":
    case "ordering":
    case "hotspot":
    case "labelling":
      return <Arranged question={question} />;
  }
}

/** The kinds in which labels are put somewhere. */
function Arranged({
  question,
}: {
  question: Extract<Question, { kind: "matching" | "ordering" | "hotspot" | "labelling" }>;
}) {
  switch (question.kind) {
    case "matching":
      return (
        <div className="learner-pairs">
          <Labels rows={question.left} />
          <Labels rows={byText(question.right)} />
        </div>
      );
    case "ordering":
      return <Labels rows={byText(question.items)} />;
    case "hotspot":
      return <PicturePlain picture={question.picture} places={[]} />;
    case "labelling":
      return (
        <>
          <PicturePlain picture={question.picture} places={question.places} />
          <Labels rows={byText(question.labels)} />
        </>
      );
  }
}

interface Row {
  readonly id: string;
  /** Safe HTML. */
  readonly text: string;
}

/** By the alphabet, so that the author's order doesn't pass for the learner's. */
const byText = (rows: readonly Row[]) => [...rows].sort((a, b) => a.text.localeCompare(b.text, "en"));

function Options({ type, rows }: { type: "radio" | "checkbox"; rows: readonly Row[] }) {
  const group = useId();
  return (
    <div className="opts">
      {rows.map((row, i) => (
        <label key={row.id} className="opt-row">
          <input type={type} name={group} form={nowhere} />
          <span className="lm" aria-hidden="true">
            {String.fromCharCode(65 + (i % 26))}
          </span>
          <Html html={row.text} />
        </label>
      ))}
    </div>
  );
}

function Labels({ rows }: { rows: readonly Row[] }) {
  return (
    <ul className="register">
      {rows.map((row) => (
        <li key={row.id}>
          <Html html={row.text} />
        </li>
      ))}
    </ul>
  );
}

function NumberAnswer({ units }: { units: readonly string[] }) {
  const t = useTranslate();
  return (
    <div className="unit">
      <input className="input num" form={nowhere} inputMode="decimal" aria-label={t("banks:learner.answer")} />
      <select className="input" form={nowhere} aria-label={t("banks:field.unit")}>
        {[...units].sort().map((unit) => (
          <option key={unit}>{unit === "1" ? "–" : unit}</option>
        ))}
      </select>
    </div>
  );
}

function Concordance({ hypothesis, finding }: { hypothesis: string; finding: string }) {
  const t = useTranslate();
  const answers = ["-2", "-1", "0", "1", "2"] as const;
  return (
    <>
      <dl className="facts">
        <dt>{t("banks:field.hypothesis")}</dt>
        <dd>
          <Html html={hypothesis} />
        </dd>
        <dt>{t("banks:field.finding")}</dt>
        <dd>
          <Html html={finding} />
        </dd>
      </dl>
      <Options type="radio" rows={answers.map((id) => ({ id, text: t(`banks:concordance.${id}`) }))} />
    </>
  );
}
