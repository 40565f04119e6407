import { useState } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { CheckField, SelectField, TextArea, TextField } from "../../../ui/field";
import type { FigureAttributes } from "../markdown/editor-node";
import { DialogForm, type DialogProps, typedIn } from "./dialog-form";
import { type FigureFault, faultsOf, figureOf } from "./figure-form";
import { sendPicture } from "./live-client";
import { insertBlock } from "./tools";

/** A figure: an uploaded picture or a drawing of the track, with what it must have before it is shown to anybody. */
export function FigureFields({ editor, page, onClose }: DialogProps) {
  const t = useTranslate();
  const isThere = editor.isActive("figure");
  // The node's attributes are those of the schema.
  const before = (isThere ? editor.getAttributes("figure") : {}) as Partial<FigureAttributes>;
  const [faults, setFaults] = useState<Readonly<Partial<Record<string, FigureFault>>>>({});
  const [isBusy, setBusy] = useState(false);
  const errorAt = (field: string) => {
    const fault = faults[field];
    return fault === undefined ? undefined : t(`lessonEditor:figure.fault.${fault}`);
  };
  const set = async (fields: FormData) => {
    const found = faultsOf(fields, before.picture ?? "");
    setFaults(found);
    if (Object.keys(found).length > 0) return;
    const file = fields.get("file");
    let picture = typedIn(fields, "drawing") === "" ? (before.picture ?? "") : "";
    if (file instanceof File && file.size > 0) {
      setBusy(true);
      const sent = await sendPicture(`/society/${page.societySlug}/tracks/${page.trackSlug}/pictures`, file);
      setBusy(false);
      if (!sent.ok) {
        setFaults({ file: sent.reason });
        return;
      }
      picture = sent.name;
    }
    const attrs = figureOf(fields, picture);
    if (isThere) editor.chain().focus().updateAttributes("figure", attrs).run();
    else insertBlock(editor, { type: "figure", attrs, content: [{ type: "text", text: typedIn(fields, "caption") }] });
    onClose();
  };
  return (
    <DialogForm
      submit={isBusy ? t("lessonEditor:figure.busy") : t("lessonEditor:figure.set")}
      isBusy={isBusy}
      onSubmit={(fields) => void set(fields)}
      onClose={onClose}
    >
      <FigureFieldset before={before} isThere={isThere} page={page} errorAt={errorAt} />
    </DialogForm>
  );
}

interface FieldsetProps {
  readonly before: Partial<FigureAttributes>;
  readonly isThere: boolean;
  readonly page: DialogProps["page"];
  readonly errorAt: (field: string) => string | undefined;
}

function FigureFieldset({ before, isThere, page, errorAt }: FieldsetProps) {
  const t = useTranslate();
  return (
    <>
      <PictureFields error={errorAt("file")} hasPicture={(before.picture ?? "") !== ""} />
      {page.drawings.length === 0 ? null : (
        <SelectField
          name="drawing"
          label={t("lessonEditor:figure.drawing")}
          empty={t("lessonEditor:figure.noDrawing")}
          choices={page.drawings.map((name) => ({ value: name, text: name }))}
          chosen={before.drawing ?? ""}
        />
      )}
      <TextArea
        name="alt"
        label={t("lessonEditor:figure.alt")}
        hint={t("lessonEditor:figure.alt.hint")}
        typed={before.alt}
        rows={3}
        lang={page.language}
        error={errorAt("alt")}
      />
      {isThere ? null : (
        <TextField
          name="caption"
          label={t("lessonEditor:figure.caption")}
          hint={t("lessonEditor:figure.caption.hint")}
          input={{ lang: page.language }}
          error={errorAt("caption")}
        />
      )}
      <OriginFields before={before} errorAt={errorAt} />
    </>
  );
}

/** Where a picture comes from, and the author's word about it. */
function OriginFields({ before, errorAt }: Pick<FieldsetProps, "before" | "errorAt">) {
  const t = useTranslate();
  return (
    <>
      <TextField
        name="source"
        label={t("lessonEditor:figure.source")}
        hint={t("lessonEditor:figure.source.hint")}
        typed={before.source}
        error={errorAt("source")}
      />
      <TextField
        name="permission"
        label={t("lessonEditor:figure.permission")}
        hint={t("lessonEditor:figure.permission.hint")}
        typed={before.permission}
        error={errorAt("permission")}
      />
      <CheckField
        name="patient"
        label={t("lessonEditor:figure.patient")}
        checked={before.patient === "none"}
        error={errorAt("patient")}
      />
    </>
  );
}

function PictureFields({ error, hasPicture }: { error: string | undefined; hasPicture: boolean }) {
  const t = useTranslate();
  return (
    <div className={error === undefined ? "field" : "field bad"}>
      <label htmlFor="file">{hasPicture ? t("lessonEditor:figure.otherFile") : t("lessonEditor:figure.file")}</label>
      <span className="hint" id="file-hint">
        {t("lessonEditor:figure.file.hint")}
      </span>
      {error === undefined ? null : (
        <p className="err" id="file-error">
          {error}
        </p>
      )}
      <input
        id="file"
        name="file"
        type="file"
        className="input"
        accept="image/png,image/jpeg,image/gif,image/webp"
        aria-describedby={error === undefined ? "file-hint" : "file-hint file-error"}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  );
}
