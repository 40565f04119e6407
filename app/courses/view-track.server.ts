import { getEdition, getText } from "./edition-store.server";
import { type Lesson, type LessonKind, lessonsOf, type Manifest } from "./manifest";
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
  readonly editionNumber: number;
  /** ISO moment and ISO dates. */
  readonly publishedAt: string;
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
}

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
export function viewTrack(track: PublishedTrack, locale: string): TrackView {
  const language = track.words[locale] === undefined ? (track.languages[0] ?? "en") : locale;
  const { manifest } = getEdition(track.editionId);
  const { text } = getText(track.words[language]?.textId ?? "");
  const lessons = lessonsOf(manifest);
  const { slug, name, acronym, website, isDemonstration } = track.society;
  return {
    slug: track.slug,
    title: text.title,
    summary: text.summary,
    audience: text.audience,
    needs: text.needs,
    language,
    languages: track.languages,
    modality: track.modality,
    society: { slug, name, acronym, website, isDemonstration },
    isListed: isListed(track),
    isInvited: track.availability === "invited",
    isWaiting: track.opensAt !== null,
    editionNumber: track.editionNumber,
    publishedAt: track.publishedAt,
    preparedOn: track.preparedOn,
    reviewBy: track.reviewBy,
    minutes: track.minutes,
    order: manifest.order,
    creditHundredths: track.creditHundredths,
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
