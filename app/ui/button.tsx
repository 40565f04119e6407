import type { ReactNode } from "react";

export interface ButtonProps {
  readonly children: ReactNode;
  /** `main`: the one thing to do here. `danger`: takes something away. */
  readonly look?: "main" | "line" | "text" | "danger";
  readonly small?: boolean;
  /** Sent with the form when this button sends it. */
  readonly name?: string;
  readonly value?: string;
  /** Id of the form that it sends, where it stands outside of it. */
  readonly form?: string;
  /** Where the visible words alone don't say what the button is about. */
  readonly label?: string;
}

/** Sends its form. The label is a verb and its object. */
export function Button({ children, look = "main", small = false, name, value, form, label }: ButtonProps) {
  return (
    <button
      type="submit"
      className={`btn ${look}${small ? " sm" : ""}`}
      name={name}
      value={value}
      form={form}
      aria-label={label}
    >
      {children}
    </button>
  );
}
