import { readFileSync } from "node:fs";
import path from "node:path";
import { z } from "zod";

const line = z.string().trim().min(1);
const Texts = z
  .strictObject({ en: line, de: line.optional(), fr: line.optional(), es: line.optional(), it: line.optional() })
  .readonly();

const Sentence = z.strictObject({
  ...Texts.unwrap().shape,
  /** What the voice reads instead of `en`, where a number or a name would be read wrongly. */
  say: line.optional(),
  /** The line of the slide (and the parts of the drawing with that `data-line`) lit from here on, counted from 0. */
  line: z.int().min(0).optional(),
  /** The table row lit from here on, counted from 0. */
  row: z.int().min(0).optional(),
});

const Slide = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  /** Title of the chapter that starts with this slide; null: the slide belongs to the chapter before. */
  chapter: Texts.nullable(),
  heading: line,
  lines: z.array(line).max(6),
  table: z
    .strictObject({ head: z.array(z.string()).min(2), rows: z.array(z.array(z.string())).min(1).max(6) })
    .optional(),
  /** File in the folder `slides` beside the script. */
  drawing: z
    .string()
    .regex(/^[a-z0-9-]+\.svg$/)
    .nullable(),
  /** Source and year, printed on the foot line. */
  source: line.nullable(),
  sentences: z.array(Sentence).min(1),
});

const ScriptFile = z.strictObject({ title: Texts, slides: z.array(Slide).min(1) }).superRefine((script, context) => {
  const languages = languagesOf(script.title);
  const complain = (message: string) => context.addIssue({ code: "custom", message });
  script.slides.forEach((slide, index) => {
    const missing = (texts: Texts) => languages.filter((language) => texts[language] === undefined);
    if (index === 0 && slide.chapter === null) complain(`slide "${slide.id}": the first slide must start a chapter`);
    if (slide.chapter !== null && missing(slide.chapter).length > 0) {
      complain(`slide "${slide.id}": its chapter lacks ${missing(slide.chapter).join(", ")}`);
    }
    if (slide.table?.rows.some((row) => row.length !== slide.table?.head.length)) {
      complain(`slide "${slide.id}": a table row has not as many cells as the head`);
    }
    slide.sentences.forEach((sentence, number) => {
      const where = `slide "${slide.id}", sentence ${number + 1}`;
      if (missing(sentence).length > 0) complain(`${where} lacks ${missing(sentence).join(", ")}`);
      if (slide.drawing === null && !(slide.lines.length > (sentence.line ?? -1))) complain(`${where}: no such line`);
      if ((sentence.row ?? -1) >= (slide.table?.rows.length ?? 0)) complain(`${where}: no such table row`);
    });
  });
});

export type Script = z.infer<typeof ScriptFile>;
export type ScriptSlide = Script["slides"][number];
export type Texts = z.infer<typeof Texts>;
export type Language = "en" | "de" | "fr" | "es" | "it";

const LANGUAGES = ["en", "de", "fr", "es", "it"] as const;

/** Languages in which a set of texts exists, English first. A script has the languages of its title. */
export function languagesOf(texts: Texts): Language[] {
  return LANGUAGES.filter((language) => texts[language] !== undefined);
}

/** The text in that language. The check of the script has proved that it exists, so a gap here is a bug. */
export function textIn(texts: Texts, language: Language): string {
  const text = texts[language];
  if (text === undefined) throw new Error(`No ${language} text beside "${texts.en}"`);
  return text;
}

/** Reads and checks `script.json` of a folder; throws with every complaint, one a line. */
export function readScript(folder: string): Script {
  const file = path.join(folder, "script.json");
  const parsed = ScriptFile.safeParse(JSON.parse(readFileSync(file, "utf8")));
  if (parsed.success) return parsed.data;
  const complaints = parsed.error.issues.map((issue) => `  ${issue.path.join(".")} ${issue.message}`.trimEnd());
  throw new Error(`${file} is not a usable script:\n${complaints.join("\n")}`);
}
