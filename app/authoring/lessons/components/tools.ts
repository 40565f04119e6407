import type { Editor } from "@tiptap/core";
import type { CalloutKind } from "../markdown/editor-node";
import type { DialogName } from "./dialog-form";

type ToolName =
  | "paragraph"
  | "h2"
  | "h3"
  | "h4"
  | "bold"
  | "italic"
  | "bullets"
  | "numbers"
  | "quote"
  | "link"
  | "reference"
  | "formula"
  | "figure"
  | "table"
  | "rowAdd"
  | "rowDelete"
  | "columnAdd"
  | "columnDelete"
  | "note"
  | "care"
  | "rad"
  | "undo"
  | "redo";

/** One button of the toolbar. */
export interface Tool {
  readonly name: ToolName;
  readonly run: () => void;
  /** Whether what it makes is there already; undefined for a button that only does something once. */
  readonly isOn?: (editor: Editor) => boolean;
  readonly may?: (editor: Editor) => boolean;
  /** As `aria-keyshortcuts` writes them. */
  readonly keys?: string;
}

const inTable = (editor: Editor) => editor.isActive("table");

/** The buttons, in their order. */
export function toolsFor(editor: Editor, openDialog: (name: DialogName) => void): Tool[] {
  const chain = () => editor.chain().focus();
  return [
    { name: "paragraph", run: () => chain().setParagraph().run(), isOn: (e) => e.isActive("paragraph") },
    ...([2, 3, 4] as const).map(
      (level): Tool => ({
        name: `h${level}`,
        run: () => chain().toggleHeading({ level }).run(),
        isOn: (e) => e.isActive("heading", { level }),
        keys: `Control+Alt+${level}`,
      }),
    ),
    { name: "bold", run: () => chain().toggleBold().run(), isOn: (e) => e.isActive("bold"), keys: "Control+B" },
    { name: "italic", run: () => chain().toggleItalic().run(), isOn: (e) => e.isActive("italic"), keys: "Control+I" },
    {
      name: "bullets",
      run: () => chain().toggleBulletList().run(),
      isOn: (e) => e.isActive("bulletList"),
      keys: "Control+Shift+8",
    },
    {
      name: "numbers",
      run: () => chain().toggleOrderedList().run(),
      isOn: (e) => e.isActive("orderedList"),
      keys: "Control+Shift+7",
    },
    { name: "quote", run: () => chain().toggleBlockquote().run(), isOn: (e) => e.isActive("blockquote") },
    { name: "link", run: () => openDialog("link"), isOn: (e) => e.isActive("link"), keys: "Control+K" },
    { name: "reference", run: () => openDialog("reference") },
    { name: "formula", run: () => openDialog("formula") },
    { name: "figure", run: () => openDialog("figure") },
    ...tableTools(editor),
    ...(["note", "care", "rad"] as const).map((kind) => calloutTool(editor, kind)),
    { name: "undo", run: () => chain().undo().run(), may: (e) => e.can().undo(), keys: "Control+Z" },
    { name: "redo", run: () => chain().redo().run(), may: (e) => e.can().redo(), keys: "Control+Shift+Z" },
  ];
}

function tableTools(editor: Editor): Tool[] {
  const chain = () => editor.chain().focus();
  return [
    { name: "table", run: () => insertTable(editor), may: (e) => !inTable(e) },
    { name: "rowAdd", run: () => chain().addRowAfter().run(), may: inTable },
    { name: "rowDelete", run: () => chain().deleteRow().run(), may: inTable },
    { name: "columnAdd", run: () => chain().addColumnAfter().run(), may: inTable },
    { name: "columnDelete", run: () => chain().deleteColumn().run(), may: inTable },
  ];
}

const paragraph = { type: "paragraph" };

/** A table with a caption, a head and two rows. The writer goes on in the caption. */
function insertTable(editor: Editor): void {
  const row = (type: string) => ({ type: "tableRow", content: [1, 2, 3].map(() => ({ type, content: [paragraph] })) });
  const table = { type: "table", content: [row("tableHeader"), row("tableCell"), row("tableCell")] };
  insertBlock(editor, { type: "captionedTable", content: [{ type: "tableCaption" }, table] });
}

function calloutTool(editor: Editor, kind: CalloutKind): Tool {
  return {
    name: kind,
    run: () => {
      if (editor.isActive("callout")) editor.chain().focus().updateAttributes("callout", { kind }).run();
      else insertBlock(editor, { type: "callout", attrs: { kind }, content: [{ type: "calloutTitle" }, paragraph] });
    },
    isOn: (e) => e.isActive("callout", { kind }),
    may: (e) => !inTable(e),
  };
}

/** Puts a block behind the one that the cursor is in, and the cursor into the block's first text. */
export function insertBlock(editor: Editor, block: { type: string; attrs?: object; content?: object[] }): void {
  const { $to } = editor.state.selection;
  const at = $to.depth === 0 ? $to.pos : $to.after(1);
  editor
    .chain()
    .insertContentAt(at, [block, paragraph])
    .setTextSelection(at + (block.type === "figure" ? 1 : 2))
    .focus()
    .run();
}
