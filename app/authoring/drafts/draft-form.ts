import { z } from "zod";
import type { Draft } from "./draft-file";

/** What a person typed, by the field's name. A box that isn't ticked has no entry. */
export type Typed = Readonly<Record<string, string>>;

/** Any form of the editor: names and texts. What they mean is each form's own matter. */
export const TypedForm = z.record(z.string().max(200), z.string().max(100_000));

/** Something that is wrong with a field; `code` names the sentence that says it. */
export interface DraftFault {
  readonly field: string;
  readonly code: FaultCode;
}
type FaultCode =
  | "title"
  | "minutes"
  | "percent"
  | "day"
  | "count"
  | "marks"
  | "attempts"
  | "wait"
  | "limit"
  | "code"
  | "code-twice"
  | "cite"
  | "year"
  | "url"
  | "long";

/** A form about a part of a draft. */
export interface DraftForm {
  /** The form's fields as they stand in a draft; null where what the form is about is gone. */
  readonly fieldsOf: (draft: Draft) => Typed | null;
  /** The draft with the fields put into it. Nothing may be taken over while there are faults. */
  readonly put: (draft: Draft, typed: Typed) => { readonly draft: Draft; readonly faults: readonly DraftFault[] };
}
