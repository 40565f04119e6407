import { useTranslate } from "../../i18n/use-translate";
import { FormRefusal, FormSummary } from "../../ui/form-summary";
import { faultOf, type FormAnswer } from "../form-answer";

/** What is wrong with the whole form, above its fields. `labels` by the fields' names. */
export function FormProblems({
  answer,
  labels,
}: {
  answer: FormAnswer | undefined;
  labels: Readonly<Record<string, string>>;
}) {
  const t = useTranslate();
  if (answer === undefined) return null;
  const faults = Object.keys(answer.errors).flatMap((field) => {
    const label = labels[field];
    return label === undefined ? [] : [{ field, text: `${label}: ${faultOf(t, answer, field) ?? ""}` }];
  });
  const wait = answer.waitMinutes === null ? undefined : t("account:error.too-many", { count: answer.waitMinutes });
  return (
    <>
      <FormRefusal text={wait ?? faultOf(t, answer, "form")} />
      <FormSummary title={t("common:form.summary", { count: faults.length })} faults={faults} />
    </>
  );
}
