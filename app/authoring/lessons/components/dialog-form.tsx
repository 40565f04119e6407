import type { Editor } from "@tiptap/core";
import type { FormEvent, ReactNode } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import type { LessonTextPageData } from "./lesson-text-data";

export type DialogName = "link" | "reference" | "formula" | "figure";

export interface DialogProps {
  readonly editor: Editor;
  readonly page: LessonTextPageData;
  readonly onClose: () => void;
}

/** The form of a window. What it does stands on its button. */
export function DialogForm({
  children,
  submit,
  isBusy = false,
  onSubmit,
  onClose,
}: {
  children: ReactNode;
  submit: string;
  isBusy?: boolean;
  onSubmit: (fields: FormData) => void;
  onClose: () => void;
}) {
  const t = useTranslate();
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (!isBusy) onSubmit(new FormData(event.currentTarget));
  };
  return (
    <form className="stack" noValidate onSubmit={send}>
      {children}
      <p className="row">
        <button type="submit" className="btn main sm" aria-disabled={isBusy || undefined}>
          {submit}
        </button>
        <button type="button" className="btn line sm" onClick={onClose}>
          {t("lessonEditor:dialog.cancel")}
        </button>
      </p>
    </form>
  );
}

/** A typed field of a window's form, without spaces around it. */
export function typedIn(fields: FormData, name: string): string {
  const value = fields.get(name);
  return typeof value === "string" ? value.trim() : "";
}
