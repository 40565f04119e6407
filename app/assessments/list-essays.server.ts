import { BlueprintSchema } from "../../quizzes/bank-schema";
import { countWords } from "../../quizzes/engine/mark-essay";
import { renderInline } from "../markup/render-inline.server";
import { renderQuestion } from "../markup/render-question.server";
import { statement } from "../platform/db.server";
import { present } from "../platform/invariant";
import { type AssessmentRow, listAssessments } from "./assess-essay-store.server";
import { markPaper } from "./end-sitting.server";
import { getQuestion } from "./question-store.server";
import { currentQuestion } from "./regrade-form.server";
import { PinnedPaper } from "./sitting";
import { readAnswers } from "./sitting-store.server";

/** An essay of a sitting that nobody has marked yet. */
export interface WaitingEssay {
  readonly questionId: string;
  /** Safe HTML. */
  readonly stem: string;
}

/** A sitting that is over, as its row keeps it. */
export interface EndedSitting {
  readonly id: string;
  readonly textsHash: string | null;
  readonly blueprint: string;
  readonly paper: string;
}

/** The essays of an ended sitting that wait for a marker. One without a text needs none: it earns nothing. */
export function waitingEssays({ id, textsHash, ...row }: EndedSitting): WaitingEssay[] {
  const paper = PinnedPaper.parse(JSON.parse(row.paper));
  const blueprint = BlueprintSchema.parse(JSON.parse(row.blueprint));
  const { marks } = markPaper({ id, textsHash, paper, blueprint }, readAnswers(id).counted);
  return paper.items.flatMap(({ questionId, revisionId }, i) =>
    marks[i]?.outcome === "pending" ? [{ questionId, stem: renderQuestion(getQuestion(revisionId).stem) }] : [],
  );
}

/** All that a marker reads. Texts of the question are safe HTML; the learner's is plain. */
export interface EssayToMark {
  readonly questionId: string;
  readonly stem: string;
  readonly model: string;
  readonly minWords: number;
  readonly maxWords: number;
  readonly text: string;
  readonly words: number;
  readonly rubric: readonly {
    readonly id: string;
    readonly text: string;
    readonly levels: readonly { readonly id: string; readonly text: string; readonly points: number }[];
  }[];
  /** The earliest first; the last one counts. */
  readonly assessments: readonly AssessmentRow[];
}

/** An essay of an ended sitting; null where its paper has none of this id. */
export function findEssay(sitting: EndedSitting, questionId: string): EssayToMark | null {
  const { items } = PinnedPaper.parse(JSON.parse(sitting.paper));
  const item = items.find((entry) => entry.questionId === questionId);
  const question = item && currentQuestion(item.revisionId);
  if (question?.kind !== "essay") return null;
  const { stem, model, minWords, maxWords, rubric } = question;
  const response = readAnswers(sitting.id).counted.get(questionId);
  const text = response?.kind === "essay" ? response.text : "";
  return {
    questionId,
    stem: renderQuestion(stem),
    model: renderQuestion(model),
    minWords,
    maxWords,
    text,
    words: countWords(text),
    rubric: rubric.map((criterion) => ({
      id: criterion.id,
      text: renderInline(criterion.text),
      levels: criterion.levels.map((level) => ({ ...level, text: renderInline(level.text) })),
    })),
    assessments: listAssessments(sitting.id).filter((assessment) => assessment.questionId === questionId),
  };
}

const paperOf = statement<[string], { paper: string }>("SELECT paper FROM Sitting WHERE id = ?");

/** What an assessment on record gave an essay, by the rubric as it is ruled on today. */
export function getMarkedEssay(
  { sittingId, questionId }: { readonly sittingId: string; readonly questionId: string },
  assessmentId: string,
): { points: number; possible: number } {
  const { paper } = present(paperOf.get(sittingId), `sitting ${sittingId}`);
  const item = PinnedPaper.parse(JSON.parse(paper)).items.find((entry) => entry.questionId === questionId);
  const question = item && currentQuestion(item.revisionId);
  const given = listAssessments(sittingId).find(({ id }) => id === assessmentId);
  if (question?.kind !== "essay" || given === undefined) return { points: 0, possible: 0 };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  const pointsOf = (criterion: (typeof question.rubric)[number]) =>
    criterion.levels.find(({ id }) => id === given.levels[criterion.id])?.points ?? 0;
  return {
    points: sum(question.rubric.map(pointsOf)),
    possible: sum(question.rubric.map(({ levels }) => Math.max(0, ...levels.map(({ points }) => points)))),
  };
}
