/** One cue of a WebVTT file: text that stands from one moment to another. */
export interface Cue {
  readonly fromMs: number;
  readonly toMs: number;
  /** Without markup, on one line. */
  readonly text: string;
}

const timing = /^((?:\d+:)?\d{2}:\d{2}\.\d{3})[ \t]+-->[ \t]+((?:\d+:)?\d{2}:\d{2}\.\d{3})/;

/** The cues of a WebVTT text, in its order. Notes, styles and regions are left out, as is a cue without words. */
export function readVtt(vtt: string): Cue[] {
  const blocks = vtt
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split(/\n{2,}/);
  return blocks.flatMap((block) => readCue(block.split("\n")));
}

function readCue(lines: readonly string[]): Cue[] {
  const at = lines.findIndex((line) => timing.test(line));
  const [, from, to] = timing.exec(lines[at] ?? "") ?? [];
  if (from === undefined || to === undefined) return [];
  const text = plainText(lines.slice(at + 1).join(" "));
  return text === "" ? [] : [{ fromMs: readTime(from), toMs: readTime(to), text }];
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", nbsp: "\u00a0", lrm: "", rlm: "" };

function plainText(text: string): string {
  const bare = text.replace(/<[^>]*>/g, "").replace(/&(\w+);/g, (whole, name: string) => entities[name] ?? whole);
  return bare.replace(/[ \t]+/g, " ").trim();
}

function readTime(time: string): number {
  const [seconds = "0", minutes = "0", hours = "0"] = time.split(":").reverse();
  return Math.round(Number(seconds) * 1000) + Number(minutes) * 60_000 + Number(hours) * 3_600_000;
}
