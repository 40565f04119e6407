import { QuestionSchema } from "../../../quizzes/bank-schema";
import type { Kind, Question } from "../../../quizzes/engine/model";
import { clozeForm, essayForm } from "./form-blocks";
import { concordanceForm, likertForm, multipleForm, orderingForm, singleForm, trueFalseForm } from "./form-choices";
import { type FormFault, faultsOf } from "./form-faults";
import { listOf, numberOf, readRows, rowsAfter, type Typed, valueOf, writeRows } from "./form-fields";
import { calculatedForm, numericForm, shortTextForm } from "./form-numbers";
import { matchingForm } from "./form-pairs";
import type { KindForm } from "./form-parts";
import { hotspotForm, labellingForm } from "./form-pictures";

/** How each kind of question stands in the editor's form. */
const forms: { readonly [K in Kind]: KindForm<K> } = {
  single: singleForm,
  multiple: multipleForm,
  "true-false": trueFalseForm,
  numeric: numericForm,
  calculated: calculatedForm,
  "short-text": shortTextForm,
  matching: matchingForm,
  ordering: orderingForm,
  cloze: clozeForm,
  hotspot: hotspotForm,
  labelling: labellingForm,
  "script-concordance": concordanceForm,
  likert: likertForm,
  essay: essayForm,
};

/** What stands in the form of a new question. */
export function blankForm(kind: Kind): Typed {
  return { difficulty: "1", ...forms[kind].blank };
}

/** What stands in the form of a question that is there. */
export function formOf(question: Question): Typed {
  const { stem, explanation, topic, outcomes, difficulty, professions, lesson, source } = question;
  // The table gives each kind its own form; the lookup by the same kind can't mix them up.
  const own = forms[question.kind] as KindForm<Kind>;
  return {
    stem,
    explanation,
    topic,
    outcomes: outcomes.join(", "),
    difficulty: String(difficulty),
    professions: (professions ?? []).join(", "),
    lesson: lesson ?? "",
    cite: source?.cite ?? "",
    year: source === null ? "" : String(source.year),
    mark: source?.mark ?? "",
    ...own.write(question),
  };
}

export type ReadQuestion =
  | { readonly ok: true; readonly question: Question }
  | { readonly ok: false; readonly faults: readonly FormFault[] };

/**
 * The question that a form says, judged by the bank's schema.
 * @param id the question's key; any id for a new question, whose key is made when it is kept
 */
export function questionOf(kind: Kind, id: string, typed: Typed): ReadQuestion {
  const own = forms[kind].read(typed);
  const parsed = QuestionSchema.safeParse({ kind, id, ...baseOf(typed), ...own.fields });
  if (parsed.success && own.badLines.length === 0) return { ok: true, question: parsed.data };
  return { ok: false, faults: faultsOf(own.badLines, parsed.success ? [] : parsed.error.issues) };
}

function baseOf(typed: Typed) {
  const professions = listOf(valueOf(typed, "professions"));
  const lesson = valueOf(typed, "lesson");
  return {
    stem: valueOf(typed, "stem"),
    explanation: valueOf(typed, "explanation"),
    topic: valueOf(typed, "topic"),
    outcomes: listOf(valueOf(typed, "outcomes")),
    difficulty: numberOf(valueOf(typed, "difficulty")),
    ...(professions.length === 0 ? {} : { professions }),
    lesson: lesson === "" ? null : lesson,
    source: sourceOf(typed),
  };
}

/** Three empty fields are no source. */
function sourceOf(typed: Typed) {
  const [cite, year, mark] = [valueOf(typed, "cite"), valueOf(typed, "year"), valueOf(typed, "mark")];
  return cite === "" && year === "" && mark === "" ? null : { cite, year: numberOf(year), mark };
}

/** The form after a button that adds, removes or moves a row; null where the intent is no such button. */
export function afterRowButton(kind: Kind, typed: Typed, intent: string): Typed | null {
  for (const [list, parts] of Object.entries(forms[kind].lists)) {
    const rows = rowsAfter(readRows(typed, list, parts), list, intent);
    if (rows === null) continue;
    const others = Object.entries(typed).filter(([name]) => !name.startsWith(`${list}.`));
    return { ...Object.fromEntries(others), ...writeRows(list, rows) };
  }
  return null;
}
