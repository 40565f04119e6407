import type { Kind } from "../../../../quizzes/engine/model";
import { EditorChoices, EditorLabels, EditorPairs, EditorTrueFalse } from "./editor-choices";
import { EditorLines, EditorNumbers, EditorPanel } from "./editor-lines";
import { PictureFields } from "./editor-picture";
import type { EditorFields } from "./use-editor";

/** The fields that only one kind of question has. */
// One line for each kind: a table of components would hide that none is missing.
// eslint-disable-next-line complexity
export function EditorKind({ fields, kind }: { fields: EditorFields; kind: Kind }) {
  switch (kind) {
    case "single":
    case "multiple":
      return <EditorChoices fields={fields} kind={kind} />;
    case "true-false":
      return <EditorTrueFalse fields={fields} />;
    case "ordering":
    case "likert":
      return <EditorLabels fields={fields} kind={kind} />;
    case "matching":
      return <EditorPairs fields={fields} />;
    case "numeric":
    case "calculated":
      return <EditorNumbers fields={fields} kind={kind} />;
    case "short-text":
      return <EditorLines fields={fields} kind={kind} />;
    case "cloze":
      return <EditorLines fields={fields} kind={kind} />;
    case "hotspot":
    case "labelling":
      return (
        <>
          <PictureFields fields={fields} />
          <EditorLines fields={fields} kind={kind} />
        </>
      );
    case "script-concordance":
      return <EditorPanel fields={fields} />;
    case "essay":
      return <EditorLines fields={fields} kind={kind} />;
  }
}
