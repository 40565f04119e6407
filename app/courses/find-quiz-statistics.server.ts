import { optionKeys, scalesOf, scoreSittings } from "../assessments/score-sittings.server";
import { plainText } from "../assessments/present-sitting.server";
import { getQuestion } from "../assessments/question-store.server";
import { type RatingStatistics, ratingStatistics } from "../../quizzes/engine/rating-statistics";
import { type ItemStatistics, type QuizStatistics, quizStatistics } from "../../quizzes/engine/statistics";
import type { Question } from "../../quizzes/engine/model";
import { renderInline } from "../markup/render-inline.server";
import { statement } from "../platform/db.server";
import { present } from "../platform/invariant";
import { BoundedCache } from "../platform/still.server";
import { getEdition, getTextFor } from "./edition-store.server";
import { findLesson, lessonsOf } from "./manifest";

/** Which sittings count: the first of each learner, or every one. */
export type WhichSittings = "first" | "all";

/** A quiz of a society that somebody may have sat. */
export interface QuizLine {
  readonly trackSlug: string;
  readonly trackTitle: string;
  readonly language: string;
  readonly lessonId: string;
  readonly lessonTitle: string;
  readonly learners: number;
  readonly sittings: number;
}

const tracksOf = statement<[string], { id: string; slug: string; editionId: string }>(`
  SELECT t.id, t.slug, (SELECT e.id FROM Edition e WHERE e.trackId = t.id ORDER BY e.number DESC LIMIT 1) AS editionId
    FROM Track t WHERE t.societyId = ? AND EXISTS (SELECT 1 FROM Edition e WHERE e.trackId = t.id) ORDER BY t.slug`);

const countsOf = statement<[string, string], { sittings: number; learners: number }>(`
  SELECT COUNT(*) AS sittings, COUNT(DISTINCT s.personId) AS learners
    FROM Enrolment e JOIN Sitting s ON s.subjectKind = 'lesson' AND s.subjectRef = e.id || ':' || ?
   WHERE e.trackId = ? AND s.endedAt IS NOT NULL`);

/** Every quiz of the latest editions of a society's tracks, with how often it was sat. The society's id is a guard's. */
export function listQuizzes(societyId: string, locale: string): QuizLine[] {
  return tracksOf.all(societyId).flatMap((track) => {
    const { text } = getTextFor(track.editionId, locale);
    const quizzes = lessonsOf(getEdition(track.editionId).manifest).filter((lesson) => lesson.kind === "quiz");
    return quizzes.map((lesson) => ({
      trackSlug: track.slug,
      trackTitle: text.title,
      language: text.language,
      lessonId: lesson.id,
      lessonTitle: text.lessons[lesson.id]?.title ?? lesson.id,
      ...(countsOf.get(lesson.id, track.id) ?? { sittings: 0, learners: 0 }),
    }));
  });
}

/** One question of the statistics, with what an author needs to recognise it. */
export interface ItemLine extends ItemStatistics {
  /** The question's key in its bank. */
  readonly key: string;
  readonly kind: Question["kind"];
  readonly revision: number;
  readonly stem: string;
  readonly outcomes: readonly string[];
  /** Texts of the options, in the order of the statistics. */
  readonly optionTexts: readonly string[];
}

/** A rating, with the words of its scale in the order of its steps. */
export interface RatingLine extends RatingStatistics, Pick<ItemLine, "key" | "revision" | "stem"> {
  readonly stepTexts: readonly string[];
}

export interface QuizStatisticsPage {
  readonly trackTitle: string;
  readonly lessonTitle: string;
  readonly language: string;
  readonly passPercent: number;
  readonly which: WhichSittings;
  readonly from: string | null;
  readonly to: string | null;
  /** More sittings than are counted: only the latest ones are. */
  readonly isCut: boolean;
  readonly quiz: Omit<QuizStatistics, "items">;
  readonly items: readonly ItemLine[];
  readonly ratings: readonly RatingLine[];
}

const mostSittings = 10_000;

const sittingsOf = statement<[string, string, number, number], { id: string; endedAt: string }>(`
  SELECT s.id, s.endedAt
    FROM Enrolment e JOIN Sitting s ON s.subjectKind = 'lesson' AND s.subjectRef = e.id || ':' || ?
   WHERE e.trackId = ? AND s.endedAt IS NOT NULL AND s.number <= ? ORDER BY s.endedAt DESC LIMIT ?`);

/**
 * What changes the marks of sittings that are over: rulings, assessments of their essays, late answers that count by
 * now (kept under a device of their own). All of these are only ever added.
 */
const decisionsOn = statement<[{ ids: string }], { rulings: number; assessments: number; counted: number }>(`
  SELECT (SELECT COUNT(*) FROM QuestionRuling) AS rulings,
         (SELECT COUNT(*) FROM json_each(@ids) j JOIN EssayAssessment a ON a.sittingId = j.value) AS assessments,
         (SELECT COUNT(*) FROM json_each(@ids) j JOIN AnswerEvent a ON a.sittingId = j.value
           WHERE a.device >= 'ruling-' AND a.device < 'ruling.') AS counted`);
interface Counted {
  readonly quiz: QuizStatistics;
  readonly ratings: readonly RatingStatistics[];
}

const kept = new BoundedCache<Counted>(8 * 1_048_576);

/** The statistics of one quiz, or null when the society has no such quiz. Kept until somebody ends another sitting. */
export async function findQuizStatistics(input: {
  societyId: string;
  trackSlug: string;
  lessonId: string;
  which: WhichSittings;
  locale: string;
}): Promise<QuizStatisticsPage | null> {
  const track = tracksOf.all(input.societyId).find(({ slug }) => slug === input.trackSlug);
  if (track === undefined) return null;
  const lesson = findLesson(getEdition(track.editionId).manifest, input.lessonId);
  if (lesson?.kind !== "quiz") return null;
  const rows = sittingsOf.all(lesson.id, track.id, input.which === "first" ? 1 : 1_000_000, mostSittings + 1);
  const counted = rows.slice(0, mostSittings);
  const { quiz, ratings } = await statisticsOf(counted, `${track.id} ${lesson.id} ${input.which}`);
  const { text } = getTextFor(track.editionId, input.locale);
  return {
    trackTitle: text.title,
    lessonTitle: text.lessons[lesson.id]?.title ?? lesson.id,
    language: text.language,
    passPercent: lesson.blueprint.passPercent,
    which: input.which,
    ...span(counted),
    isCut: rows.length > mostSittings,
    quiz,
    items: quiz.items.map(describeItem).sort((a, b) => a.key.localeCompare(b.key) || a.revision - b.revision),
    ratings: ratings.map(describeRating).sort((a, b) => a.key.localeCompare(b.key) || a.revision - b.revision),
  };
}

function span(latestFirst: readonly { endedAt: string }[]): { from: string | null; to: string | null } {
  return { from: latestFirst.at(-1)?.endedAt ?? null, to: latestFirst[0]?.endedAt ?? null };
}

async function statisticsOf(rows: readonly { id: string; endedAt: string }[], name: string): Promise<Counted> {
  const ids = rows.map(({ id }) => id);
  const { rulings, assessments, counted } = present(decisionsOn.get({ ids: JSON.stringify(ids) }), "counts");
  const latest = rows[0] ?? { id: "", endedAt: "" };
  const key = [name, rows.length, latest.id, latest.endedAt, rulings, assessments, counted].join(" ");
  const known = kept.get(key);
  if (known !== undefined) return known;
  const scored = await scoreSittings(ids);
  const revisions = new Set(scored.flatMap((items) => items.map((item) => item.questionId)));
  const keys = new Map([...revisions].map((id) => [id, optionKeys(id)]));
  const made = { quiz: quizStatistics(scored, keys), ratings: ratingStatistics(scored, scalesOf(revisions)) };
  kept.set(key, made, 2_000 + (made.quiz.items.length + made.ratings.length) * 1_500);
  return made;
}

const revisionNumber = statement<[string], { number: number }>("SELECT number FROM QuestionRevision WHERE id = ?");

function describeItem(item: ItemStatistics): ItemLine {
  const question = getQuestion(item.questionId);
  return {
    ...item,
    ...named(question, item.questionId),
    kind: question.kind,
    outcomes: question.outcomes,
    optionTexts: textsOf("options" in question ? question.options : [], item.options),
  };
}

function describeRating(rating: RatingStatistics): RatingLine {
  const question = getQuestion(rating.questionId);
  const stepTexts = textsOf(question.kind === "likert" ? question.scale : [], rating.steps);
  return { ...rating, ...named(question, rating.questionId), stepTexts };
}

function named(question: Question, revisionId: string): Pick<ItemLine, "key" | "revision" | "stem"> {
  const stem = plainText(renderInline(question.stem));
  return { key: question.id, revision: revisionNumber.get(revisionId)?.number ?? 1, stem };
}

/** The texts of these options, in their order. */
function textsOf(
  options: readonly { readonly id: string; readonly text: string }[],
  counted: readonly { readonly id: string }[],
): string[] {
  const texts = new Map(options.map(({ id, text }) => [id, text]));
  return counted.map(({ id }) => plainText(renderInline(texts.get(id) ?? "")));
}
