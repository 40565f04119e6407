import type { AcceptedText } from "./model";

/** Texts of one question in another language; ids as in the question. A missing entry falls back to the question's own text. */
export interface QuestionText {
  readonly stem: string;
  readonly explanation: string;
  readonly options?: Readonly<Record<string, { readonly text: string; readonly why: string }>>;
  readonly why?: { readonly true: string; readonly false: string };
  readonly left?: Readonly<Record<string, string>>;
  readonly right?: Readonly<Record<string, string>>;
  readonly items?: Readonly<Record<string, string>>;
  /** What is accepted in this language instead of the question's own list. */
  readonly answers?: readonly AcceptedText[];
  /** gap id -> texts of the gap. */
  readonly gaps?: Readonly<
    Record<
      string,
      {
        readonly options?: Readonly<Record<string, { readonly text: string; readonly why: string }>>;
        readonly answers?: readonly AcceptedText[];
        readonly mistakes?: readonly string[];
      }
    >
  >;
  readonly regions?: Readonly<Record<string, { readonly text: string; readonly why: string }>>;
  readonly labels?: Readonly<Record<string, string>>;
  /** What the question's picture shows. */
  readonly alt?: string;
  readonly hypothesis?: string;
  readonly finding?: string;
  readonly scale?: Readonly<Record<string, string>>;
  readonly rubric?: Readonly<
    Record<string, { readonly text: string; readonly levels: Readonly<Record<string, string>> }>
  >;
  readonly model?: string;
  /** Feedback of the known mistakes, in the order of the question's list. */
  readonly mistakes?: readonly string[];
}
