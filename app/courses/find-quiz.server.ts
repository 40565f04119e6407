import { explainSitting } from "../assessments/explain-sitting.server";
import { flaggedIds } from "../assessments/flag-question.server";
import { presentSitting } from "../assessments/present-sitting.server";
import { showsResult, wasExplained } from "../assessments/shows-result";
import type { Feedback, SittingFacts } from "../assessments/sitting-facts";
import { isOver, type SittingRow } from "../assessments/sitting";
import { findSitting, hasRunningSitting, listSittings } from "../assessments/sitting-store.server";
import type { Translate } from "../i18n/translate";
import { attemptsAllowed, attemptsLeft, minutesAllowed } from "./attempts";
import { getText } from "./edition-store.server";
import { type Enrolment, findEnrolment } from "./find-enrolment.server";
import { findLesson, type Lesson, lessonsOf } from "./manifest";
import { type PracticeState, practiceState } from "./practice-policy";
import { isOpen } from "./progress";
import { quizRules } from "./quiz-rules";
import { lessonSubject } from "./subject";

export type QuizLesson = Extract<Lesson, { kind: "quiz" }>;

/** What the page of a quiz lesson says before and between sittings. */
export interface QuizIntro {
  readonly questionCount: number;
  readonly passPercent: number;
  readonly attempts: number | null;
  readonly timeLimitMinutes: number | null;
  readonly waitMinutes: number;
  readonly feedback: Feedback;
  /** Learners say how sure they are, and are marked by it. */
  readonly certainty: boolean;
  readonly sittings: readonly {
    readonly number: number;
    /** `waiting`: an essay waits for its marker. */
    readonly state: "running" | "waiting" | "passed" | "not-passed";
    /** Null where the quiz doesn't show it. */
    readonly score: { readonly scoreHundredths: number; readonly maxHundredths: number } | null;
    readonly startedAt: string;
  }[];
  readonly attemptsLeft: number | null;
  readonly openAt: string | null;
  readonly mustConfirmIdentity: boolean;
  readonly practice: PracticeState;
}

export function findQuizIntro(enrolment: Enrolment, lesson: QuizLesson, now: Date): QuizIntro {
  const { blueprint } = lesson;
  const granted = enrolment.grants[lesson.id] ?? 0;
  const sittings = listSittings({
    personId: enrolment.personId,
    subject: lessonSubject(enrolment.id, lesson.id),
  });
  const isRunning = (sitting: SittingRow) => !isOver(sitting, now);
  const last = sittings.at(-1);
  const openAt =
    last?.endedAt && blueprint.waitMinutes > 0
      ? new Date(last.endedAt.getTime() + blueprint.waitMinutes * 60_000)
      : null;
  return {
    ...quizRules(blueprint),
    attempts: attemptsAllowed(blueprint.attempts, granted),
    timeLimitMinutes: minutesAllowed(blueprint.timeLimitMinutes, enrolment.timeFactor),
    sittings: sittings.map((sitting) => ({
      number: sitting.number,
      state: isRunning(sitting) ? "running" : stateOf(sitting),
      score: scoreShown(sitting),
      startedAt: sitting.startedAt.toISOString(),
    })),
    attemptsLeft: attemptsLeft(blueprint.attempts, granted, sittings.filter((sitting) => !isRunning(sitting)).length),
    openAt: openAt !== null && openAt > now ? openAt.toISOString() : null,
    mustConfirmIdentity: blueprint.attempts !== null && !enrolment.identityConfirmed,
    practice: practiceState(enrolment, {
      feedback: blueprint.feedback ?? "sitting",
      hasRunning: hasRunningSitting(enrolment.personId, now),
      hasShown: sittings.some(wasExplained),
    }),
  };
}

function stateOf({ passed }: SittingRow): "waiting" | "passed" | "not-passed" {
  if (passed === null) return "waiting";
  return passed ? "passed" : "not-passed";
}

/** The score of a sitting as far as its quiz shows it. */
function scoreShown({ blueprint, passed, scoreHundredths, maxHundredths }: SittingRow) {
  if (!showsResult(blueprint.feedback, passed)) return null;
  return { scoreHundredths: scoreHundredths ?? 0, maxHundredths: maxHundredths ?? 0 };
}

export type SittingFound = { state: "running"; page: Omit<SittingFacts, "lessonHref"> } | { state: "over" };

interface Where {
  readonly personId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly number: number;
  readonly now: Date;
}

const wordsOf = (t: Translate) => ({ true: t("sitting:true"), false: t("sitting:false") });

/** A running sitting for its learner: the paper, what was answered so far, and where to go on. */
export function findSittingPage(input: Where & { t: Translate }): SittingFound | null {
  const found = locate(input);
  if (found === null) return null;
  const { enrolment, lesson, sitting } = found;
  if (isOver(sitting, input.now)) return { state: "over" };
  const { items, lastQuestionId } = presentSitting(sitting, wordsOf(input.t));
  const { text } = getText(sitting.editionTextId);
  return {
    state: "running",
    page: {
      sittingId: sitting.id,
      number: sitting.number,
      attempts: attemptsAllowed(lesson.blueprint.attempts, enrolment.grants[lesson.id] ?? 0),
      modality: enrolment.edition.manifest.modality,
      lessonNumber: lessonsOf(enrolment.edition.manifest).indexOf(lesson) + 1,
      lessonTitle: text.lessons[lesson.id]?.title ?? lesson.id,
      language: text.language,
      passPercent: sitting.blueprint.passPercent,
      feedback: sitting.blueprint.feedback ?? "sitting",
      certainty: sitting.blueprint.certainty === true,
      layout: sitting.blueprint.layout ?? "one",
      deadlineAt: sitting.deadlineAt?.toISOString() ?? null,
      serverNow: input.now.toISOString(),
      items,
      flags: flaggedIds(sitting.id),
      startAt: Math.max(
        0,
        items.findIndex((item) => item.question.id === lastQuestionId),
      ),
    },
  };
}

function locate(input: Where): { enrolment: Enrolment; lesson: QuizLesson; sitting: SittingRow } | null {
  const enrolment = findEnrolment(input);
  const lesson = enrolment && findLesson(enrolment.edition.manifest, input.lessonId);
  if (enrolment === null || lesson?.kind !== "quiz") return null;
  const sitting = findSitting({
    personId: input.personId,
    subject: lessonSubject(enrolment.id, lesson.id),
    number: input.number,
  });
  return sitting === null ? null : { enrolment, lesson, sitting };
}

/** What a sitting that is over shows: what its quiz doesn't show must not leave the server. */
function resultOf(sitting: SittingRow, t: Translate) {
  const { questions, verdict } = explainSitting(sitting, wordsOf(t));
  // A pass once given stays, whatever a later ruling makes of the score.
  const passed = sitting.passed ?? verdict.passed;
  if (!showsResult(sitting.blueprint.feedback, passed))
    return { passed, isExplained: false, score: null, questions: [] };
  const { scoreHundredths, maxHundredths } = verdict;
  return { passed, isExplained: true, score: { scoreHundredths, maxHundredths }, questions };
}

function lessonNamed(id: string | null, lessons: readonly Lesson[], text: ReturnType<typeof getText>["text"]) {
  const number = lessons.findIndex((lesson) => lesson.id === id) + 1;
  return id === null || number === 0 ? null : { id, number, title: text.lessons[id]?.title ?? id };
}

/** A sitting that is over, explained; null when there is none, "running" while it isn't over. */
export function findResultPage(input: Where & { t: Translate }) {
  const found = locate(input);
  if (found === null) return null;
  const { enrolment, lesson, sitting } = found;
  if (sitting.endedAt === null) return "running" as const;
  const { manifest } = enrolment.edition;
  const { text } = getText(sitting.editionTextId);
  const { questions, passed, isExplained, score } = resultOf(sitting, input.t);
  const all = listSittings({ personId: input.personId, subject: lessonSubject(enrolment.id, lesson.id) });
  const lessons = lessonsOf(manifest);
  const granted = enrolment.grants[lesson.id] ?? 0;
  const next = lessons[lessons.indexOf(lesson) + 1];
  const readable = getText(enrolment.textId).text;
  return {
    trackSlug: enrolment.edition.trackSlug,
    trackTitle: text.title,
    language: text.language,
    lesson: { id: lesson.id, number: lessons.indexOf(lesson) + 1, title: text.lessons[lesson.id]?.title ?? lesson.id },
    next:
      next === undefined || !isOpen(manifest, enrolment.states, next.id)
        ? null
        : lessonNamed(next.id, lessons, readable),
    number: sitting.number,
    attempts: attemptsAllowed(lesson.blueprint.attempts, granted),
    attemptsLeft: attemptsLeft(lesson.blueprint.attempts, granted, all.length),
    startedAt: sitting.startedAt.toISOString(),
    endedAt: sitting.endedAt.toISOString(),
    endReason: sitting.endReason,
    passPercent: sitting.blueprint.passPercent,
    feedback: sitting.blueprint.feedback ?? "sitting",
    passed,
    isExplained,
    score,
    others: all
      .filter((other) => other.number !== sitting.number && other.endedAt !== null)
      .map((other) => ({ number: other.number, passed: other.passed === true, score: scoreShown(other) })),
    questions: questions.map((question) => ({
      ...question,
      coveredIn: lessonNamed(question.lessonId, lessons, readable),
    })),
    outcomes: outcomeMarks(questions, text.outcomes),
  };
}

function outcomeMarks(
  questions: readonly { outcomes: readonly string[]; score: number; max: number }[],
  texts: Readonly<Record<string, string>>,
) {
  const sums = new Map<string, { score: number; max: number }>();
  for (const question of questions) {
    for (const code of question.outcomes) {
      const sum = sums.get(code) ?? { score: 0, max: 0 };
      sums.set(code, { score: sum.score + question.score, max: sum.max + question.max });
    }
  }
  return [...sums]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([code, sum]) => ({ code, text: texts[code] ?? "", ...sum }));
}

export type ResultPage = Exclude<ReturnType<typeof findResultPage>, null | "running">;
