import type { Assessment } from "../../quizzes/engine/model";
import type { Transaction } from "../platform/db.server";
import { currentQuestion } from "./regrade-form.server";
import { type Regraded, regradeSittings, writeStandings } from "./regrade-sittings.server";
import { PinnedPaper } from "./sitting";

export type EssayAssessed =
  | { ok: true; already: boolean; regraded: Regraded | null }
  | { ok: false; reason: "no-such-essay" | "incomplete" };

/**
 * Appends what a person gave an essay and marks its sitting anew: the last assessment counts, and a pass once given
 * stays. Must be the first that its transaction writes.
 * @param input.id made by the page, so that a second click is the same assessment
 */
export async function assessEssay(
  tx: Transaction,
  input: {
    id: string;
    sitting: { readonly id: string; readonly paper: string };
    questionId: string;
    assessment: Assessment;
    byPersonId: string;
    at: Date;
  },
): Promise<EssayAssessed> {
  const { id, sitting, questionId, assessment, byPersonId, at } = input;
  const item = PinnedPaper.parse(JSON.parse(sitting.paper)).items.find((entry) => entry.questionId === questionId);
  const question = item && currentQuestion(item.revisionId);
  if (question?.kind !== "essay") return { ok: false, reason: "no-such-essay" };
  if ((await tx.essayAssessment.findUnique({ where: { id } })) !== null)
    return { ok: true, already: true, regraded: null };
  const isComplete = question.rubric.every((criterion) =>
    criterion.levels.some((level) => level.id === assessment.levels[criterion.id]),
  );
  if (!isComplete) return { ok: false, reason: "incomplete" };
  // Only what the rubric asks for: whatever else the form held is left out.
  const levels = Object.fromEntries(question.rubric.map(({ id: name }) => [name, assessment.levels[name] ?? ""]));
  const kept: Assessment = { levels, comment: assessment.comment };
  const regraded = await regradeSittings([sitting.id], { assessment: { questionId, assessment: kept } });
  await tx.essayAssessment.create({
    data: { id, sittingId: sitting.id, questionId, assessment: JSON.stringify(kept), byPersonId, at },
  });
  await writeStandings(tx, regraded);
  return { ok: true, already: false, regraded: regraded[0] ?? null };
}
