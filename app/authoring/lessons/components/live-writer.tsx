import { lazy, Suspense, useEffect, useState } from "react";
import { useTranslate } from "../../../i18n/use-translate";
import { readLesson } from "../markdown/read-lesson";
import { ConflictNote } from "./conflict-note";
import { textPath } from "./text-path";
import type { LessonTextPageData } from "./lesson-text-data";
import { LivePreview } from "./live-preview";
import { SaveLine } from "./save-line";
import { SourceArea } from "./source-area";
import type { NewerText } from "./text-saver";
import { usePresence } from "./use-presence";
import { useSaver } from "./use-saver";

// A quarter of a megabyte that only this page needs.
const RichEditor = lazy(() => import("./rich-editor"));

/** `seed` names the text that the editor began with: another one makes the editor anew. */
interface Shown {
  readonly mode: "rich" | "source";
  readonly text: string;
  readonly seed: number;
}

/** What is written, how it is shown, and what happens to it. */
function useWriting(page: LessonTextPageData, typed: string) {
  const { saver, state } = useSaver(textPath(page), page.version, page.text);
  const [shown, setShown] = useState<Shown>(() => begin(typed === page.text ? saver.text : typed));
  const [text, setText] = useState(shown.text);
  const [isLost, setLost] = useState(false);
  useEffect(() => {
    if (typed !== page.text) saver.change(typed);
  }, [saver, typed, page.text]);
  const write = (changed: string | null) => {
    setLost(changed === null);
    if (changed === null) return;
    setText(changed);
    saver.change(changed);
  };
  const show = (mode: Shown["mode"], from: string) => {
    setText(from);
    setLost(false);
    setShown(({ seed }) => ({ mode, text: from, seed: seed + 1 }));
  };
  return { saver, state, shown, text, isLost, write, show };
}

type Writing = ReturnType<typeof useWriting>;

/** The editor that saves while one writes: as a page or as Markdown, with what others do and how it will look. */
export function LiveWriter({ page, typed }: { page: LessonTextPageData; typed: string }) {
  const t = useTranslate();
  const path = textPath(page);
  const writing = useWriting(page, typed);
  const others = usePresence(path);
  const { shown, text, show } = writing;
  const read = readLesson(text);
  return (
    <>
      <div className="editor-bar">
        <SaveLine save={writing.state} isLost={writing.isLost} />
        <ModeSwitch mode={shown.mode} mayBeRich={read.ok} onMode={(mode) => show(mode, text)} />
      </div>
      {others.length === 0 ? null : (
        <p className="ident" role="status">
          {t("lessonEditor:present", { names: others.join(", "), count: others.length })}
        </p>
      )}
      {read.ok ? null : <p className="note">{t("lessonEditor:mode.only", { what: read.unsupported.join(", ") })}</p>}
      <Conflict writing={writing} language={page.language} />
      <WritingPlace writing={writing} page={page} />
      <LivePreview path={path} text={text} first={page.preview} firstText={page.text} language={page.language} />
    </>
  );
}

function WritingPlace({ writing, page }: { writing: Writing; page: LessonTextPageData }) {
  const t = useTranslate();
  const { saver, shown, write, show } = writing;
  const send = () => void saver.flush();
  if (shown.mode === "source")
    return <SourceArea key={shown.seed} text={shown.text} language={page.language} onText={write} onBlur={send} />;
  return (
    <Suspense fallback={<p className="quiet">{t("lessonEditor:loading")}</p>}>
      <RichEditor
        key={shown.seed}
        text={shown.text}
        page={page}
        onText={write}
        onBlur={send}
        onLoss={() => show("source", shown.text)}
      />
    </Suspense>
  );
}

/** Both texts while a conflict is open; while it is merged by hand the difference stays to copy from. */
function Conflict({ writing, language }: { writing: Writing; language: string }) {
  const { saver, state, text, show } = writing;
  const [merging, setMerging] = useState<NewerText | null>(null);
  const latest = state.state === "newer" ? state.latest : merging;
  if (latest === null) return null;
  const choose = {
    mine: () => void saver.follow(latest),
    theirs: () =>
      void saver.takeOther(latest).then((other) => {
        if (other !== null) show(begin(other).mode, other);
      }),
    byHand: () => {
      saver.mergeFrom(latest);
      setMerging(latest);
      show("source", text);
    },
  };
  return (
    <ConflictNote
      latest={latest}
      mine={text}
      language={language}
      choose={state.state === "newer" ? choose : undefined}
    />
  );
}

/** A text that the editor can't hold is written as Markdown. */
function begin(text: string): Shown {
  return { mode: readLesson(text).ok ? "rich" : "source", text, seed: 0 };
}

function ModeSwitch({
  mode,
  mayBeRich,
  onMode,
}: {
  mode: Shown["mode"];
  mayBeRich: boolean;
  onMode: (mode: Shown["mode"]) => void;
}) {
  const t = useTranslate();
  const isRich = mode === "rich";
  return (
    <button
      type="button"
      className="btn line sm"
      disabled={!isRich && !mayBeRich}
      onClick={() => onMode(isRich ? "source" : "rich")}
    >
      {isRich ? t("lessonEditor:mode.source") : t("lessonEditor:mode.rich")}
    </button>
  );
}
