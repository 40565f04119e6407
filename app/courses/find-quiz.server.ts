import { z } from "zod";
import { explainSitting } from "../assessments/explain-sitting.server";
import { presentSitting } from "../assessments/present-sitting.server";
import type { QuestionTexts } from "../assessments/question-store.server";
import type { SittingFacts } from "../assessments/sitting-facts";
import { isOver, type SittingRow } from "../assessments/sitting";
import { findSitting, listSittings } from "../assessments/sitting-store.server";
import type { Translate } from "../i18n/translate";
import { BoundedCache } from "../platform/still.server";
import { getBody, getText } from "./edition-store.server";
import { type Enrolment, findEnrolment } from "./find-enrolment.server";
import { findLesson, type Lesson, lessonsOf } from "./manifest";
import { isOpen } from "./progress";
import { lessonSubject } from "./subject";

export type QuizLesson = Extract<Lesson, { kind: "quiz" }>;

const parsedTexts = new BoundedCache<QuestionTexts>(8 * 1_048_576);

/** Translations of the questions as the sitting's own text revision froze them. */
function questionTexts(editionTextId: string): QuestionTexts {
  const hash = getText(editionTextId).text.questionTextsHash;
  if (hash === undefined) return {};
  const kept = parsedTexts.get(hash);
  if (kept !== undefined) return kept;
  const body = getBody(hash);
  // Publication wrote it from bank translations that its schema had checked.
  const texts = z.record(z.string(), z.unknown()).parse(JSON.parse(body)) as QuestionTexts;
  parsedTexts.set(hash, texts, body.length * 4);
  return texts;
}

/** What the page of a quiz lesson says before and between sittings. */
export interface QuizIntro {
  readonly questionCount: number;
  readonly passPercent: number;
  readonly attempts: number | null;
  readonly timeLimitMinutes: number | null;
  readonly waitMinutes: number;
  readonly sittings: readonly {
    readonly number: number;
    readonly state: "running" | "passed" | "not-passed";
    readonly scoreHundredths: number;
    readonly maxHundredths: number;
    readonly startedAt: string;
  }[];
  readonly attemptsLeft: number | null;
  readonly openAt: string | null;
  readonly mustConfirmIdentity: boolean;
}

export function findQuizIntro(enrolment: Enrolment, lesson: QuizLesson, now: Date): QuizIntro {
  const { blueprint } = lesson;
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
    questionCount: blueprint.fixed.length + blueprint.draw.reduce((sum, rule) => sum + rule.count, 0),
    passPercent: blueprint.passPercent,
    attempts: blueprint.attempts,
    timeLimitMinutes: blueprint.timeLimitMinutes,
    waitMinutes: blueprint.waitMinutes,
    sittings: sittings.map((sitting) => ({
      number: sitting.number,
      state: isRunning(sitting) ? "running" : sitting.passed === true ? "passed" : "not-passed",
      scoreHundredths: sitting.scoreHundredths ?? 0,
      maxHundredths: sitting.maxHundredths ?? 0,
      startedAt: sitting.startedAt.toISOString(),
    })),
    attemptsLeft:
      blueprint.attempts === null
        ? null
        : Math.max(0, blueprint.attempts - sittings.filter((sitting) => !isRunning(sitting)).length),
    openAt: openAt !== null && openAt > now ? openAt.toISOString() : null,
    mustConfirmIdentity: blueprint.attempts !== null && !enrolment.identityConfirmed,
  };
}

export type SittingFound = { state: "running"; page: Omit<SittingFacts, "lessonHref"> } | { state: "over" };

interface Where {
  readonly personId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly number: number;
  readonly now: Date;
}

/** A running sitting for its learner: the paper, what was answered so far, and where to go on. */
export function findSittingPage(input: Where): SittingFound | null {
  const found = locate(input);
  if (found === null) return null;
  const { enrolment, lesson, sitting } = found;
  if (isOver(sitting, input.now)) return { state: "over" };
  const { items, lastQuestionId } = presentSitting(sitting, questionTexts(sitting.editionTextId));
  const { text } = getText(sitting.editionTextId);
  return {
    state: "running",
    page: {
      sittingId: sitting.id,
      number: sitting.number,
      attempts: lesson.blueprint.attempts,
      modality: enrolment.edition.manifest.modality,
      lessonNumber: lessonsOf(enrolment.edition.manifest).indexOf(lesson) + 1,
      lessonTitle: text.lessons[lesson.id]?.title ?? lesson.id,
      language: text.language,
      passPercent: sitting.blueprint.passPercent,
      deadlineAt: sitting.deadlineAt?.toISOString() ?? null,
      serverNow: input.now.toISOString(),
      items,
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

/** A sitting that is over, explained; null when there is none, "running" while it isn't over. */
export function findResultPage(input: Where & { t: Translate }) {
  const found = locate(input);
  if (found === null) return null;
  const { enrolment, lesson, sitting } = found;
  if (sitting.endedAt === null) return "running" as const;
  const { manifest } = enrolment.edition;
  const { text } = getText(sitting.editionTextId);
  const words = { true: input.t("sitting:true"), false: input.t("sitting:false") };
  const { questions, verdict } = explainSitting(sitting, questionTexts(sitting.editionTextId), words);
  const all = listSittings({ personId: input.personId, subject: lessonSubject(enrolment.id, lesson.id) });
  const lessons = lessonsOf(manifest);
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
        : { id: next.id, number: lessons.indexOf(next) + 1, title: readable.lessons[next.id]?.title ?? next.id },
    number: sitting.number,
    attempts: lesson.blueprint.attempts,
    attemptsLeft: lesson.blueprint.attempts === null ? null : Math.max(0, lesson.blueprint.attempts - all.length),
    startedAt: sitting.startedAt.toISOString(),
    endedAt: sitting.endedAt.toISOString(),
    endReason: sitting.endReason,
    passPercent: sitting.blueprint.passPercent,
    verdict,
    others: all
      .filter((other) => other.number !== sitting.number && other.endedAt !== null)
      .map((other) => ({
        number: other.number,
        scoreHundredths: other.scoreHundredths ?? 0,
        maxHundredths: other.maxHundredths ?? 0,
        passed: other.passed === true,
      })),
    questions: questions.map((question) => {
      const number = lessons.findIndex((entry) => entry.id === question.lessonId) + 1;
      return {
        ...question,
        coveredIn:
          number === 0
            ? null
            : { id: question.lessonId, number, title: readable.lessons[question.lessonId]?.title ?? question.lessonId },
      };
    }),
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
