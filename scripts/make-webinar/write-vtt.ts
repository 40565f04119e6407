import type { Cue } from "./split-captions";

/** Milliseconds as WebVTT writes them, always with hours: 00:01:02.345. */
export function vttTime(ms: number): string {
  if (!Number.isInteger(ms) || ms < 0) throw new Error(`Not a time in whole milliseconds: ${ms}`);
  const two = (value: number) => String(value).padStart(2, "0");
  const seconds = Math.floor(ms / 1000);
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60].map(two).join(":");
  return `${clock}.${String(ms % 1000).padStart(3, "0")}`;
}

const escaped = (text: string) => text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");

/** A whole WebVTT file. Throws when a cue is empty or out of order, since players then drop cues without a word. */
export function writeVtt(cues: readonly Cue[]): string {
  let last = 0;
  const blocks = cues.map((cue, index) => {
    const name = `cue ${index + 1} ("${cue.lines.join(" ")}")`;
    if (cue.endMs <= cue.startMs) throw new Error(`${name} ends before it starts`);
    if (cue.startMs < last) throw new Error(`${name} starts before the one before it ends`);
    if (cue.lines.length === 0 || cue.lines.some((line) => line.trim() === ""))
      throw new Error(`${name} has an empty line`);
    last = cue.endMs;
    return `${index + 1}\n${vttTime(cue.startMs)} --> ${vttTime(cue.endMs)}\n${cue.lines.map(escaped).join("\n")}\n`;
  });
  return `WEBVTT\n\n${blocks.join("\n")}`;
}
