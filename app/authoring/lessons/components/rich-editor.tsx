import type { Editor, JSONContent } from "@tiptap/core";
import { EditorContent, useEditor } from "@tiptap/react";
import { useMemo, useState } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { blockKey, readLesson } from "../markdown/read-lesson";
import type { EditorNode } from "../markdown/editor-node";
import { tidyNode } from "../markdown/tidy-node";
import { writeLesson } from "../markdown/write-lesson";
import { cleanPastedHtml } from "./clean-paste";
import type { DialogName } from "./dialog-form";
import { EditorDialog } from "./editor-dialog";
import { lessonExtensions } from "./editor-schema";
import { textPath } from "./text-path";
import type { LessonTextPageData } from "./lesson-text-data";
import { typesetFormula } from "./live-client";
import { Toolbar } from "./toolbar";
import { useSteady } from "./use-saver";

interface RichEditorProps {
  readonly text: string;
  readonly page: LessonTextPageData;
  /** Markdown after each change; null when what was typed can't be written as Markdown. */
  readonly onText: (markdown: string | null) => void;
  readonly onBlur: () => void;
  /** The editor could not take the text as it is: it must be written as Markdown. */
  readonly onLoss: () => void;
}

/** The text as a page that one writes on. It holds what the Markdown of lessons can hold, and nothing else. */
export default function RichEditor(props: RichEditorProps) {
  const t = useTranslate();
  const { page } = props;
  const [dialog, setDialog] = useState<DialogName | null>(null);
  const [dropped, setDropped] = useState(0);
  const editor = useLessonEditor(props, setDropped);
  if (editor === null) return null;
  return (
    <div className="sheet rich">
      <Toolbar editor={editor} onDialog={setDialog} />
      {dropped === 0 ? null : (
        <p className="note care" role="status">
          {t("lessonEditor:paste.pictures", { count: dropped })}
        </p>
      )}
      <EditorContent editor={editor} />
      {dialog === null ? null : (
        <EditorDialog
          name={dialog}
          editor={editor}
          page={page}
          onClose={() => {
            setDialog(null);
            editor.commands.focus();
          }}
        />
      )}
    </div>
  );
}

function useLessonEditor(
  { text, page, onText, onBlur, onLoss }: RichEditorProps,
  onDropped: (pictures: number) => void,
): Editor | null {
  const t = useTranslate();
  const read = useMemo(() => readLesson(text), [text]);
  const changed = useSteady((doc: EditorNode) => {
    onText(writeLesson(doc, read.ok ? read.sources : new Map()));
  });
  const blurred = useSteady(onBlur);
  const lost = useSteady(onLoss);
  return useEditor({
    immediatelyRender: false,
    injectCSS: false,
    extensions: lessonExtensions({
      typeset: (latex) => typesetFormula(textPath(page), latex),
      drawingLabel: (name) => t("lessonEditor:figure.drawingNamed", { name }),
    }),
    // The same shape; the editor's type only lacks the word "readonly".
    content: read.ok ? (read.doc as JSONContent) : null,
    editorProps: {
      attributes: {
        class: "read",
        role: "textbox",
        "aria-multiline": "true",
        "aria-label": t("lessonEditor:rich.label", { title: page.lessonTitle }),
        lang: page.language,
      },
      transformPastedHTML: (html) => {
        // Copied inside an editor like this one: it knows its own nodes.
        if (html.includes("data-pm-slice")) return html;
        const cleaned = cleanPastedHtml(html);
        onDropped(cleaned.droppedPictures);
        return cleaned.html;
      },
    },
    onCreate: ({ editor: made }) => {
      const kept = tidyNode(made.getJSON() as EditorNode);
      if (read.ok && blockKey(kept) !== blockKey(tidyNode(read.doc))) lost();
    },
    onUpdate: ({ editor: written }) => {
      changed(written.getJSON() as EditorNode);
    },
    onBlur: () => {
      blurred();
    },
  });
}
