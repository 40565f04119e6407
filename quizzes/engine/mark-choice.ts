import { hundredths, type Marked, type OptionDetail, partial } from "./detail";
import type { Likert, MultipleChoice, Option, Response, ScriptConcordance, SingleChoice, TrueFalse } from "./model";

type Answer<K extends Response["kind"]> = Extract<Response, { kind: K }> | null;

export function optionDetails(
  options: readonly { readonly id: string }[],
  picked: readonly string[],
  keys: readonly string[],
): OptionDetail[] {
  return options.map(({ id }) => ({ id, picked: picked.includes(id), key: keys.includes(id) }));
}

/** What one picked option of several earns: all for the key, for another its share, which is never the whole. */
export function choiceShare(options: readonly Option[], key: string, picked: string | null): number {
  if (picked === key) return 100;
  return partial(options.find(({ id }) => id === picked)?.share ?? 0);
}

/** The key earns all; another option what its share says. */
export function markSingle(question: SingleChoice, response: Answer<"single">): Marked {
  const options = optionDetails(question.options, response === null ? [] : [response.option], [question.key]);
  const picked = options.find((option) => option.picked)?.id ?? null;
  return {
    awarded: picked === null ? 0 : choiceShare(question.options, question.key, picked),
    open: picked === null,
    detail: { kind: "single", options },
  };
}

/**
 * The balanced rule: with k right and w wrong options a right tick earns 1/k and a wrong tick costs 1/w. Ticking
 * everything gives 0, and so do blind ticks on average. The sum never falls below 0.
 */
function balanced(options: readonly OptionDetail[]): number {
  const count = (picked: boolean, key: boolean) => options.filter((o) => (o.picked || !picked) && o.key === key).length;
  const [rightTicks, wrongTicks] = [count(true, true), count(true, false)];
  const [allRight, allWrong] = [Math.max(1, count(false, true)), Math.max(1, count(false, false))];
  return hundredths(rightTicks * allWrong - wrongTicks * allRight, allRight * allWrong);
}

function ticked(question: MultipleChoice, options: readonly OptionDetail[]): number {
  const isExact = options.some((option) => option.picked) && options.every((option) => option.picked === option.key);
  switch (question.rule) {
    case "penalty":
      return balanced(options);
    case "all-or-nothing":
      return isExact ? 100 : 0;
    case "weights": {
      if (isExact) return 100;
      const picked = new Set(options.filter((option) => option.picked).map(({ id }) => id));
      const sum = question.options.reduce((total, { id, share }) => total + (picked.has(id) ? (share ?? 0) : 0), 0);
      return partial(sum);
    }
  }
}

export function markMultiple(question: MultipleChoice, response: Answer<"multiple">): Marked {
  const options = optionDetails(question.options, response?.options ?? [], question.keys);
  return {
    awarded: ticked(question, options),
    open: !options.some((option) => option.picked),
    detail: { kind: "multiple", options },
  };
}

export function markTrueFalse(question: TrueFalse, response: Answer<"true-false">): Marked {
  const picked = response?.value ?? null;
  const detail = { kind: "true-false", picked, key: question.key } as const;
  return { awarded: picked === question.key ? 100 : 0, open: picked === null, detail };
}

/**
 * Each answer earns the votes that it got from the panel as a share of the votes of the most chosen answer: the
 * aggregate scoring of script concordance tests (Fournier, Demeester, Charlin, BMC Med Inform Decis Mak 2008, 8:18).
 */
export function markConcordance(question: ScriptConcordance, response: Answer<"script-concordance">): Marked {
  const most = Math.max(...question.panel);
  const shares = question.panel.map((votes) => (most === 0 ? 0 : hundredths(votes, most)));
  const picked = response?.value ?? null;
  return {
    awarded: picked === null ? 0 : (shares[picked + 2] ?? 0),
    open: picked === null,
    detail: { kind: "script-concordance", picked, shares },
  };
}

/** A rating earns nothing and costs nothing. */
export function markLikert(question: Likert, response: Answer<"likert">): Marked {
  const picked = question.scale.find(({ id }) => id === response?.option)?.id ?? null;
  return { awarded: 0, open: picked === null, detail: { kind: "likert", picked } };
}
