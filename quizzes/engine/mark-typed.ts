import { type GapDetail, hundredths, type Marked, partial } from "./detail";
import { choiceShare, optionDetails } from "./mark-choice";
import type { AcceptedText, Cloze, Numeric, Response, ShortText, TextComparison } from "./model";
import { judgeNumber, type NumericDetail } from "./numeric";
import { acceptedAt } from "./accepted-text";

type Answer<K extends Response["kind"]> = Extract<Response, { kind: K }> | null;

/** A right number earns all, a known mistake what its share says, any other number nothing. */
function numberShare(question: Pick<Numeric, "mistakes">, detail: NumericDetail): number {
  if (detail.status === "right") return 100;
  const share = detail.mistake === null ? 0 : (question.mistakes[detail.mistake]?.share ?? 0);
  return partial(share);
}

export function markNumeric(question: Numeric, response: Answer<"numeric">): Marked {
  const detail = judgeNumber(question, response);
  return { awarded: numberShare(question, detail), open: detail.status === "open", detail };
}

/** The first accepted text that fits decides. */
function typedShare(answers: readonly AcceptedText[], text: string | null, comparison: TextComparison) {
  const answer = text === null ? null : acceptedAt(answers, text, comparison);
  const share = answer === null ? 0 : (answers[answer]?.share ?? 0);
  return { awarded: Math.min(100, Math.max(0, share)), typed: text, answer };
}

export function markShortText(question: ShortText, response: Answer<"short-text">): Marked {
  const { awarded, typed, answer } = typedShare(question.answers, response?.text ?? null, question);
  return { awarded, open: (typed ?? "").trim() === "", detail: { kind: "short-text", typed, answer } };
}

function markGap(gap: Cloze["gaps"][number], given: string | null): GapDetail {
  const { id, weight = 1 } = gap;
  switch (gap.kind) {
    case "choice": {
      const options = optionDetails(gap.options, given === null ? [] : [given], [gap.key]);
      return { kind: gap.kind, id, weight, awarded: choiceShare(gap.options, gap.key, given), options };
    }
    case "text":
      return { kind: gap.kind, id, weight, ...typedShare(gap.answers, given, gap) };
    case "number": {
      const response = given === null ? null : ({ kind: "numeric", text: given, unit: gap.key.unit } as const);
      const number = judgeNumber(gap, response);
      return { kind: gap.kind, id, weight, awarded: numberShare(gap, number), number };
    }
  }
}

/** Each gap is marked as a question of its own; the weighted mean counts. */
export function markCloze(question: Cloze, response: Answer<"cloze">): Marked {
  const given = new Map(Object.entries(response?.gaps ?? {}));
  const filled = (id: string) => ((given.get(id) ?? "").trim() === "" ? null : (given.get(id) ?? null));
  const gaps = question.gaps.map((gap) => markGap(gap, filled(gap.id)));
  const earned = gaps.reduce((sum, { awarded, weight }) => sum + awarded * weight, 0);
  const whole = gaps.reduce((sum, { weight }) => sum + 100 * weight, 0);
  const open = question.gaps.every(({ id }) => filled(id) === null);
  return { awarded: open ? 0 : hundredths(earned, whole), open, detail: { kind: "cloze", gaps } };
}
