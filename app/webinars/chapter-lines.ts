/** Chapters as people paste them, one a line: "mm:ss title" or "h:mm:ss title". */

export interface ChapterFault {
  /** From 1. */
  readonly line: number;
  readonly code: "time" | "words" | "order" | "end" | "first";
}

interface Chapter {
  readonly fromMs: number;
  readonly title: string;
}

const chapterLine = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:[ \t]+[-–—]?[ \t]*|[ \t]*)(.*)$/;

/**
 * The lines as WebVTT, each chapter up to the next one and the last to the end of the recording. Empty lines don't count.
 * No line at all is no chapter: an empty text and no fault.
 */
export function readChapterLines(
  text: string,
  durationMs: number,
): { readonly ok: true; readonly vtt: string } | { readonly ok: false; readonly faults: readonly ChapterFault[] } {
  const chapters: Chapter[] = [];
  const faults: ChapterFault[] = [];
  for (const [at, line] of text.split(/\r\n?|\n/).entries()) {
    if (line.trim() === "") continue;
    const read = readLine(line.trim(), chapters.at(-1) ?? null, durationMs);
    if (typeof read === "string") faults.push({ line: at + 1, code: read });
    else chapters.push(read);
  }
  if (faults.length > 0) return { ok: false, faults };
  return { ok: true, vtt: chapters.length === 0 ? "" : vttOf(chapters, durationMs) };
}

function readLine(line: string, before: Chapter | null, durationMs: number): Chapter | ChapterFault["code"] {
  const chapter = chapterOf(line);
  if (chapter === null) return "time";
  if (chapter.title === "") return "words";
  if (before === null && chapter.fromMs !== 0) return "first";
  if (before !== null && chapter.fromMs <= before.fromMs) return "order";
  return chapter.fromMs >= durationMs ? "end" : chapter;
}

function chapterOf(line: string): Chapter | null {
  const [, hours, minutes, seconds, title] = chapterLine.exec(line) ?? [];
  if (minutes === undefined || Number(seconds) > 59) return null;
  const fromMs = (Number(hours ?? "0") * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000;
  return { fromMs, title: (title ?? "").trim() };
}

const two = (value: number) => String(value).padStart(2, "0");

function vttTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${clock}.${String(ms % 1000).padStart(3, "0")}`;
}

const escaped = (title: string) => title.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

function vttOf(chapters: readonly Chapter[], durationMs: number): string {
  const cues = chapters.map(({ fromMs, title }, at) => {
    const toMs = chapters[at + 1]?.fromMs ?? durationMs;
    return `${vttTime(fromMs)} --> ${vttTime(toMs)}\n${escaped(title)}\n`;
  });
  return `WEBVTT\n\n${cues.join("\n")}`;
}

/** The other way round: cues as lines that can be pasted again. */
export function writeChapterLines(cues: readonly { readonly fromMs: number; readonly text: string }[]): string {
  return cues
    .map(({ fromMs, text }) => {
      const seconds = Math.floor(fromMs / 1000);
      const hours = Math.floor(seconds / 3600);
      const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
      return `${hours > 0 ? `${String(hours)}:` : ""}${rest} ${text}`;
    })
    .join("\n");
}
