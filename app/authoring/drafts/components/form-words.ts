import type { FieldProps } from "../../../ui/field";
import { useTranslate } from "../../../i18n/use-translate";
import type { DraftFault, Typed } from "../draft-form";

/** What the parts of a form share. */
export interface FormState {
  readonly typed: Typed;
  readonly faults: readonly DraftFault[];
}

/** Name, label, what was typed and what is wrong, for a field of ui/field. */
export function useFormField({
  typed,
  faults,
}: FormState): (name: string, label: string, hint?: string) => FieldProps & { readonly typed: string | undefined } {
  const t = useTranslate();
  return (name, label, hint) => {
    const fault = faults.find(({ field }) => field === name);
    return { name, label, hint, typed: typed[name], error: fault && t(`tracks:fault.${fault.code}`) };
  };
}

const known = {
  title: "tracks:field.title",
  summary: "tracks:field.summary",
  minutes: "tracks:field.minutes",
  media: "tracks:field.recording",
  watchPercent: "tracks:field.watch",
  recordedOn: "tracks:field.recorded-on",
  passPercent: "tracks:field.pass",
  attempts: "tracks:field.attempts",
  waitMinutes: "tracks:field.wait",
  timeLimitMinutes: "tracks:field.limit",
  feedback: "tracks:field.feedback",
  layout: "tracks:field.layout",
  audience: "tracks:field.audience",
  needs: "tracks:field.needs",
  order: "tracks:field.order",
  modality: "tracks:field.modality",
  bank: "tracks:field.bank",
  preparedOn: "tracks:field.prepared-on",
  reviewBy: "tracks:field.review-by",
  count: "tracks:field.count",
  topic: "tracks:field.topic",
  difficulty: "tracks:field.difficulty",
  kind: "tracks:field.kind",
  profession: "tracks:field.profession",
  marks: "tracks:field.marks",
  code: "tracks:field.code",
  text: "tracks:field.outcome",
  name: "tracks:field.name",
  role: "tracks:field.role",
  declaredOn: "tracks:field.declared-on",
  qualifications: "tracks:field.qualifications",
  interests: "tracks:field.interests",
  cite: "tracks:field.cite",
  year: "tracks:field.year",
  url: "tracks:field.url",
} as const;

const isKnown = (name: string): name is keyof typeof known => Object.hasOwn(known, name);

/** What a field is called where it stands alone: "draw.2.count" is the count of row 3. */
export function useFieldName(): (field: string) => string {
  const t = useTranslate();
  return (field) => {
    const [list = "", number, part] = field.split(".");
    if (number !== undefined && part !== undefined && isKnown(part))
      return t("tracks:row", { number: Number(number) + 1, field: t(known[part]) });
    if (isKnown(list)) return t(known[list]);
    return field.slice(field.indexOf(":") + 1);
  };
}
