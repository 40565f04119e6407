import type { Question } from "../../../quizzes/engine/model";
import type { Typed } from "./form-fields";

/** A line of a field that can't be read: said beside the field. */
export interface BadLine {
  readonly field: string;
  readonly line: number;
}

/** What the kind's own fields of a form say. `fields` is judged by the bank's schema. */
export interface ReadFields {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly badLines: readonly BadLine[];
}

/** How the fields of one kind stand in the form. */
export interface KindForm<Kind extends Question["kind"]> {
  /** For a new question: rows and choices to begin with. */
  readonly blank: Typed;
  readonly write: (question: Extract<Question, { kind: Kind }>) => Typed;
  readonly read: (typed: Typed) => ReadFields;
  /** Lists with buttons, and the parts of their rows. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

export const good = (fields: ReadFields["fields"]): ReadFields => ({ fields, badLines: [] });
