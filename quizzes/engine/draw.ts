import { type ByKind, byKind } from "./by-kind";
import { drawValues, type Values } from "./calculated";
import type { Blueprint, DrawRule, Question } from "./model";
import { mixed, type Random, seededRandom, shuffle, wordOf } from "./random";

/** One question of a paper and how it is shown. */
export interface PaperItem {
  readonly questionId: string;
  /** Order of options, right labels, items, options of gaps, regions or labels. */
  readonly optionOrder: readonly string[];
  /** The numbers of a calculated question. */
  readonly values?: Values;
  /** Whole marks that it is worth; absent = 1. */
  readonly marks?: number;
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

interface Chosen {
  readonly id: string;
  readonly marks: number | undefined;
}
type Selected = { readonly ok: true; readonly chosen: readonly Chosen[] } | Shortage;

/** What a blueprint asks about a question. */
export type QuestionTags = Pick<Question, "id" | "kind" | "topic" | "outcomes" | "difficulty" | "professions">;

function isFor({ professions }: QuestionTags, profession: string): boolean {
  return professions === undefined || professions.includes(profession);
}

function fits(rule: DrawRule, question: QuestionTags): boolean {
  const { topic, outcome, difficulty, kind, profession } = rule;
  if (topic !== undefined && topic !== question.topic) return false;
  if (difficulty !== undefined && difficulty !== question.difficulty) return false;
  if (kind !== undefined && kind !== question.kind) return false;
  if (outcome !== undefined && !question.outcomes.includes(outcome)) return false;
  return profession === undefined || isFor(question, profession);
}

/** A question of the pool with the word that stands for its id. */
interface Entry<Tags extends QuestionTags = QuestionTags> {
  readonly question: Tags;
  readonly word: number;
}

/**
 * The first question of each id, in a hash table over the words of the ids: a map of thousands of texts would take most
 * of the time of a draw. Whoever draws from the same questions again and again keeps it.
 */
export class QuestionPool<Tags extends QuestionTags = QuestionTags> {
  readonly entries: Entry<Tags>[] = [];
  /** Place in `entries` plus 1; 0 is free. At least half of the slots are free, so that every search ends soon. */
  readonly #slots: Int32Array;

  constructor(questions: readonly Tags[]) {
    let size = 16;
    while (size < 2 * questions.length) size *= 2;
    this.#slots = new Int32Array(size);
    for (const question of questions) {
      const word = wordOf(question.id);
      const slot = this.#slotOf(question.id, word);
      if (this.#slots[slot] === 0) this.#slots[slot] = this.entries.push({ question, word });
    }
  }

  /** The slot that holds the id, or the free one where it would stand. */
  #slotOf(id: string, word: number): number {
    const mask = this.#slots.length - 1;
    let slot = word & mask;
    for (;;) {
      const held = this.#slots[slot] ?? 0;
      if (held === 0 || this.entries[held - 1]?.question.id === id) return slot;
      slot = (slot + 1) & mask;
    }
  }

  get(id: string): Tags | undefined {
    const held = this.#slots[this.#slotOf(id, wordOf(id))] ?? 0;
    return this.entries[held - 1]?.question;
  }
}

/**
 * The questions that fit a rule, in an order that depends on seed, rule and ids alone. Of thousands only a few are
 * looked at: the front of the order is sorted first, the rest when somebody asks for it.
 */
class Candidates {
  readonly length: number;
  readonly #rule: number;
  readonly #sorted: Entry[];
  #rest: readonly Entry[];

  /** @param rule the word of seed and rule, which makes ranks of the words of ids. */
  constructor(fitting: readonly Entry[], rule: number, wanted: number) {
    this.length = fitting.length;
    this.#rule = rule;
    const border = (0x1_0000_0000 * (2 * wanted + 16)) / Math.max(1, fitting.length);
    const rest: Entry[] = [];
    const front: Entry[] = [];
    for (const entry of fitting) (mixed(entry.word, rule) < border ? front : rest).push(entry);
    this.#sorted = this.#sort(front);
    this.#rest = rest;
  }

  #sort(entries: readonly Entry[]): Entry[] {
    return entries
      .map((entry) => ({ entry, rank: mixed(entry.word, this.#rule) }))
      .sort((a, b) => a.rank - b.rank || (a.entry.question.id < b.entry.question.id ? -1 : 1))
      .map(({ entry }) => entry);
  }

  #at(index: number): string | undefined {
    if (index >= this.#sorted.length && this.#rest.length > 0) {
      this.#sorted.push(...this.#sort(this.#rest));
      this.#rest = [];
    }
    return this.#sorted[index]?.question.id;
  }

  find(test: (id: string) => boolean): string | undefined {
    for (let index = 0; index < this.length; index += 1) {
      const id = this.#at(index);
      if (id !== undefined && test(id)) return id;
    }
    return undefined;
  }

  /** The first `count` that pass the test. */
  first(count: number, test: (id: string) => boolean): string[] {
    const found: string[] = [];
    for (let index = 0; index < this.length && found.length < count; index += 1) {
      const id = this.#at(index);
      if (id !== undefined && test(id)) found.push(id);
    }
    return found;
  }
}

/**
 * Gives places to questions. A question that holds a place moves to another one when that lets a new place be filled
 * (augmenting paths), so overlapping rules are fulfilled whenever that is possible at all.
 */
class Placement {
  /** Question id -> the rule whose place it holds. */
  readonly #holder = new Map<string, number>();
  readonly #candidates: readonly Candidates[];

  constructor(candidates: readonly Candidates[]) {
    this.#candidates = candidates;
  }

  /** Finds one more question for a rule; false when no rearrangement yields one. `asked`: rules that were asked in vain. */
  fill(rule: number, asked = new Set<number>()): boolean {
    asked.add(rule);
    const candidates = this.#candidates[rule];
    const free = candidates?.find((id) => !this.#holder.has(id));
    const given = free ?? candidates?.find((id) => this.#release(id, asked));
    if (given === undefined) return false;
    this.#holder.set(given, rule);
    return true;
  }

  /** Whether the rule that holds the question has found another one for itself. */
  #release(id: string, asked: Set<number>): boolean {
    const holder = this.#holder.get(id);
    return holder !== undefined && !asked.has(holder) && this.fill(holder, asked);
  }

  /** The `count` questions that hold a place of the rule, in the order of the rule's candidates. */
  held(rule: number, count: number): string[] {
    return this.#candidates[rule]?.first(count, (id) => this.#holder.get(id) === rule) ?? [];
  }
}

function marksOf(blueprint: Blueprint, id: string): number | undefined {
  const { marks } = blueprint;
  return marks !== undefined && Object.hasOwn(marks, id) ? marks[id] : undefined;
}

function select(blueprint: Blueprint, pool: QuestionPool, seed: string): Selected {
  const fixed = new Set(blueprint.fixed);
  const absent = [...fixed].find((id) => pool.get(id) === undefined);
  if (absent !== undefined) return { ok: false, reason: "not-satisfiable", rule: { fixed: absent }, missing: 1 };

  const open = fixed.size === 0 ? pool.entries : pool.entries.filter(({ question }) => !fixed.has(question.id));
  const placement = new Placement(
    blueprint.draw.map((rule, index) => {
      const fitting = open.filter(({ question }) => fits(rule, question));
      return new Candidates(fitting, wordOf(`${seed}/${index}`), rule.count);
    }),
  );
  for (const [index, rule] of blueprint.draw.entries()) {
    let filled = 0;
    while (filled < rule.count && placement.fill(index)) filled += 1;
    if (filled < rule.count) return { ok: false, reason: "not-satisfiable", rule, missing: rule.count - filled };
  }
  const always = [...fixed].map((id) => ({ id, marks: marksOf(blueprint, id) }));
  const drawn = blueprint.draw.flatMap((rule, index) =>
    placement.held(index, rule.count).map((id) => ({ id, marks: rule.marks })),
  );
  return { ok: true, chosen: [...always, ...drawn] };
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

const ids = (labels: readonly { readonly id: string }[]) => labels.map(({ id }) => id);
const choices = (options: readonly { readonly id: string }[], isShuffled: boolean, random: Random) =>
  isShuffled ? shuffle(ids(options), random) : ids(options);
const none = () => [];

/** Labels, items and regions are always shuffled: the author's order would tell the answer. A scale keeps its order. */
const orders: ByKind<string[], [boolean, Random]> = {
  single: ({ options }, isShuffled, random) => choices(options, isShuffled, random),
  multiple: ({ options }, isShuffled, random) => choices(options, isShuffled, random),
  "true-false": none,
  numeric: none,
  matching: ({ right }, _, random) => shuffle(ids(right), random),
  ordering: ({ key, items }, _, random) => notInOrder(key, ids(items), random),
  "short-text": none,
  calculated: none,
  cloze: ({ gaps }, isShuffled, random) =>
    gaps.flatMap((gap) => (gap.kind === "choice" ? choices(gap.options, isShuffled, random) : [])),
  hotspot: ({ regions }, _, random) => shuffle(ids(regions), random),
  labelling: ({ labels }, _, random) => shuffle(ids(labels), random),
  "script-concordance": none,
  likert: none,
  essay: none,
};

/** Each question has its own stream of chance, so that its order depends on the seed and on nothing else in the pool. */
function paperItem(question: Question, marks: number | undefined, isShuffled: boolean, seed: string): PaperItem {
  const random = seededRandom(`${seed}/${question.id}`);
  return {
    questionId: question.id,
    optionOrder: byKind(orders, question, isShuffled, random),
    ...(question.kind === "calculated" ? { values: drawValues(question, seed) } : {}),
    ...(marks === undefined ? {} : { marks }),
  };
}

/**
 * Draws a paper: the fixed questions and, for each line of the blueprint, as many others as it asks for; no question
 * twice. The paper is a function of blueprint, pool (in any order) and seed. Fixed questions don't count for a line.
 * When the pool can't fulfil the blueprint, the first line that comes up short is named.
 */
export function draw(blueprint: Blueprint, pool: readonly Question[], seed: string): Drawn {
  const questions = new QuestionPool(pool);
  return drawFrom(blueprint, questions, seed, (id) => questions.get(id));
}

/**
 * The same from the tags of a large pool: only the questions that were drawn are looked up.
 * @param find the question with this id, whose tags are in the pool
 */
export function drawFrom(
  blueprint: Blueprint,
  pool: QuestionPool,
  seed: string,
  find: (id: string) => Question | undefined,
): Drawn {
  const selected = select(blueprint, pool, seed);
  if (!selected.ok) return selected;
  const { chosen } = selected;
  const inOrder = blueprint.shuffleQuestions ? shuffle(chosen, seededRandom(seed)) : chosen;
  const items = inOrder.flatMap(({ id, marks }) => {
    const question = find(id);
    return question === undefined ? [] : paperItem(question, marks, blueprint.shuffleOptions, seed);
  });
  return { ok: true, paper: { items } };
}

/** One question as a paper with this seed would ask it, its options shuffled. */
export function drawItem(question: Question, seed: string): PaperItem {
  return paperItem(question, undefined, true, seed);
}

/** Whether a paper can be drawn from the pool. Whether it can doesn't depend on the seed. */
export function canSatisfy(blueprint: Blueprint, pool: readonly QuestionTags[]): boolean {
  return select(blueprint, new QuestionPool(pool), "").ok;
}
