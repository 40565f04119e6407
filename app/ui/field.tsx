import type { InputHTMLAttributes, ReactNode } from "react";
import { AlertIcon } from "./alert-icon";

/** What every field has: its name in the form, a label above, a hint under it, and the sentence that says what is wrong. */
export interface FieldProps {
  readonly name: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode | undefined;
  /** A finished sentence, or undefined where the field is fine. */
  readonly error?: string | undefined;
}

const hintId = (name: string) => `${name}-hint`;
const errorId = (name: string) => `${name}-error`;

/** The attributes that tie a control to its hint and its error. */
function described({ name, hint, error }: FieldProps) {
  const ids = [hint === undefined ? "" : hintId(name), error === undefined ? "" : errorId(name)]
    .filter(Boolean)
    .join(" ");
  return {
    id: name,
    name,
    "aria-describedby": ids === "" ? undefined : ids,
    "aria-invalid": error === undefined ? undefined : true,
  } as const;
}

function FieldError({ name, error }: { name: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className="err" id={errorId(name)}>
      <AlertIcon />
      <span>{error}</span>
    </p>
  );
}

function Frame({ field, children }: { field: FieldProps; children: ReactNode }) {
  return (
    <div className={field.error === undefined ? "field" : "field bad"}>
      <label htmlFor={field.name}>{field.label}</label>
      {field.hint === undefined ? null : (
        <span className="hint" id={hintId(field.name)}>
          {field.hint}
        </span>
      )}
      <FieldError name={field.name} error={field.error} />
      {children}
    </div>
  );
}

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  "type" | "autoComplete" | "inputMode" | "required" | "maxLength" | "spellCheck" | "autoCapitalize" | "lang"
>;

/** One line of text. `typed` is what stands in it at first. */
export function TextField({
  typed,
  input = {},
  ...field
}: FieldProps & { typed?: string | undefined; input?: InputProps }) {
  return (
    <Frame field={field}>
      <input className="input" defaultValue={typed ?? ""} {...input} {...described(field)} />
    </Frame>
  );
}

/** Many lines of text. */
export function TextArea({
  typed,
  rows = 8,
  lang,
  ...field
}: FieldProps & { typed?: string | undefined; rows?: number; lang?: string }) {
  return (
    <Frame field={field}>
      <textarea className="input area" rows={rows} lang={lang} defaultValue={typed ?? ""} {...described(field)} />
    </Frame>
  );
}

export interface Choice {
  readonly value: string;
  readonly text: string;
  readonly lang?: string;
}

/** One of a list. `empty` is the first line, which chooses nothing; without it the list starts with a choice. */
export function SelectField({
  choices,
  chosen,
  empty,
  autoComplete,
  required,
  ...field
}: FieldProps & {
  choices: readonly Choice[];
  chosen?: string | undefined;
  empty?: string | undefined;
  autoComplete?: string;
  required?: boolean;
}) {
  return (
    <Frame field={field}>
      <select
        className="input"
        defaultValue={chosen ?? ""}
        autoComplete={autoComplete}
        required={required}
        {...described(field)}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map(({ value, text, lang }) => (
          <option key={value} value={value} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** One box to tick; its sentence is the label. */
export function CheckField({ checked, required, ...field }: FieldProps & { checked?: boolean; required?: boolean }) {
  return (
    <div className={field.error === undefined ? "field" : "field bad"}>
      <FieldError name={field.name} error={field.error} />
      <div className="check">
        <input type="checkbox" value="yes" defaultChecked={checked} required={required} {...described(field)} />
        <label htmlFor={field.name}>{field.label}</label>
      </div>
      {field.hint === undefined ? null : (
        <span className="hint" id={hintId(field.name)}>
          {field.hint}
        </span>
      )}
    </div>
  );
}

/**
 * A password. Pasting and password managers work; what was typed is never sent back. The button that shows the
 * password appears where the script of app/islands/show-password runs.
 */
export function PasswordField({
  autoComplete,
  words,
  ...field
}: FieldProps & {
  autoComplete: "current-password" | "new-password";
  words: { readonly show: string; readonly hide: string };
}) {
  return (
    <Frame field={field}>
      <div className="secret">
        <input
          className="input"
          type="password"
          autoComplete={autoComplete}
          required
          maxLength={400}
          spellCheck={false}
          {...described(field)}
        />
        <button
          type="button"
          className="btn line"
          hidden
          aria-controls={field.name}
          data-show={words.show}
          data-hide={words.hide}
        >
          {words.show}
        </button>
      </div>
    </Frame>
  );
}
