import type { Editor } from "@tiptap/core";
import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { FigureFields } from "./figure-dialog";
import { FormulaFields, LinkFields, ReferenceFields } from "./inline-dialogs";
import type { LessonTextPageData } from "./lesson-text-page";

export type DialogName = "link" | "reference" | "formula" | "figure";

export interface DialogProps {
  readonly editor: Editor;
  readonly page: LessonTextPageData;
  readonly onClose: () => void;
}

/** The window of one of the buttons. Escape leaves everything as it was. */
export function EditorDialog({ name, ...props }: DialogProps & { name: DialogName }) {
  const t = useTranslate();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  const Fields = { link: LinkFields, reference: ReferenceFields, formula: FormulaFields, figure: FigureFields }[name];
  return (
    <dialog ref={dialog} className="editor-dialog" aria-labelledby="editor-dialog" onClose={props.onClose}>
      <h2 id="editor-dialog">{t(`lessonEditor:dialog.${name}`)}</h2>
      <Fields {...props} />
    </dialog>
  );
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
