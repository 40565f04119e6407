import { withCertainty } from "../../quizzes/engine/certainty";
import { mark, type Mark } from "../../quizzes/engine/mark";
import type { Assessment, Response, Ruling } from "../../quizzes/engine/model";
import { type Verdict, verdict } from "../../quizzes/engine/verdict";
import { dbTime, type HotDatabase, prepareHot } from "../platform/db.server";
import { askQuestion } from "./ask-question.server";
import { countedAssessments } from "./assess-essay-store.server";
import { getQuestionTexts, rulingsOn } from "./question-store.server";
import { graceSeconds, isOver, type SittingRow, type Subject } from "./sitting";
import { findSittingHot, readAnswersHot } from "./sitting-store.server";

/** What is not on record yet: its preview and its own transaction mark with it already. */
export interface Proposed {
  readonly ruling?: { readonly revisionId: string; readonly ruling: Ruling };
  readonly assessment?: { readonly questionId: string; readonly assessment: Assessment };
}

function assessmentOf(sittingId: string, questionId: string, { assessment }: Proposed): Assessment | null {
  if (assessment?.questionId === questionId) return assessment.assessment;
  return countedAssessments(sittingId).get(questionId) ?? null;
}

/** Marks a paper in the language in which it was asked, with the rulings of today. Pure but for reading what it pins. */
export function markPaper(
  sitting: Pick<SittingRow, "id" | "paper" | "blueprint" | "textsHash">,
  answers: ReadonlyMap<string, Response | null>,
  proposed: Proposed = {},
): { marks: Mark[]; verdict: Verdict } {
  const rulings = rulingsOn(sitting.paper.items.map((item) => item.revisionId));
  if (proposed.ruling !== undefined) {
    const { revisionId, ruling } = proposed.ruling;
    rulings.set(revisionId, [...(rulings.get(revisionId) ?? []), ruling]);
  }
  const texts = getQuestionTexts(sitting.textsHash);
  const marks = sitting.paper.items.map((item) => {
    const response = answers.get(item.questionId) ?? null;
    const { question, rulings: decided } = askQuestion(item, texts, rulings.get(item.revisionId) ?? []);
    const assessment = question.kind === "essay" ? assessmentOf(sitting.id, item.questionId, proposed) : null;
    const plain = mark(question, response, decided, assessment);
    return sitting.blueprint.certainty === true ? withCertainty(plain, response?.certainty) : plain;
  });
  const weighed = marks.map((one, i) => ({ ...one, weight: sitting.paper.items[i]?.marks }));
  return { marks, verdict: verdict(weighed, sitting.blueprint.passPercent) };
}

function end(connection: HotDatabase, sitting: SittingRow, reason: "handed-in" | "time", at: Date): SittingRow {
  const marked = markPaper(sitting, readAnswersHot(connection, sitting.id).counted).verdict;
  const change = {
    endedAt: at,
    endReason: reason,
    scoreHundredths: marked.scoreHundredths,
    maxHundredths: marked.maxHundredths,
    passed: marked.passed,
  };
  prepareHot(
    connection,
    `UPDATE Sitting SET endedAt = ?, endReason = ?, scoreHundredths = ?, maxHundredths = ?, passed = ? WHERE id = ?`,
  ).run(
    dbTime(at),
    reason,
    change.scoreHundredths,
    change.maxHundredths,
    change.passed === null ? null : Number(change.passed),
    sitting.id,
  );
  return { ...sitting, ...change };
}

/** Ends a sitting whose time is over with the answers that it has; leaves every other one as it is. */
export function endIfOver(connection: HotDatabase, sitting: SittingRow, now: Date): SittingRow {
  if (sitting.endedAt !== null || sitting.deadlineAt === null || !isOver(sitting, now)) return sitting;
  return end(connection, sitting, "time", new Date(sitting.deadlineAt.getTime() + graceSeconds * 1000));
}

export type HandedIn = { ok: true; sitting: SittingRow } | { ok: false; reason: "no-such-sitting" };

/**
 * Hands a sitting in. Handing in twice gives the first result. After the deadline it is the time that ends it, so that
 * answers which are still on their way are kept as late ones.
 */
export function handIn(
  connection: HotDatabase,
  input: { personId: string; subject: Subject; number: number; now: Date },
): HandedIn {
  const found = findSittingHot(connection, input);
  if (found === null) return { ok: false, reason: "no-such-sitting" };
  const sitting = endIfOver(connection, found, input.now);
  if (sitting.endedAt !== null) return { ok: true, sitting };
  const reason = sitting.deadlineAt !== null && input.now > sitting.deadlineAt ? "time" : "handed-in";
  return { ok: true, sitting: end(connection, sitting, reason, input.now) };
}
