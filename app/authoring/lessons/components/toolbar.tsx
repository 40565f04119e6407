import type { Editor } from "@tiptap/core";
import { useEditorState } from "@tiptap/react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import type { MessageKey } from "../../../i18n/messages";
import { useTranslate } from "../../../i18n/use-translate";
import type { DialogName } from "./dialog-form";
import { type Tool, toolsFor } from "./tools";

/** Buttons over the text: one stop of the Tab key, moved through with the arrows; Alt+F10 leads here from the text. */
export function Toolbar({ editor, onDialog }: { editor: Editor; onDialog: (name: DialogName) => void }) {
  const t = useTranslate();
  const bar = useRef<HTMLDivElement>(null);
  const [current, setCurrent] = useState(0);
  const tools = toolsFor(editor, onDialog);
  const active = useEditorState({
    editor,
    selector: ({ editor: now }) => tools.map(({ isOn, may }) => `${isOn?.(now) ?? ""}/${may?.(now) ?? ""}`).join(),
  });
  useEffect(() => {
    const dom = editor.view.dom;
    const come = (event: globalThis.KeyboardEvent) => {
      if (event.altKey && event.key === "F10") bar.current?.querySelector<HTMLElement>("[tabindex='0']")?.focus();
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        onDialog("link");
      }
    };
    dom.addEventListener("keydown", come);
    return () => dom.removeEventListener("keydown", come);
  }, [editor, onDialog]);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const steps: Record<string, number> = { ArrowRight: current + 1, ArrowLeft: current - 1, Home: 0, End: -1 };
    const step = steps[event.key];
    if (event.key === "Escape") editor.commands.focus();
    if (step === undefined) return;
    event.preventDefault();
    const next = (step + tools.length) % tools.length;
    setCurrent(next);
    bar.current?.querySelectorAll("button")[next]?.focus();
  };
  return (
    <div
      className="tool-bar"
      role="toolbar"
      aria-label={t("lessonEditor:tools")}
      aria-orientation="horizontal"
      data-state={active}
      ref={bar}
      tabIndex={-1}
      onKeyDown={move}
    >
      {tools.map((tool, index) => (
        <ToolButton
          key={tool.name}
          tool={tool}
          editor={editor}
          isStop={index === current}
          onStop={() => setCurrent(index)}
        />
      ))}
    </div>
  );
}

function ToolButton({
  tool,
  editor,
  isStop,
  onStop,
}: {
  tool: Tool;
  editor: Editor;
  isStop: boolean;
  onStop: () => void;
}) {
  const t = useTranslate();
  const name: MessageKey = `lessonEditor:tool.${tool.name}`;
  // A button that can't do anything now stays in the row, so that the arrows always find the same place.
  const isOff = tool.may?.(editor) === false;
  return (
    <button
      type="button"
      tabIndex={isStop ? 0 : -1}
      aria-pressed={tool.isOn?.(editor)}
      aria-disabled={isOff || undefined}
      aria-keyshortcuts={tool.keys}
      title={tool.keys === undefined ? undefined : `${t(name)} (${tool.keys.replace("Control", "Ctrl")})`}
      onFocus={onStop}
      // The text keeps its selection.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isOff) tool.run();
      }}
    >
      {t(name)}
    </button>
  );
}
