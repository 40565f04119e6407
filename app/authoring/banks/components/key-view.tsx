import type { Question } from "../../../../quizzes/engine/model";
import { useTranslate } from "../../../i18n/use-translate";
import { GapKeys } from "./gap-keys";
import { Html } from "./html";
import { type KeyRow, KeyRows } from "./key-rows";
import { AcceptedTexts, KnownMistakes, NumberKey } from "./number-keys";
import { PictureKey } from "./picture-key";

/** How an answer is marked, the key, and what learners read about each answer. Texts are safe HTML. */
export function KeyView({ question }: { question: Question }) {
  return (
    <>
      <MarkingRule question={question} />
      <KeyOf question={question} />
    </>
  );
}

/** What an answer earns, in a sentence. */
function MarkingRule({ question }: { question: Question }) {
  const t = useTranslate();
  if (question.kind === "likert") return <p>{t("banks:key.none")}</p>;
  return (
    <p>
      <b>{t("banks:marking")}</b>{" "}
      {question.kind === "multiple" ? t(`banks:rule.${question.rule}`) : t(`banks:marking.${question.kind}`)}
    </p>
  );
}

// One line for each kind: a table of components would hide that none is missing.
// eslint-disable-next-line complexity
function KeyOf({ question }: { question: Question }) {
  switch (question.kind) {
    case "single":
    case "multiple":
    case "true-false":
    case "likert":
    case "ordering":
    case "matching":
      return <ChoiceKey question={question} />;
    case "numeric":
      return (
        <>
          <NumberKey {...question.key} units={question.units} />
          <KnownMistakes mistakes={question.mistakes} />
        </>
      );
    case "calculated":
      return <CalculatedKey question={question} />;
    case "short-text":
      return <AcceptedTexts answers={question.answers} />;
    case "cloze":
      return <GapKeys gaps={question.gaps} />;
    case "hotspot":
    case "labelling":
      return <PictureKey question={question} />;
    case "script-concordance":
      return <PanelKey question={question} />;
    case "essay":
      return <RubricKey question={question} />;
  }
}

type OfKind<Kind extends Question["kind"]> = Extract<Question, { kind: Kind }>;
type Listed = OfKind<"single" | "multiple" | "true-false" | "likert" | "ordering" | "matching">;

function ChoiceKey({ question }: { question: Listed }) {
  const t = useTranslate();
  const rows = rowsOf(question, { true: t("banks:key.true"), false: t("banks:key.false") });
  return <KeyRows rows={rows} />;
}

function rowsOf(question: Listed, words: { true: string; false: string }): KeyRow[] {
  switch (question.kind) {
    case "single":
      return question.options.map((option) => ({ ...option, isKey: option.id === question.key }));
    case "multiple":
      return question.options.map((option) => ({ ...option, isKey: question.keys.includes(option.id) }));
    case "true-false":
      return ([true, false] as const).map((value) => ({
        id: String(value),
        text: value ? words.true : words.false,
        why: value ? question.why.true : question.why.false,
        isKey: question.key === value,
      }));
    case "likert":
      return question.scale.map((label) => ({ ...label, why: "", isKey: false }));
    case "ordering":
      return question.key.flatMap((id) =>
        question.items.filter((item) => item.id === id).map((item) => ({ ...item, why: "", isKey: false })),
      );
    case "matching": {
      const used = new Set(Object.values(question.key));
      const textOf = (id: string | undefined) => question.right.find((label) => label.id === id)?.text ?? "";
      return [
        ...question.left.map(({ id, text }) => ({ id, text, why: textOf(question.key[id]), isKey: true })),
        ...question.right
          .filter((label) => !used.has(label.id))
          .map(({ id, text }) => ({ id: `right-${id}`, text: "–", why: text, isKey: false })),
      ];
    }
  }
}

function CalculatedKey({ question }: { question: OfKind<"calculated"> }) {
  const t = useTranslate();
  return (
    <>
      <dl className="facts">
        <dt>{t("banks:field.formula")}</dt>
        <dd>
          <code>{question.formula}</code> {question.unit}
        </dd>
        {question.variables.map((variable) => (
          <div className="fact" key={variable.name}>
            <dt>
              <code>{`{${variable.name}}`}</code>
            </dt>
            <dd>{`${String(variable.min)} – ${String(variable.max)} (${String(variable.decimals)})`}</dd>
          </div>
        ))}
      </dl>
      <KnownMistakes mistakes={question.mistakes.map((mistake) => ({ ...mistake, value: mistake.formula }))} />
    </>
  );
}

function PanelKey({ question }: { question: OfKind<"script-concordance"> }) {
  const t = useTranslate();
  const answers = ["-2", "-1", "0", "1", "2"] as const;
  return (
    <dl className="facts">
      {answers.map((answer, i) => (
        <div className="fact" key={answer}>
          <dt>{t(`banks:concordance.${answer}`)}</dt>
          <dd>{t("banks:key.votes", { count: question.panel[i] ?? 0 })}</dd>
        </div>
      ))}
    </dl>
  );
}

function RubricKey({ question }: { question: OfKind<"essay"> }) {
  const t = useTranslate();
  return (
    <>
      {question.rubric.map((criterion) => (
        <section key={criterion.id} className="stack">
          <p className="label">
            <Html html={criterion.text} />
          </p>
          <ul className="register">
            {criterion.levels.map((level) => (
              <li key={level.id}>
                <Html html={level.text} />
                <span className="num">{t("banks:key.points", { count: level.points })}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {question.model === "" ? null : (
        <div className="note">
          <p className="title">{t("banks:field.model")}</p>
          <Html html={question.model} />
        </div>
      )}
    </>
  );
}
