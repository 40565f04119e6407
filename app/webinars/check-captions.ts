/** Something that is wrong with a WebVTT text, and in which line. */
export interface CaptionFault {
  /** From 1. */
  readonly line: number;
  readonly code: "header" | "timing" | "backwards" | "order" | "end" | "words" | "none";
}

const time = String.raw`(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}`;
const timing = new RegExp(`^(${time})[ \\t]+-->[ \\t]+(${time})(?:[ \\t].*)?$`);

const most = 20;

/**
 * What players would stumble over in a text of captions, the first twenty faults in the order of the lines. None: the
 * text can be shown as it is.
 */
export function checkCaptions(vtt: string, durationMs: number): CaptionFault[] {
  const lines = vtt.replace(/^\uFEFF/, "").split(/\r\n?|\n/);
  const faults: CaptionFault[] = [];
  if (!/^WEBVTT(?:[ \t].*)?$/.test(lines[0] ?? "")) faults.push({ line: 1, code: "header" });
  let before = -1;
  let cues = 0;
  for (const [at, line] of lines.entries()) {
    if (!line.includes("-->")) continue;
    cues += 1;
    const fault = faultOf(line, { before, durationMs, words: lines[at + 1] ?? "" });
    if (fault !== null) faults.push({ line: at + 1, code: fault });
    before = Math.max(before, spanOf(line)?.from ?? before);
  }
  if (cues === 0) faults.push({ line: 1, code: "none" });
  return faults.slice(0, most);
}

function spanOf(line: string): { from: number; to: number } | null {
  const [, from, to] = timing.exec(line.trim()) ?? [];
  return from === undefined || to === undefined ? null : { from: readTime(from), to: readTime(to) };
}

function faultOf(
  line: string,
  around: { before: number; durationMs: number; words: string },
): CaptionFault["code"] | null {
  const span = spanOf(line);
  if (span === null) return "timing";
  if (span.to <= span.from) return "backwards";
  if (span.from < around.before) return "order";
  // A recording's last picture may stand a moment longer than the duration that was measured.
  if (span.to > around.durationMs + 1000) return "end";
  return around.words.trim() === "" ? "words" : null;
}

function readTime(text: string): number {
  const [seconds = "0", minutes = "0", hours = "0"] = text.split(":").reverse();
  return Math.round(Number(seconds) * 1000) + Number(minutes) * 60_000 + Number(hours) * 3_600_000;
}
