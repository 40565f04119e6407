import type { BankText } from "../../quizzes/bank-schema";
import type { Question } from "../../quizzes/engine/model";
import type { TrackFile, TrackText } from "./track-file";

/** Everything that a publication freezes, as authors wrote it. */
export interface PublicationSource {
  readonly file: TrackFile;
  readonly texts: readonly TrackText[];
  /** "lesson.language" -> Markdown of a reading lesson. */
  readonly lessons: Readonly<Record<string, string>>;
  /** Drawing name -> SVG text with `{{key}}` where a label stands. */
  readonly drawings: Readonly<Record<string, string>>;
  readonly bank: PublishedBank;
  readonly bankTexts: readonly BankText[];
  /** A webinar's media folder -> the finished recording. */
  readonly media: Readonly<Record<string, Recording>>;
}

export interface PublishedBank {
  readonly slug: string;
  readonly title: string;
  readonly questions: readonly Question[];
}

export interface Recording {
  readonly assetId: string;
  readonly durationMs: number;
}

/** Languages of a recording's captions and chapters, as the media rows hold them. */
export interface RecordingLanguages {
  readonly captions: readonly string[];
  readonly chapters: readonly string[];
}
