import { getEdition, getText } from "./edition-store.server";
import { type EditionText, type Lesson, type LessonKind, lessonsOf, type Manifest, minutesOf } from "./manifest";
import type { PreviewPlace } from "./preview-place";
import { isListed, type PublishedTrack, type TrackSociety } from "./published-tracks.server";

/** What the track page is rendered from: the same for every reader of one edition text. */
export interface TrackView {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  readonly needs: string;
  /** Language of the content. */
  readonly language: string;
  readonly languages: readonly string[];
  readonly modality: Manifest["modality"];
  readonly society: Pick<TrackSociety, "slug" | "name" | "acronym" | "website" | "isDemonstration">;
  /** Whether the catalogue and search engines know it. */
  readonly isListed: boolean;
  readonly isInvited: boolean;
  /** Whether it opens later. */
  readonly isWaiting: boolean;
  /** Null in a preview: what is shown is no edition. */
  readonly editionNumber: number | null;
  /** ISO moment; empty in a preview. */
  readonly publishedAt: string;
  /** ISO dates; in a preview empty while none is chosen. */
  readonly preparedOn: string;
  readonly reviewBy: string;
  readonly minutes: number;
  readonly order: Manifest["order"];
  readonly creditHundredths: number;
  readonly outcomes: readonly {
    readonly code: string;
    readonly kind: OutcomeKind;
    readonly text: string;
    readonly lessons: readonly number[];
  }[];
  readonly modules: readonly TrackModule[];
  readonly hurdles: readonly Hurdle[];
  readonly authors: readonly TrackAuthor[];
  readonly references: Manifest["references"];
  readonly preview?: PreviewPlace | undefined;
}

/** What a track's page says that stands neither in a manifest nor in a text. */
export type TrackFacts = Pick<
  TrackView,
  | "slug"
  | "society"
  | "languages"
  | "isListed"
  | "isInvited"
  | "isWaiting"
  | "editionNumber"
  | "publishedAt"
  | "preview"
>;

type OutcomeKind = Manifest["outcomes"][number]["kind"];

export interface TrackModule {
  readonly id: string;
  readonly title: string;
  readonly minutes: number;
  readonly lessons: readonly {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly kind: LessonKind;
    readonly minutes: number;
  }[];
}

export interface TrackAuthor {
  readonly id: string;
  readonly name: string;
  readonly role: "author" | "reviewer";
  readonly qualifications: string;
  readonly interests: string;
  /** ISO date. */
  readonly declaredOn: string;
}

/** What must be reached besides reading. */
export type Hurdle =
  | { readonly kind: "quiz"; readonly lesson: number; readonly percent: number; readonly sittings: number | null }
  | { readonly kind: "webinar"; readonly lesson: number; readonly percent: number };

/** Reads the current edition of a track in the reader's language, or in the track's first. */
export function viewPublishedTrack(track: PublishedTrack, locale: string): TrackView {
  const language = track.words[locale] === undefined ? (track.languages[0] ?? "en") : locale;
  const { manifest } = getEdition(track.editionId);
  const { text } = getText(track.words[language]?.textId ?? "");
  const { slug, society, languages, editionNumber, publishedAt } = track;
  const facts = {
    ...{ slug, society, languages, editionNumber, publishedAt },
    isListed: isListed(track),
    isInvited: track.availability === "invited",
    isWaiting: track.opensAt !== null,
  };
  return viewTrack(facts, manifest, text);
}

/** A track as its page shows it, in the language of the text. */
export function viewTrack(facts: TrackFacts, manifest: Manifest, text: EditionText): TrackView {
  const lessons = lessonsOf(manifest);
  const { slug, name, acronym, website, isDemonstration } = facts.society;
  return {
    ...facts,
    society: { slug, name, acronym, website, isDemonstration },
    title: text.title,
    summary: text.summary,
    audience: text.audience,
    needs: text.needs,
    language: text.language,
    modality: manifest.modality,
    preparedOn: manifest.preparedOn,
    reviewBy: manifest.reviewBy,
    minutes: minutesOf(manifest),
    order: manifest.order,
    creditHundredths: manifest.creditHundredths,
    outcomes: manifest.outcomes.map((outcome) => ({
      ...outcome,
      text: text.outcomes[outcome.code] ?? "",
      lessons: lessonsFor(lessons, outcome.code),
    })),
    modules: manifest.modules.map((module) => ({
      id: module.id,
      title: text.modules[module.id] ?? module.id,
      minutes: module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
      lessons: module.lessons.map(({ id, kind, minutes }) => ({
        id,
        kind,
        minutes,
        number: numberOf(lessons, id),
        title: text.lessons[id]?.title ?? id,
      })),
    })),
    hurdles: lessons.flatMap((lesson, i) => hurdleOf(lesson, i + 1)),
    authors: manifest.authors.map((author) => ({
      ...author,
      qualifications: text.authors[author.id]?.qualifications ?? "",
      interests: text.authors[author.id]?.interests ?? "",
    })),
    references: manifest.references,
  };
}

function numberOf(lessons: readonly Lesson[], id: string): number {
  return lessons.findIndex((lesson) => lesson.id === id) + 1;
}

function lessonsFor(lessons: readonly Lesson[], code: string): number[] {
  return lessons.flatMap((lesson, i) => (lesson.outcomes.includes(code) ? [i + 1] : []));
}

function hurdleOf(lesson: Lesson, number: number): Hurdle[] {
  switch (lesson.kind) {
    case "quiz":
      return [
        { kind: "quiz", lesson: number, percent: lesson.blueprint.passPercent, sittings: lesson.blueprint.attempts },
      ];
    case "webinar":
      return [{ kind: "webinar", lesson: number, percent: lesson.watchPercent }];
    case "reading":
    case "evaluation":
      return [];
  }
}
