import { createHash } from "node:crypto";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { FRAME_MS } from "./plan-timeline";
import { runTool, type Tools } from "./run-tool";

const MAX_BYTES = 8_000_000;
const FRAMES_PER_SECOND = 1000 / FRAME_MS;
const CLEAN = "highpass=f=70,lowpass=f=8000";
const LOUDNESS = "loudnorm=I=-17:TP=-2:LRA=11:dual_mono=true";
/** The AAC encoder overshoots the loudest consonants; room is left above them. */
const CEILING = "alimiter=limit=0.63:attack=2:release=40:level=disabled";

type Picture = { file: string; startMs: number };
type MediaFacts = { durationMs: number; bytes: number; sha256: string; width: number; height: number };

/** Loudness is measured first and applied second: in one pass the filter would breathe in the pauses. */
function loudnessFilter(ffmpeg: string, wav: string): string {
  const { stderr } = runTool(ffmpeg, [
    "-hide_banner",
    "-nostats",
    "-i",
    wav,
    "-af",
    `${CLEAN},${LOUDNESS}:print_format=json`,
    "-f",
    "null",
    "-",
  ]);
  const measured: unknown = JSON.parse(stderr.slice(stderr.lastIndexOf("{"), stderr.lastIndexOf("}") + 1));
  const value = (name: string) => {
    if (typeof measured !== "object" || measured === null) throw new Error("ffmpeg printed no loudness");
    const number = Number(Object.entries(measured).find(([key]) => key === name)?.[1]);
    if (!Number.isFinite(number)) throw new Error(`ffmpeg printed no ${name}`);
    return number;
  };
  const known = `measured_I=${value("input_i")}:measured_TP=${value("input_tp")}:measured_LRA=${value("input_lra")}`;
  return `${CLEAN},${LOUDNESS}:${known}:measured_thresh=${value("input_thresh")}:offset=${value("target_offset")}:linear=true,${CEILING}`;
}

/** Pictures as ffmpeg's concat list; the last one is named twice because the list ignores the last duration. */
function pictureList(pictures: readonly Picture[], endMs: number): string {
  const rows = pictures.map((picture, index) => {
    const until = pictures[index + 1]?.startMs ?? endMs;
    return `file '${picture.file}'\nduration ${((until - picture.startMs) / 1000).toFixed(3)}`;
  });
  return `ffconcat version 1.0\n${rows.join("\n")}\nfile '${pictures.at(-1)?.file}'\n`;
}

/** From fine to coarse; the finest that keeps the file under MAX_BYTES is taken. Past the last one the text would blur. */
const QUALITIES = [32, 35, 38] as const;

/** Encodes pictures and speech to an MP4 that starts at once and seeks to every second second. Answers the quality taken. */
export function encodeVideo(
  tools: Tools,
  input: { pictures: Picture[]; wav: string; endMs: number; scratch: string; out: string },
): number {
  const list = path.join(input.scratch, "pictures.txt");
  writeFileSync(list, pictureList(input.pictures, input.endMs));
  const audio = loudnessFilter(tools.ffmpeg, input.wav);
  for (const quality of QUALITIES) {
    runTool(
      tools.ffmpeg,
      encoderArguments({ list, wav: input.wav, audio, quality, endMs: input.endMs, out: input.out }),
    );
    if (statSync(input.out).size <= MAX_BYTES) return quality;
  }
  throw new Error(`${input.out}: more than ${MAX_BYTES} bytes even at the lowest quality; make the script shorter`);
}

function encoderArguments(input: {
  list: string;
  wav: string;
  audio: string;
  quality: number;
  endMs: number;
  out: string;
}): string[] {
  const keyframes = String(FRAMES_PER_SECOND * 2);
  return [
    ...["-hide_banner", "-nostats", "-y", "-f", "concat", "-safe", "0", "-i", input.list, "-i", input.wav],
    ...["-vf", `fps=${FRAMES_PER_SECOND},scale=out_color_matrix=bt709:out_range=tv,format=yuv420p`],
    ...[
      "-c:v",
      "libx264",
      "-preset",
      "slow",
      "-crf",
      String(input.quality),
      "-tune",
      "stillimage",
      "-profile:v",
      "high",
    ],
    ...["-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"],
    ...["-g", keyframes, "-keyint_min", keyframes, "-sc_threshold", "0", "-threads", "2"],
    ...["-af", input.audio, "-c:a", "aac", "-b:a", "64k", "-ac", "1", "-ar", "48000"],
    ...["-t", (input.endMs / 1000).toFixed(3), "-map", "0:v", "-map", "1:a", "-map_metadata", "-1"],
    ...["-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact", "-movflags", "+faststart", input.out],
  ];
}

/** The first picture as the still that stands before the video plays. */
export function makePoster(ffmpeg: string, picture: string, out: string): void {
  runTool(ffmpeg, [
    "-hide_banner",
    "-y",
    "-i",
    picture,
    "-c:v",
    "libwebp",
    "-quality",
    "86",
    "-map_metadata",
    "-1",
    "-fflags",
    "+bitexact",
    out,
  ]);
}

/** Reads the finished file back; throws when it is too big, has no sound or isn't as long as planned. */
export function probeVideo(ffprobe: string, file: string, plannedMs: number): MediaFacts {
  const { stdout } = runTool(ffprobe, [
    ...["-v", "error", "-of", "default=noprint_wrappers=1"],
    ...["-show_entries", "format=duration:stream=codec_name,width,height"],
    file,
  ]);
  const valueOf = (name: string) => Number(new RegExp(`^${name}=([\\d.]+)$`, "m").exec(stdout)?.[1]);
  const bytes = readFileSync(file);
  const facts = {
    durationMs: Math.round(valueOf("duration") * 1000),
    bytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
    width: valueOf("width"),
    height: valueOf("height"),
  };
  if (!/^codec_name=h264$/m.test(stdout) || !/^codec_name=aac$/m.test(stdout))
    throw new Error(`${file}: not H.264 with AAC`);
  if (facts.bytes > MAX_BYTES) throw new Error(`${file}: ${facts.bytes} bytes, more than ${MAX_BYTES}`);
  if (Math.abs(facts.durationMs - plannedMs) > 2 * FRAME_MS)
    throw new Error(`${file}: ${facts.durationMs} ms, planned ${plannedMs} ms`);
  return facts;
}
