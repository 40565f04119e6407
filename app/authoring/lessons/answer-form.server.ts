import { z } from "zod";
import type { LessonAddress } from "./find-lesson.server";
import { previewText } from "./open-lesson-text.server";
import type { LessonPreview } from "./preview-lesson.server";
import { type OtherText, saveLessonText, takeTheirs } from "./save-lesson-text.server";

/** The editor's plain form. */
export const TextForm = z.object({
  intent: z.enum(["save", "preview", "theirs"]).catch("preview"),
  base: z.coerce.number().int().min(0).max(10_000_000),
  content: z.string().max(2_000_000),
});

/** What the form gets back: what was typed stays in it, whatever happened. */
export type FormAnswer =
  | { readonly state: "saved" }
  | { readonly state: "too-long"; readonly typed: string; readonly base: number; readonly preview: null }
  | { readonly state: "preview"; readonly typed: string; readonly base: number; readonly preview: LessonPreview }
  | { readonly state: "newer"; readonly typed: string; readonly latest: OtherText; readonly preview: null };

/** Answers the plain form; null where this society has no such lesson. */
export async function answerForm(
  address: LessonAddress,
  { intent, base, content }: z.infer<typeof TextForm>,
  { byPersonId, now }: { byPersonId: string; now: Date },
): Promise<FormAnswer | null> {
  if (intent === "preview") {
    const preview = await previewText(address, content);
    return preview === null ? null : { state: "preview", typed: content, base, preview };
  }
  const save = intent === "save" ? saveLessonText : takeTheirs;
  const saved = await save({ ...address, base, content, byPersonId, now });
  if (saved.ok) return { state: "saved" };
  switch (saved.reason) {
    case "not-there":
      return null;
    case "too-long":
      return { state: "too-long", typed: content, base, preview: null };
    case "newer":
      return { state: "newer", typed: content, latest: saved.latest, preview: null };
  }
}
