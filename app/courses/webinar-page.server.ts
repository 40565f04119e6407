import { formatClock } from "../i18n/format";
import type { Locale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import { invariant } from "../platform/invariant";
import { addressesOf, findRecording, type Recording } from "../webinars/find-recording.server";
import type { Cue } from "../webinars/read-vtt";
import { openingMs } from "../webinars/resume-point";
import { gaps, type Span } from "../webinars/spans";
import { type TranscriptPart, transcriptOf } from "../webinars/transcript";
import { describeWatching, stripPath } from "../webinars/watch-words";
import type { LessonPage } from "./find-lesson-page.server";
import type { LessonShell } from "./lesson-view";
import type { EditionText, Lesson, Manifest } from "./manifest";
import { lessonSubject } from "./subject";
import { watchTexts } from "./webinar-texts";

/** What the page of a recording is rendered from: the same for every learner of one edition text. */
export interface WebinarShell {
  readonly page: LessonShell;
  readonly durationMs: number;
  readonly watchPercent: number;
  readonly recordedOn: string;
  /** An author's word that the speech says all that the slides show. */
  readonly speechTellsAll: boolean;
  /** Null when the recording is not on this server. */
  readonly recording: {
    readonly type: string;
    readonly width: number;
    readonly height: number;
    readonly tracks: readonly {
      readonly kind: "captions" | "chapters";
      readonly language: string;
      readonly src: string;
      readonly isDefault: boolean;
    }[];
    /** Language of transcript and chapters. */
    readonly language: string;
    readonly transcript: readonly TranscriptPart[];
    readonly chapters: readonly Cue[];
  } | null;
  readonly speakers: readonly {
    readonly name: string;
    readonly qualifications: string;
    readonly interests: string;
    readonly declaredOn: string;
  }[];
}

export interface WebinarPage {
  readonly key: string;
  readonly slots: Readonly<Record<string, string>>;
  readonly shell: () => WebinarShell;
}

type OpenLesson = Extract<LessonPage, { state: "open" }>;
type WebinarLesson = Extract<Lesson, { kind: "webinar" }>;

/** A recorded webinar and who looks at it. */
export interface WebinarToShow {
  readonly lesson: WebinarLesson;
  readonly authors: Manifest["authors"];
  readonly text: EditionText;
  readonly page: () => LessonShell;
  readonly viewerId: string;
  /** Whose watching is measured; null in a preview. */
  readonly enrolment: { readonly id: string; readonly done: boolean } | null;
}

/** The page of a recorded webinar for one learner. One statement beside those of the lesson page. */
export async function findWebinarPage(
  found: OpenLesson,
  reader: { locale: Locale; key: string },
  now: Date,
): Promise<WebinarPage> {
  const { lesson, enrolment, text } = found;
  invariant(lesson.kind === "webinar", "a webinar page is asked for a webinar");
  const show: WebinarToShow = {
    lesson,
    authors: enrolment.edition.manifest.authors,
    text: text.text,
    page: found.shell,
    viewerId: enrolment.personId,
    enrolment: { id: enrolment.id, done: enrolment.states[lesson.id]?.done === true },
  };
  const { key, slots, shell } = await showWebinar(show, reader.locale, now);
  return { key: `${found.key} ${reader.key} ${key}`, slots: { ...found.slots, ...slots }, shell };
}

const unseen = { resumeMs: 0, version: "", spans: [] } as const;

/** A recording with its texts for somebody who may see it. One statement. */
export async function showWebinar(show: WebinarToShow, locale: Locale, now: Date): Promise<WebinarPage> {
  const { lesson, enrolment } = show;
  const recording = findRecording({
    assetId: lesson.assetId,
    language: show.text.language,
    subjectRef: enrolment === null ? "" : lessonSubject(enrolment.id, lesson.id).ref,
  });
  const addresses = recording?.asset.state === "ready" ? await addressesOf(recording, show.viewerId, now) : null;
  const { resumeMs, version, spans } = recording ?? unseen;
  const opening = openingMs(resumeMs, lesson.durationMs);
  return {
    key: addresses === null ? "gone" : version,
    slots: {
      ...addressSlots(addresses, opening),
      ...watchSlots(show, spans, locale),
      ...resumeSlots(opening, locale),
    },
    shell: () => webinarShell(show, recording, addresses),
  };
}

type Addresses = Awaited<ReturnType<typeof addressesOf>>;

function addressSlots(addresses: Addresses | null, opening: number): Record<string, string> {
  if (addresses === null) return { "watch.src": "", "watch.poster": "" };
  // The fragment makes every player open at the resume point, with and without our script.
  return {
    "watch.src": opening > 0 ? `${addresses.url}#t=${String(opening / 1000)}` : addresses.url,
    "watch.poster": addresses.posterUrl,
  };
}

function resumeSlots(opening: number, locale: Locale): Record<string, string> {
  const time = formatClock(opening);
  return {
    "watch.resume": String(opening),
    "watch.resumeAt": translator(locale)("webinar:resume.at", { time }),
    "watch.resumeClock": time,
  };
}

function watchSlots(
  { lesson, enrolment }: WebinarToShow,
  spans: readonly Span[],
  locale: Locale,
): Record<string, string> {
  const { durationMs, watchPercent } = lesson;
  const done = enrolment?.done === true;
  const words = describeWatching(watchTexts(translator(locale)), locale, { spans, durationMs, watchPercent, done });
  return {
    "watch.enrolment": enrolment?.id ?? "",
    "watch.missing": JSON.stringify(gaps(spans, durationMs)),
    "watch.state": done ? "done" : "open",
    "watch.headline": words.headline,
    "watch.why": words.why,
    "watch.parts": words.missing.map((part) => part.text).join(", "),
    "watch.strip": words.strip,
    "watch.path": stripPath(spans),
  };
}

function webinarShell(show: WebinarToShow, recording: Recording | null, addresses: Addresses | null): WebinarShell {
  const { lesson, authors, text } = show;
  return {
    page: show.page(),
    durationMs: lesson.durationMs,
    watchPercent: lesson.watchPercent,
    recordedOn: lesson.recordedOn,
    speechTellsAll: lesson.speechTellsAll,
    recording: recording === null || addresses === null ? null : recordingShell(recording, addresses),
    speakers: lesson.speakers.flatMap((id) => {
      const author = authors.find((candidate) => candidate.id === id);
      const said = text.authors[id];
      if (author === undefined) return [];
      return [
        {
          name: author.name,
          declaredOn: author.declaredOn,
          qualifications: said?.qualifications ?? "",
          interests: said?.interests ?? "",
        },
      ];
    }),
  };
}

function recordingShell(
  recording: Recording,
  { type, textAddress }: Addresses,
): NonNullable<WebinarShell["recording"]> {
  const language = recording.language ?? "en";
  const chapters = recording.chapters();
  const captionTracks = recording.captionLanguages.map((captions) => ({
    kind: "captions" as const,
    language: captions,
    src: textAddress("captions", captions),
    isDefault: captions === language,
  }));
  return {
    type,
    width: recording.asset.width,
    height: recording.asset.height,
    tracks:
      chapters.length === 0
        ? captionTracks
        : [...captionTracks, { kind: "chapters", language, src: textAddress("chapters", language), isDefault: false }],
    language,
    transcript: transcriptOf(recording.captions(), chapters),
    chapters,
  };
}
