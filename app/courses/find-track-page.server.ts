import { formatMoment } from "../i18n/format";
import type { Locale } from "../i18n/locales";
import { translator } from "../i18n/translate";
import { statement } from "../platform/db.server";
import { type EditionOffer, findEditionOffer } from "./edition-offer.server";
import { getEdition } from "./edition-store.server";
import type { CodeFault, Invitation } from "./invitation";
import { lessonsOf } from "./manifest";
import { type LessonStates, trackProgress } from "./progress";
import { catalogueStamp, type PublishedTrack, publishedTracks, stampSql } from "./published-tracks.server";
import { type TrackView, viewPublishedTrack } from "./view-track.server";
import { litSteps } from "../ui/step-wedge";

/** How the reader stands to the track. */
export type Place = "out" | "new" | "enrolled" | "complete";

export interface WithdrawnTrack {
  readonly slug: string;
  readonly title: string;
  readonly language: string;
  readonly society: { readonly slug: string; readonly name: string };
  readonly reason: string | null;
}

interface Standing {
  readonly place: Place;
  readonly isEnded: boolean;
  readonly offer: () => EditionOffer | null;
  /** Names all that the page's shell depends on besides reader and language. */
  readonly key: string;
  /** The reader's own facts by the name of the mark that they fill. */
  readonly slots: Readonly<Record<string, string>>;
}

/** Who asks for the page, and with what. */
interface Asking {
  readonly trackSlug: string;
  /** Null for a visitor. */
  readonly personId: string | null;
  readonly locale: Locale;
  /** In which a moment is told; a visitor's is not known. */
  readonly timeZone?: string | undefined;
  readonly invitation?: Invitation;
}

export type TrackPage = Standing &
  (
    | { readonly state: "published"; readonly fault: CodeFault | null; readonly view: () => TrackView }
    | { readonly state: "withdrawn"; readonly view: () => WithdrawnTrack }
  );

interface LearnerRow {
  readonly stamp: string;
  readonly editionId: string | null;
  readonly completedAt: string | null;
  readonly endedAt: string | null;
  readonly language: string | null;
  readonly states: string;
}

const findLearner = statement<[string, string], LearnerRow>(`
  SELECT ${stampSql} AS stamp, e.editionId, e.completedAt, e.endedAt, e.language,
         (SELECT json_group_array(json_array(s.lessonId, s.fraction, s.done)) FROM LessonState s WHERE s.enrolmentId = e.id) AS states
    FROM (SELECT 1) LEFT JOIN Enrolment e ON e.personId = ? AND e.trackId = (SELECT id FROM Track WHERE slug = ?)`);

/** The page of a track, or null: there is none, it was never published, or it is hidden. One statement. */
export function findTrackPage(asking: Asking): TrackPage | null {
  const { trackSlug, personId, locale } = asking;
  const learner = personId === null ? undefined : findLearner.get(personId, trackSlug);
  const stamp = learner?.stamp ?? catalogueStamp();
  const track = publishedTracks(stamp).bySlug.get(trackSlug);
  if (track === undefined) return null;
  const { pinned, ...standing } = standingOf(track, personId === null ? "out" : "new", learner, locale);
  const isNewcomer = standing.place === "out" || standing.place === "new";
  const { fault, slots } = isNewcomer ? doorOf(track, asking) : atHome;
  const own = {
    ...standing,
    slots: { ...standing.slots, ...slots },
    key: `${trackSlug} ${standing.place} ${pinned} ${fault ?? ""} ${stamp}`,
  };
  return track.availability === "withdrawn"
    ? { state: "withdrawn", ...own, view: () => viewWithdrawn(track, locale) }
    : { state: "published", ...own, fault, view: () => viewPublishedTrack(track, locale) };
}

interface Door {
  readonly fault: CodeFault | null;
  readonly slots: Readonly<Record<string, string>>;
}

const atHome: Door = { fault: null, slots: {} };

/** What a newcomer is told at the door: when it opens, or what became of the code that was brought along. */
function doorOf(
  { availability, opensAt }: PublishedTrack,
  { locale, timeZone = "UTC", invitation = { code: "", fault: null } }: Asking,
): Door {
  if (opensAt !== null) {
    const zone = timeZone.replaceAll("_", " ");
    return { fault: null, slots: { opens: `${formatMoment(locale, opensAt, timeZone)} (${zone})` } };
  }
  return availability === "invited" ? { fault: invitation.fault, slots: { code: invitation.code } } : atHome;
}

function standingOf(
  track: PublishedTrack,
  otherwise: "out" | "new",
  learner: LearnerRow | undefined,
  locale: Locale,
): Omit<Standing, "key"> & { readonly pinned: string } {
  if (learner?.editionId == null) return { place: otherwise, isEnded: false, offer: () => null, slots: {}, pinned: "" };
  // Built by the statement itself.
  const rows = JSON.parse(learner.states) as [string, number, 0 | 1][];
  const states: LessonStates = Object.fromEntries(
    rows.map(([id, fraction, done]) => [id, { fraction, done: done === 1 }]),
  );
  const { editionId, language } = learner;
  const place = learner.completedAt === null ? "enrolled" : "complete";
  const isEnded = learner.endedAt !== null;
  return {
    place,
    isEnded,
    offer: () => (isEnded ? null : findEditionOffer(editionId, track.editionId, language ?? "en")),
    // The offer compares with the learner's own edition, in the learner's language.
    pinned: isEnded ? "ended" : editionId === track.editionId ? "current" : `${editionId} ${language ?? "en"}`,
    slots: learnerSlots(track, learner.editionId, states, locale),
  };
}

function learnerSlots(
  track: PublishedTrack,
  editionId: string,
  states: LessonStates,
  locale: Locale,
): Record<string, string> {
  const t = translator(locale);
  const pinned = getEdition(editionId);
  const progress = trackProgress(pinned.manifest, states);
  return {
    "progress.sentence": t("learning:progress.sentence", { done: progress.doneCount, count: progress.lessonCount }),
    // The page shows the track's present edition, which may have other lessons than the learner's own.
    steps: litSteps(lessonsOf(getEdition(track.editionId).manifest).map(({ id }) => states[id]?.done === true)),
  };
}

function viewWithdrawn(track: PublishedTrack, locale: string): WithdrawnTrack {
  const language = track.words[locale] === undefined ? (track.languages[0] ?? "en") : locale;
  return {
    slug: track.slug,
    title: track.words[language]?.title ?? track.slug,
    language,
    society: { slug: track.society.slug, name: track.society.name },
    reason: track.withdrawnReason,
  };
}
