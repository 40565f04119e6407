import type { Draft, DraftFile } from "./draft-file";
import type { DraftFault, DraftForm, Typed } from "./draft-form";
import { isDay, tick, ticked, writeRows } from "./form-values";
import { withAuthors, withOutcomes, withReferences } from "./settings-rows";

/** The settings of a track: what it is, for whom, who answers for it, and on what it rests. */

export const orders = ["free", "sequential"] as const satisfies readonly DraftFile["order"][];
const texts = ["title", "summary", "audience", "needs"] as const;
const days = ["preparedOn", "reviewBy"] as const;

const isOrder = (value: string | undefined): value is DraftFile["order"] =>
  (orders as readonly (string | undefined)[]).includes(value);

export const settingsForm: DraftForm = {
  fieldsOf: ({ file, words }) => ({
    title: words.title,
    summary: words.summary,
    audience: words.audience,
    needs: words.needs,
    modality: file.modality,
    order: file.order,
    bank: file.bank,
    preparedOn: file.preparedOn,
    reviewBy: file.reviewBy,
    ...tick("profession", file.professions),
    ...writeRows(
      "outcomes",
      file.outcomes.map(({ code }) => ({ was: code, code, text: words.outcomes[code] ?? "" })),
    ),
    ...writeRows(
      "authors",
      file.authors.map(({ id, name, role, declaredOn }) => {
        const { qualifications = "", interests = "" } = words.authors[id] ?? {};
        return { id, name, role, declaredOn, qualifications, interests };
      }),
    ),
    ...writeRows(
      "references",
      file.references.map(({ id, cite, year, url = "" }) => ({ id, cite, year: String(year), url })),
    ),
  }),
  put: (draft, typed) => {
    const faults = faultsOf(typed);
    const fault = (field: string, code: DraftFault["code"]) => faults.push({ field, code });
    const named = withFacts(draft, typed);
    const outcomes = withOutcomes(named, typed, fault);
    const authors = withAuthors(outcomes, typed, fault);
    return { draft: withReferences(authors, typed, fault), faults };
  },
};

function faultsOf(typed: Typed): DraftFault[] {
  const { title = "" } = typed;
  return [
    ...(title === "" || title.length > 200 ? [{ field: "title", code: "title" } as const] : []),
    ...days
      .filter((day) => (typed[day] ?? "") !== "" && !isDay(typed[day] ?? ""))
      .map((field) => ({ field, code: "day" }) as const),
  ];
}

function withFacts(draft: Draft, typed: Typed): Draft {
  const { file, words } = draft;
  const { order, bank = "", preparedOn = "", reviewBy = "" } = typed;
  const good = (day: string, kept: string) => (day === "" || isDay(day) ? day : kept);
  return {
    file: {
      ...file,
      // A letter that no modality has is refused by the schema of the draft.
      modality: (typed["modality"] ?? file.modality) as DraftFile["modality"],
      order: isOrder(order) ? order : file.order,
      bank,
      preparedOn: good(preparedOn, file.preparedOn),
      reviewBy: good(reviewBy, file.reviewBy),
      professions: ticked(typed, "profession").sort(),
    },
    words: { ...words, ...Object.fromEntries(texts.map((name) => [name, typed[name] ?? ""])) },
  };
}
