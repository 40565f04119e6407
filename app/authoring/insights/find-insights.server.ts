import { setImmediate } from "node:timers/promises";
import { getEdition, getTextFor } from "../../courses/edition-store.server";
import { type Lesson, lessonsOf } from "../../courses/manifest";
import { lastStep } from "../../courses/participant-sql";
import { lessonSubject } from "../../courses/subject";
import { statement } from "../../platform/db.server";
import { BoundedCache } from "../../platform/still.server";
import type { Span } from "../../webinars/spans";
import { type EvaluationSummary, summariseEvaluations } from "./evaluation-summary";
import { type CertificateState, type LearnerWay, type TrackFigures, trackFigures } from "./track-figures";
import { WatchHeat } from "./watch-heat";

export interface WebinarHeat {
  readonly lessonId: string;
  readonly durationMs: number;
  readonly viewers: number;
  /** Of the viewers, 0 to 1, for each ten seconds from the start. */
  readonly shares: readonly number[];
}

export interface Insights {
  /** When the figures were added up. */
  readonly at: string;
  /** More learners than are counted: only the latest are. */
  readonly isCut: boolean;
  readonly figures: TrackFigures;
  readonly webinars: readonly WebinarHeat[];
  readonly evaluations: EvaluationSummary;
}

/** How a track is taken, with the words of its latest edition. */
export interface InsightsPage extends Insights {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly language: string;
  readonly editionNumber: number;
  /** Whether the track has a working copy on this site, and so the other pages of a track. */
  readonly hasDraft: boolean;
  readonly lessons: readonly { readonly id: string; readonly kind: Lesson["kind"]; readonly title: string }[];
}

const mostLearners = 10_000;
const learnersAtOnce = 500;
const mostEvaluations = 10_000;
/** From so many learners on, figures are kept for ten minutes: adding them up takes more than a moment. */
const manyLearners = 500;
const keptMs = 600_000;

const trackOf = statement<[string, string], { id: string; editionId: string; hasDraft: number }>(`
  SELECT t.id, (SELECT e.id FROM Edition e WHERE e.trackId = t.id ORDER BY e.number DESC LIMIT 1) AS editionId,
         EXISTS (SELECT 1 FROM DraftText d WHERE d.trackId = t.id AND d.part = 'structure') AS hasDraft
    FROM Track t WHERE t.societyId = ? AND t.slug = ? AND EXISTS (SELECT 1 FROM Edition e WHERE e.trackId = t.id)`);
const latestLearners = statement<[string, number], { id: string; editionId: string }>(
  "SELECT id, editionId FROM Enrolment WHERE trackId = ? ORDER BY enrolledAt DESC, id LIMIT ?",
);
const waysOf = statement<
  [string],
  { enrolledAt: string; completedAt: string | null; lastStepAt: string | null; done: string; certificates: string }
>(`
  SELECT e.enrolledAt, e.completedAt, ${lastStep} AS lastStepAt,
         (SELECT json_group_array(s.lessonId) FROM LessonState s WHERE s.enrolmentId = e.id AND s.done = 1) AS done,
         (SELECT json_group_array(json_object('issuedAt', c.issuedAt, 'state',
                   CASE WHEN c.revokedAt IS NOT NULL THEN 'revoked'
                        WHEN c.supersededById IS NOT NULL THEN 'superseded' ELSE 'valid' END))
            FROM Certificate c WHERE c.enrolmentId = e.id) AS certificates
    FROM json_each(?) chosen CROSS JOIN Enrolment e WHERE e.id = chosen.value`);
const spansOf = statement<[string], { spans: string }>(
  "SELECT w.spans FROM json_each(?) chosen CROSS JOIN WatchState w WHERE w.subjectRef = chosen.value",
);
// The ids are random, so this order says nothing about who answered or when.
const evaluationsOf = statement<[string, number], { answers: string }>(`
  SELECT a.answers FROM Edition e CROSS JOIN EvaluationAnswer a
   WHERE e.trackId = ? AND a.editionId = e.id ORDER BY a.id LIMIT ?`);

const kept = new BoundedCache<Insights>(4 * 1_048_576);

/**
 * How a track is taken, or null when the society has no such published track. Names nobody.
 * @param input.societyId comes from a guard
 */
export async function findInsights(input: {
  societyId: string;
  trackSlug: string;
  locale: string;
  now: Date;
}): Promise<InsightsPage | null> {
  const track = trackOf.get(input.societyId, input.trackSlug);
  if (track === undefined) return null;
  const { manifest, number } = getEdition(track.editionId);
  const { text } = getTextFor(track.editionId, input.locale);
  const insights = await figuresOf(track, lessonsOf(manifest), input.now);
  return {
    ...insights,
    trackSlug: input.trackSlug,
    trackTitle: text.title,
    language: text.language,
    editionNumber: number,
    hasDraft: track.hasDraft === 1,
    lessons: lessonsOf(manifest).map(({ id, kind }) => ({ id, kind, title: text.lessons[id]?.title ?? id })),
  };
}

async function figuresOf(
  track: { readonly id: string; readonly editionId: string },
  lessons: readonly Lesson[],
  now: Date,
): Promise<Insights> {
  const key = `${track.editionId} ${String(Math.floor(now.getTime() / keptMs))}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const learners = latestLearners.all(track.id, mostLearners + 1);
  const insights = await addUp(track.id, lessons, learners, now);
  if (learners.length >= manyLearners) kept.set(key, insights, 200_000);
  return insights;
}

interface Learner {
  readonly id: string;
  readonly editionId: string;
}

async function addUp(
  trackId: string,
  lessons: readonly Lesson[],
  found: readonly Learner[],
  now: Date,
): Promise<Insights> {
  const learners = found.slice(0, mostLearners);
  const webinars = lessons.flatMap((lesson) => (lesson.kind === "webinar" ? [lesson] : []));
  const heats = webinars.map((lesson) => ({ lesson, heat: new WatchHeat(lesson.durationMs) }));
  const ways: LearnerWay[] = [];
  for (let from = 0; from < learners.length; from += learnersAtOnce) {
    // Other requests get their turn between blocks.
    if (from > 0) await setImmediate();
    const block = learners.slice(from, from + learnersAtOnce);
    ways.push(...waysOf.all(JSON.stringify(block.map(({ id }) => id))).map(toWay));
    for (const { lesson, heat } of heats) addViewers(heat, lesson, block);
  }
  return {
    at: now.toISOString(),
    isCut: found.length > mostLearners,
    figures: trackFigures(
      ways,
      lessons.map(({ id }) => id),
      now,
    ),
    webinars: heats.map(({ lesson, heat }) => ({
      lessonId: lesson.id,
      durationMs: lesson.durationMs,
      ...heat.result(),
    })),
    evaluations: summariseEvaluations(evaluationsOf.all(trackId, mostEvaluations).map(({ answers }) => answers)),
  };
}

function toWay(row: ReturnType<typeof waysOf.all>[number]): LearnerWay {
  return {
    enrolledAt: row.enrolledAt,
    completedAt: row.completedAt,
    lastStepAt: row.lastStepAt,
    // Both are built by the statement itself.
    done: JSON.parse(row.done) as string[],
    certificates: JSON.parse(row.certificates) as { issuedAt: string; state: CertificateState }[],
  };
}

type Webinar = Extract<Lesson, { kind: "webinar" }>;

/** Only those who have the same recording: another edition's lesson may show another one. */
function addViewers(heat: WatchHeat, webinar: Webinar, learners: readonly Learner[]): void {
  const same = learners.filter(({ editionId }) =>
    lessonsOf(getEdition(editionId).manifest).some(
      (lesson) => lesson.id === webinar.id && lesson.kind === "webinar" && lesson.assetId === webinar.assetId,
    ),
  );
  const refs = same.map(({ id }) => lessonSubject(id, webinar.id).ref);
  // Only `webinars` writes this column: a list of spans.
  for (const { spans } of spansOf.all(JSON.stringify(refs))) heat.add(JSON.parse(spans) as Span[]);
}
