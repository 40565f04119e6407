import { type CriterionDetail, hundredths, type Marked } from "./detail";
import type { Assessment, Criterion, Essay, Response } from "./model";

/** Words are what stands between spaces. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== "").length;
}

function judged({ id, levels }: Criterion, levelId: string | undefined): CriterionDetail {
  const level = levels.find((candidate) => candidate.id === levelId);
  const most = Math.max(0, ...levels.map(({ points }) => points));
  return { id, level: level?.id ?? null, points: level?.points ?? 0, most };
}

/** The points of the levels that a person gave, as a share of the most that there were; pending until every criterion has a level. */
export function markEssay(
  question: Essay,
  response: Extract<Response, { kind: "essay" }> | null,
  assessment: Assessment | null,
): Marked {
  const text = response === null ? null : response.text;
  const words = countWords(text ?? "");
  const open = words === 0;
  const given = new Map(open || assessment === null ? [] : Object.entries(assessment.levels));
  const criteria = question.rubric.map((criterion) => judged(criterion, given.get(criterion.id)));
  const pending = !open && criteria.some(({ level }) => level === null);
  const sum = (of: "points" | "most") => criteria.reduce((total, criterion) => total + criterion[of], 0);
  return {
    awarded: open || pending ? 0 : hundredths(sum("points"), sum("most")),
    open,
    pending,
    detail: {
      kind: "essay",
      text,
      words,
      criteria,
      comment: assessment?.comment ?? "",
    },
  };
}
