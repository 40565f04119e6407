import type { Blueprint, DrawRule, Question } from "./model";
import { type Random, seededRandom, shuffle } from "./random";

/** One question of a paper and the order in which its options, right labels or items are shown. */
export interface PaperItem {
  readonly questionId: string;
  readonly optionOrder: readonly string[];
}

/** The questions of one sitting, in the order in which they are asked. */
export interface Paper {
  readonly items: readonly PaperItem[];
}

/** A part of a blueprint: a question that must be in every paper, or a line that draws some. */
export type BlueprintPart = DrawRule | { readonly fixed: string };

/** The first part of a blueprint that a pool can't fulfil, and how many questions it lacks. */
export interface Shortage {
  readonly ok: false;
  readonly reason: "not-satisfiable";
  readonly rule: BlueprintPart;
  readonly missing: number;
}

export type Drawn = { readonly ok: true; readonly paper: Paper } | Shortage;

type Selected = { readonly ok: true; readonly ids: readonly string[] } | Shortage;

function fits(rule: DrawRule, question: Question): boolean {
  return (
    (rule.topic === undefined || rule.topic === question.topic) &&
    (rule.outcome === undefined || question.outcomes.includes(rule.outcome)) &&
    (rule.difficulty === undefined || rule.difficulty === question.difficulty) &&
    (rule.kind === undefined || rule.kind === question.kind)
  );
}

/**
 * Gives places to questions. A question that holds a place moves to another one when that lets a new place be filled
 * (augmenting paths), so overlapping rules are fulfilled whenever that is possible at all.
 */
class Placement {
  /** Question id -> the rule whose place it holds. */
  readonly #holder = new Map<string, number>();
  readonly #candidates: readonly (readonly string[])[];

  constructor(candidates: readonly (readonly string[])[]) {
    this.#candidates = candidates;
  }

  /** Finds one more question for a rule; false when no rearrangement yields one. `asked`: rules that were asked in vain. */
  fill(rule: number, asked = new Set<number>()): boolean {
    asked.add(rule);
    const candidates = this.#candidates[rule] ?? [];
    const free = candidates.find((id) => !this.#holder.has(id));
    const given = free ?? candidates.find((id) => this.#release(id, asked));
    if (given === undefined) return false;
    this.#holder.set(given, rule);
    return true;
  }

  /** Whether the rule that holds the question has found another one for itself. */
  #release(id: string, asked: Set<number>): boolean {
    const holder = this.#holder.get(id);
    return holder !== undefined && !asked.has(holder) && this.fill(holder, asked);
  }

  /** The questions that hold a place of the rule, in the order of the rule's candidates. */
  held(rule: number): string[] {
    return (this.#candidates[rule] ?? []).filter((id) => this.#holder.get(id) === rule);
  }
}

function select(blueprint: Blueprint, pool: readonly Question[], random: Random): Selected {
  const fixed = [...new Set(blueprint.fixed)];
  const absent = fixed.find((id) => !pool.some((question) => question.id === id));
  if (absent !== undefined) return { ok: false, reason: "not-satisfiable", rule: { fixed: absent }, missing: 1 };

  const open = pool.filter(({ id }) => !fixed.includes(id));
  const candidates = blueprint.draw.map((rule) =>
    shuffle(
      open.filter((question) => fits(rule, question)).map(({ id }) => id),
      random,
    ),
  );
  const placement = new Placement(candidates);
  for (const [index, rule] of blueprint.draw.entries()) {
    let filled = 0;
    while (filled < rule.count && placement.fill(index)) filled += 1;
    if (filled < rule.count) return { ok: false, reason: "not-satisfiable", rule, missing: rule.count - filled };
  }
  return { ok: true, ids: [...fixed, ...blueprint.draw.flatMap((_, index) => placement.held(index))] };
}

/** Any order but the right one, which would tell the answer: a learner who sees it has nothing left to move. */
function notInOrder(key: readonly string[], ids: readonly string[], random: Random): string[] {
  const isRight = (order: readonly string[]) => order.every((id, index) => id === key[index]);
  for (let tries = 0; tries < 8; tries += 1) {
    const order = shuffle(ids, random);
    if (!isRight(order)) return order;
  }
  return [...key].reverse();
}

/**
 * Matching labels and ordering items are always shuffled: the author's order would tell the answer.
 * Each question has its own stream of chance, so that its order depends on the seed and on nothing else in the pool.
 */
function optionOrder(question: Question, shuffled: boolean, seed: string): string[] {
  const random = seededRandom(`${seed}/${question.id}`);
  switch (question.kind) {
    case "single":
    case "multiple": {
      const ids = question.options.map(({ id }) => id);
      return shuffled ? shuffle(ids, random) : ids;
    }
    case "true-false":
    case "numeric":
      return [];
    case "matching":
      return shuffle(
        question.right.map(({ id }) => id),
        random,
      );
    case "ordering":
      return notInOrder(
        question.key,
        question.items.map(({ id }) => id),
        random,
      );
  }
}

/** One question per id, in the order of the ids, so that the order in which a database answers has no effect. */
function settled(pool: readonly Question[]): Question[] {
  const byId = new Map([...pool].reverse().map((question) => [question.id, question]));
  return [...byId.keys()].sort().flatMap((id) => byId.get(id) ?? []);
}

/**
 * Draws a paper: the fixed questions and, for each line of the blueprint, as many others as it asks for; no question
 * twice. The paper is a function of blueprint, pool (in any order) and seed. Fixed questions don't count for a line.
 * When the pool can't fulfil the blueprint, the first line that comes up short is named.
 */
export function draw(blueprint: Blueprint, pool: readonly Question[], seed: string): Drawn {
  const questions = settled(pool);
  const random = seededRandom(seed);
  const selected = select(blueprint, questions, random);
  if (!selected.ok) return selected;
  const ids = blueprint.shuffleQuestions ? shuffle(selected.ids, random) : selected.ids;
  const items = ids.flatMap((id) =>
    questions
      .filter((question) => question.id === id)
      .map((question) => ({ questionId: id, optionOrder: optionOrder(question, blueprint.shuffleOptions, seed) })),
  );
  return { ok: true, paper: { items } };
}

/** Whether a paper can be drawn from the pool. Whether it can doesn't depend on the seed. */
export function canSatisfy(blueprint: Blueprint, pool: readonly Question[]): boolean {
  return select(blueprint, settled(pool), seededRandom("")).ok;
}
