import { useTranslate } from "../../../i18n/use-translate";
import { Button } from "../../../ui/button";
import { CheckField, SelectField, TextField } from "../../../ui/field";
import type { LessonPage, QuizOffer } from "../lesson-page.server";
import { feedbackTimes, layouts } from "../quiz-form";
import { DrawRules } from "./draw-rules";
import { type FormState, useFormField } from "./form-words";
import { QuizStateNote } from "./quiz-state";
import { trackPath } from "./track-words";

/** What a quiz adds to its lesson: which questions, and how they are asked. */
export function QuizFields({ page, offer, state }: { page: LessonPage; offer: QuizOffer; state: FormState }) {
  const t = useTranslate();
  const { head, lesson } = page;
  const at = (place: string) => trackPath(head.societySlug, head.trackSlug, place);
  if (offer.bank === null)
    return (
      <div className="note care">
        <p className="title">{t("tracks:quiz.no-bank")}</p>
        <p>
          <a href={at("/settings#bank")}>{t("tracks:quiz.choose-bank")}</a>
        </p>
      </div>
    );
  return (
    <>
      <p>
        {t("tracks:quiz.bank", { count: offer.bank.questions, title: offer.bank.title })}{" "}
        <a href={`/society/${head.societySlug}/banks/${offer.bank.slug}`}>{t("tracks:quiz.open-bank")}</a>
      </p>
      <div data-live="quiz" role="status">
        <QuizStateNote state={offer.state} sample={at(`/lessons/${lesson.id}/sample`)} />
      </div>
      <DrawRules page={page} offer={offer} state={state} />
      <FixedQuestions offer={offer} state={state} />
      <QuizRules state={state} />
    </>
  );
}

function FixedQuestions({ offer, state }: { offer: QuizOffer; state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  return (
    <fieldset>
      <legend className="label">{t("tracks:quiz.fixed")}</legend>
      {offer.fixed.map(({ key, stem }) => (
        <div key={key} className="draft-row">
          <CheckField
            name={`fixed:${key}`}
            label={key}
            hint={stem === null ? t("tracks:quiz.fixed.gone") : <span lang="en">{stem}</span>}
            checked={state.typed[`fixed:${key}`] === "yes"}
          />
          <TextField
            {...field(`marks:${key}`, t("tracks:field.marks"))}
            input={{ inputMode: "numeric", maxLength: 3 }}
          />
        </div>
      ))}
      <p>
        <Button look="line" small name="intent" value="browse">
          {t("tracks:quiz.browse")}
        </Button>
      </p>
    </fieldset>
  );
}

const numbers = [
  { name: "passPercent", label: "tracks:field.pass", hint: "tracks:hint.percent" },
  { name: "attempts", label: "tracks:field.attempts", hint: "tracks:hint.attempts" },
  { name: "waitMinutes", label: "tracks:field.wait", hint: "tracks:hint.wait" },
  { name: "timeLimitMinutes", label: "tracks:field.limit", hint: "tracks:hint.limit" },
] as const;
const switches = ["shuffleQuestions", "shuffleOptions", "certainty"] as const;

function QuizRules({ state }: { state: FormState }) {
  const t = useTranslate();
  const field = useFormField(state);
  return (
    <fieldset>
      <legend className="label">{t("tracks:quiz.rules")}</legend>
      <div className="fields">
        {numbers.map(({ name, label, hint }) => (
          <TextField key={name} {...field(name, t(label), t(hint))} input={{ inputMode: "numeric", maxLength: 6 }} />
        ))}
        <SelectField
          name="feedback"
          label={t("tracks:field.feedback")}
          chosen={state.typed["feedback"]}
          choices={feedbackTimes.map((value) => ({ value, text: t(`tracks:feedback.${value}`) }))}
        />
        <SelectField
          name="layout"
          label={t("tracks:field.layout")}
          chosen={state.typed["layout"]}
          choices={layouts.map((value) => ({ value, text: t(`tracks:layout.${value}`) }))}
        />
      </div>
      <div className="checks">
        {switches.map((name) => (
          <CheckField
            key={name}
            name={`rule:${name}`}
            label={t(`tracks:rule.${name}`)}
            checked={state.typed[`rule:${name}`] === "yes"}
          />
        ))}
      </div>
    </fieldset>
  );
}
