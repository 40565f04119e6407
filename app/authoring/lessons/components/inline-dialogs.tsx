import { useState } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { SelectField, TextArea, TextField } from "../../../ui/field";
import { DialogForm, type DialogProps, typedIn } from "./dialog-form";
import { linkAddress } from "./link-address";

/** The address of a link; an empty one takes the link away. */
export function LinkFields({ editor, onClose }: DialogProps) {
  const t = useTranslate();
  const [error, setError] = useState<string>();
  const before: unknown = editor.getAttributes("link")["href"];
  const set = (fields: FormData) => {
    const typed = typedIn(fields, "href");
    const href = linkAddress(typed);
    if (typed !== "" && href === null) {
      setError(t("lessonEditor:link.bad"));
      return;
    }
    const chain = editor.chain().focus().extendMarkRange("link");
    if (href === null) chain.unsetLink().run();
    else if (editor.state.selection.empty && !editor.isActive("link"))
      chain.insertContent({ type: "text", text: typed, marks: [{ type: "link", attrs: { href } }] }).run();
    else chain.setLink({ href }).run();
    onClose();
  };
  return (
    <DialogForm submit={t("lessonEditor:link.set")} onSubmit={set} onClose={onClose}>
      <TextField
        name="href"
        label={t("lessonEditor:link.address")}
        hint={t("lessonEditor:link.hint")}
        typed={typeof before === "string" ? before : ""}
        error={error}
        input={{ spellCheck: false, autoCapitalize: "off" }}
      />
    </DialogForm>
  );
}

/** A source of the track's list, cited where the cursor stands. */
export function ReferenceFields({ editor, page, onClose }: DialogProps) {
  const t = useTranslate();
  const choices = page.references.map(({ id, cite, year }) => ({
    value: id,
    text: `${cite.slice(0, 90)} (${year})`,
  }));
  if (choices.length === 0)
    return (
      <DialogForm submit={t("lessonEditor:dialog.close")} onSubmit={onClose} onClose={onClose}>
        <p>{t("lessonEditor:reference.none")}</p>
      </DialogForm>
    );
  const cite = (fields: FormData) => {
    editor
      .chain()
      .focus()
      .insertContent({ type: "reference", attrs: { id: typedIn(fields, "reference") } })
      .run();
    onClose();
  };
  return (
    <DialogForm submit={t("lessonEditor:reference.set")} onSubmit={cite} onClose={onClose}>
      <SelectField
        name="reference"
        label={t("lessonEditor:reference.which")}
        choices={choices}
        chosen={choices[0]?.value}
      />
    </DialogForm>
  );
}

/** A formula in TeX: in the line, or on a line of its own with a number. */
export function FormulaFields({ editor, onClose }: DialogProps) {
  const t = useTranslate();
  const [error, setError] = useState<string>();
  const kind = (["formula", "formulaBlock"] as const).find((name) => editor.isActive(name));
  const before: unknown = kind === undefined ? "" : editor.getAttributes(kind)["latex"];
  const set = (fields: FormData) => {
    const latex = typedIn(fields, "latex");
    if (latex === "" || latex.includes("$")) {
      setError(t("lessonEditor:formula.bad"));
      return;
    }
    const type = kind ?? (typedIn(fields, "place") === "block" ? "formulaBlock" : "formula");
    if (kind === undefined) editor.chain().focus().insertContent({ type, attrs: { latex } }).run();
    else editor.chain().focus().updateAttributes(kind, { latex }).run();
    onClose();
  };
  return (
    <DialogForm submit={t("lessonEditor:formula.set")} onSubmit={set} onClose={onClose}>
      <TextArea
        name="latex"
        label={t("lessonEditor:formula.latex")}
        hint={t("lessonEditor:formula.hint")}
        typed={typeof before === "string" ? before : ""}
        rows={3}
        error={error}
      />
      {kind === undefined ? (
        <SelectField
          name="place"
          label={t("lessonEditor:formula.place")}
          choices={[
            { value: "inline", text: t("lessonEditor:formula.inline") },
            { value: "block", text: t("lessonEditor:formula.block") },
          ]}
          chosen="inline"
        />
      ) : null}
    </DialogForm>
  );
}
