import { readFileSync } from "node:fs";
import path from "node:path";
import { runTool } from "./run-tool";
import type { Script } from "./script-file";
import { spokenForm } from "./spoken-form";
import { readWav, type Speech, trimSilence } from "./wav";

/** British English, calm: -s is words a minute, -p the pitch (0-99). */
const VOICE = ["-v", "en-gb", "-s", "160", "-p", "42"] as const;

/** Speaks every sentence, trimmed of silence; the answer is ordered as the script is: [slide][sentence]. */
export function speakSentences(espeak: string, script: Script, scratch: string): Speech[][] {
  const file = path.join(scratch, "sentence.wav");
  return script.slides.map((slide) =>
    slide.sentences.map((sentence) => {
      runTool(espeak, [...VOICE, "-w", file, "--", sentence.say ?? spokenForm(sentence.en)]);
      return trimSilence(readWav(readFileSync(file)));
    }),
  );
}
