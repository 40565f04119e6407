import { findMediaText } from "../../media/find-asset.server";
import { type ChapterFault, readChapterLines, writeChapterLines } from "../../webinars/chapter-lines";
import { type CaptionFault, checkCaptions } from "../../webinars/check-captions";
import { readVtt } from "../../webinars/read-vtt";
import { DraftWords, sourceLanguageOf } from "./draft-file";
import { findDraft } from "./find-draft.server";
import type { PlaceInTrack } from "./lesson-page.server";
import { findLesson, headOf, type TrackHead } from "./outline-page.server";
import { findOwnRecording, saveRecordingText, type SocietyRecording } from "./society-media.server";

export const textLanguages = DraftWords.shape.language.options;

/** Captions and chapters of a webinar's recording in one language. */
export interface RecordingTexts {
  readonly head: TrackHead;
  readonly lesson: { readonly id: string; readonly title: string };
  readonly recording: SocietyRecording;
  readonly language: (typeof textLanguages)[number];
  readonly chapters: string;
  readonly captions: string;
}

export interface TextFault {
  readonly line: number;
  readonly code: ChapterFault["code"] | CaptionFault["code"];
}

/** Null where there is no such webinar, or its recording isn't this society's. @param language empty = the source language */
export function findRecordingTexts(
  place: PlaceInTrack & { lessonId: string; language: string },
): RecordingTexts | null {
  const draft = findDraft(place.societyId, place.trackSlug);
  const lesson = draft === null ? null : findLesson(draft, place.lessonId);
  if (draft === null || lesson?.kind !== "webinar") return null;
  const recording = findOwnRecording(place.societyId, lesson.media);
  if (recording === null) return null;
  const language = DraftWords.shape.language.safeParse(place.language).data ?? sourceLanguageOf(draft.file);
  const textOf = (kind: "captions" | "chapters") => findMediaText(recording.id, kind, language) ?? "";
  return {
    head: headOf(draft, place.seen),
    lesson: { id: lesson.id, title: draft.words.lessons[lesson.id]?.title ?? "" },
    recording,
    language,
    chapters: writeChapterLines(readVtt(textOf("chapters"))),
    captions: textOf("captions"),
  };
}

/** Checks one of the two texts and keeps it. @returns what is wrong, by line; nothing was changed then */
export async function saveTextOfRecording(
  texts: RecordingTexts,
  text: { kind: "captions" | "chapters"; content: string; byPersonId: string; now: Date },
): Promise<readonly TextFault[]> {
  const { id: assetId, durationMs } = texts.recording;
  const { kind, content, byPersonId, now } = text;
  const keep = (vtt: string) => saveRecordingText({ assetId, kind, language: texts.language, vtt, byPersonId, now });
  if (kind === "chapters") {
    const read = readChapterLines(content, durationMs);
    if (!read.ok) return read.faults;
    await keep(read.vtt);
    return [];
  }
  const faults = content.trim() === "" ? [] : checkCaptions(content, durationMs);
  if (faults.length === 0) await keep(content.trim() === "" ? "" : content);
  return faults;
}
