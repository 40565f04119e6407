import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { captionCues, chapterCues } from "./caption-cues";
import { drawSlides } from "./draw-slides";
import { encodeVideo, makePoster, probeVideo } from "./encode-video";
import { type Measured, planTimeline } from "./plan-timeline";
import { findTools } from "./run-tool";
import { languagesOf, readScript } from "./script-file";
import { speakSentences } from "./speak-sentences";
import { clauseStartsMs, layTrack, lengthMs, type Speech } from "./wav";
import { writeVtt } from "./write-vtt";

const say = (text: string) => process.stdout.write(`${text}\n`);

/** Shorter silences are the gaps inside words, before a p or a t. */
const CLAUSE_PAUSE_MS = 110;

const measure = (speech: Speech): Measured => ({
  durationMs: lengthMs(speech),
  clauseStartsMs: clauseStartsMs(speech, CLAUSE_PAUSE_MS),
});

/** Makes webinar.mp4, poster.webp, captions, chapters and media.json from the folder's script.json and drawings. */
async function makeWebinar(folder: string): Promise<void> {
  const script = readScript(folder);
  const tools = findTools(process.env.PATH ?? "");
  const scratch = mkdtempSync(path.join(tmpdir(), "make-webinar-"));
  try {
    const speech = speakSentences(tools.espeak, script, scratch);
    const timeline = planTimeline(
      script,
      speech.map((slide) => slide.map(measure)),
    );
    say(`${script.slides.length} slides, ${timeline.spoken.length} sentences, ${(timeline.endMs / 1000).toFixed(1)} s`);
    const states = timeline.shown.map((shown) => shown.state);
    const fileOf = await drawSlides(tools.chromium, { script, folder, states, scratch });
    const pictures = timeline.shown.map((shown) => ({ file: fileOf(shown.state), startMs: shown.startMs }));
    const parts = timeline.spoken.flatMap(({ slide, sentence, startMs }) => {
      const spoken = speech[slide]?.[sentence];
      return spoken === undefined ? [] : [{ startMs, speech: spoken }];
    });
    const wav = path.join(scratch, "speech.wav");
    writeFileSync(wav, layTrack(parts, timeline.endMs));
    const out = path.join(scratch, "webinar.mp4");
    const quality = encodeVideo(tools, { pictures, wav, endMs: timeline.endMs, scratch, out });
    const facts = probeVideo(tools.ffprobe, out, timeline.endMs);
    makePoster(tools.ffmpeg, pictures[0]?.file ?? "", path.join(folder, "poster.webp"));
    const languages = languagesOf(script.title);
    for (const language of languages) {
      writeFileSync(path.join(folder, `captions.${language}.vtt`), writeVtt(captionCues(script, timeline, language)));
      writeFileSync(path.join(folder, `chapters.${language}.vtt`), writeVtt(chapterCues(script, timeline, language)));
    }
    copyFileSync(out, path.join(folder, "webinar.mp4"));
    writeFileSync(path.join(folder, "media.json"), `${JSON.stringify(facts, null, 2)}\n`);
    say(
      `${(facts.bytes / 1e6).toFixed(2)} MB (CRF ${quality}), ${facts.durationMs} ms, captions in ${languages.join(", ")}`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

const folder = process.argv[2];
if (folder === undefined || process.argv.length > 3) {
  process.stderr.write("Usage: npx tsx scripts/make-webinar/main.ts <folder with script.json>\n");
  process.exitCode = 2;
} else {
  makeWebinar(path.resolve(folder)).catch((error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  });
}
