import { useEffect, useRef } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import type { DialogName, DialogProps } from "./dialog-form";
import { FigureFields } from "./figure-dialog";
import { FormulaFields, LinkFields, ReferenceFields } from "./inline-dialogs";

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
