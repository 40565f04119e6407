import { isProfession, professionName, professions } from "../../../accounts/professions";
import { useTranslate } from "../../../i18n/use-translate";
import { SelectField, TextField } from "../../../ui/field";
import { questionKinds } from "../../banks/kinds";
import { rowsOf } from "../form-values";
import type { LessonPage, QuizOffer } from "../lesson-page.server";
import { type FormState, useFormField } from "./form-words";

/** Lines that draw questions from the bank. An emptied line goes; two empty ones stand ready. */
export function DrawRules({ page, offer, state }: { page: LessonPage; offer: QuizOffer; state: FormState }) {
  const t = useTranslate();
  const used = rowsOf(state.typed, "draw").filter(({ row }) => (row["count"] ?? "") !== "").length;
  return (
    <fieldset>
      <legend className="label">{t("tracks:quiz.draw")}</legend>
      <p className="hint">{t("tracks:quiz.draw.hint")}</p>
      {Array.from({ length: used + 2 }, (_, number) => (
        <DrawRule key={String(number)} number={number} page={page} offer={offer} state={state} />
      ))}
    </fieldset>
  );
}

function useChoices(page: LessonPage, offer: QuizOffer) {
  const t = useTranslate();
  const own = page.outcomes.map(({ code }) => ({ value: code, text: code }));
  return {
    topic: offer.topics.map((topic) => ({ value: topic, text: topic })),
    difficulty: (["1", "2", "3"] as const).map((value) => ({ value, text: t(`banks:difficulty.${value}`) })),
    outcome: own,
    kind: questionKinds.map((kind) => ({ value: kind, text: t(`banks:kind.${kind}`) })),
    profession: professions.map((value) => ({ value, text: isProfession(value) ? t(professionName(value)) : value })),
  };
}

const selects = ["topic", "difficulty", "outcome", "kind", "profession"] as const;

function DrawRule({
  number,
  page,
  offer,
  state,
}: {
  number: number;
  page: LessonPage;
  offer: QuizOffer;
  state: FormState;
}) {
  const t = useTranslate();
  const field = useFormField(state);
  const choices = useChoices(page, offer);
  const name = (part: string) => `draw.${String(number)}.${part}`;
  return (
    <fieldset className="draft-row">
      <legend className="ident">{t("tracks:quiz.rule", { number: number + 1 })}</legend>
      <div className="fields four">
        <TextField {...field(name("count"), t("tracks:field.count"))} input={{ inputMode: "numeric", maxLength: 3 }} />
        {selects.map((part) => {
          const { typed, ...props } = field(
            name(part),
            t(`tracks:field.${part === "outcome" ? "outcome-code" : part}`),
          );
          const isOffered = typed === undefined || typed === "" || choices[part].some(({ value }) => value === typed);
          return (
            <SelectField
              key={part}
              {...props}
              chosen={typed}
              empty={t("tracks:any")}
              choices={isOffered ? choices[part] : [...choices[part], { value: typed, text: typed }]}
            />
          );
        })}
        <TextField {...field(name("marks"), t("tracks:field.marks"))} input={{ inputMode: "numeric", maxLength: 3 }} />
      </div>
    </fieldset>
  );
}
