import type { Label, Question } from "../engine/model";

/**
 * Other formats have no ids for options, labels and gaps. The writers put ours beside the question, in places that
 * other programs skip, and the readers give them back as long as the question still has the same parts.
 */
interface PartNames {
  /** Ids of each list of parts, in the order of the written file: "a b|c d". */
  readonly ids: string;
  /** Where the last list has another order in the question: the positions in the file, "2 0 1". Empty = the same. */
  readonly order: string;
}

const isId = (text: string) => text.length <= 80 && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
const idsIn = (parts: readonly { id: string }[]) => parts.map(({ id }) => id);

/** Partners of the left labels as they first appear, then the distractors: the order in which files list them. */
export function rightInFileOrder(question: Extract<Question, { kind: "matching" }>): Label[] {
  const wanted = question.left.map(({ id }) => question.key[id]);
  const partners = [...new Set(wanted)].flatMap((id) => question.right.filter((label) => label.id === id));
  return [...partners, ...question.right.filter((label) => !partners.includes(label))];
}

/** Items of an ordering question in the right order, as files list them. */
export function itemsInFileOrder(question: Extract<Question, { kind: "ordering" }>): Label[] {
  return question.key.flatMap((id) => question.items.filter((item) => item.id === id));
}

// One line for each kind; the switch must stay exhaustive.
// eslint-disable-next-line complexity
function partLists(question: Question): string[][] {
  switch (question.kind) {
    case "single":
    case "multiple":
      return [idsIn(question.options)];
    case "matching":
      return [idsIn(question.left), idsIn(rightInFileOrder(question))];
    case "ordering":
      return [question.key.slice()];
    case "cloze":
      return [idsIn(question.gaps), question.gaps.flatMap((gap) => (gap.kind === "choice" ? idsIn(gap.options) : []))];
    case "hotspot":
      return [idsIn(question.regions)];
    case "labelling":
      return [idsIn(question.places), idsIn(question.labels)];
    case "essay":
      return [idsIn(question.rubric), question.rubric.flatMap(({ levels }) => idsIn(levels))];
    case "likert":
      return [idsIn(question.scale)];
    case "true-false":
    case "numeric":
    case "short-text":
    case "calculated":
    case "script-concordance":
      return [];
  }
}

function orderOf(question: Question): number[] {
  const [own, file] =
    question.kind === "matching"
      ? [question.right, rightInFileOrder(question)]
      : question.kind === "ordering"
        ? [question.items, itemsInFileOrder(question)]
        : [[], []];
  const order = own.map((part) => file.indexOf(part));
  return order.every((position, index) => position === index) ? [] : order;
}

/** What a writer puts beside the question; empty texts for kinds without parts. */
export function partNames(question: Question): PartNames {
  return {
    ids: partLists(question)
      .map((list) => list.join(" "))
      .join("|"),
    order: orderOf(question).join(" "),
  };
}

/** The question with the ids and the order that stand beside it; unchanged when they don't fit it any more. */
export function withPartNames(question: Question, { ids, order }: PartNames): Question {
  if (ids === "") return question;
  const own = partLists(question);
  const wanted = ids.split("|").map((list) => list.split(" ").filter((id) => id !== ""));
  const fits = wanted.length === own.length && wanted.every((list, index) => list.length === own[index]?.length);
  if (!fits || !wanted.flat().every(isId)) return question;
  return reordered(rename(question, wanted), order);
}

function reordered(question: Question, order: string): Question {
  if (order === "") return question;
  const positions = order.split(" ").map(Number);
  if (question.kind === "matching") return { ...question, right: permuted(question.right, positions) };
  return question.kind === "ordering" ? { ...question, items: permuted(question.items, positions) } : question;
}

function permuted<T>(list: readonly T[], positions: readonly number[]): readonly T[] {
  const moved = positions.flatMap((position) => list.slice(position, position + 1));
  return new Set(moved).size === list.length ? moved : list;
}

// One line for each kind; the switch must stay exhaustive.
// eslint-disable-next-line complexity
function rename(question: Question, lists: readonly (readonly string[])[]): Question {
  const own = partLists(question);
  const tables = own.map((list, index) => new Map(list.map((id, at) => [id, lists[index]?.[at] ?? id])));
  const first = (id: string) => tables[0]?.get(id) ?? id;
  const second = (id: string) => tables[1]?.get(id) ?? id;
  const each = <T extends { id: string }>(parts: readonly T[], name: (id: string) => string): T[] =>
    parts.map((part) => ({ ...part, id: name(part.id) }));
  const pairs = (key: Readonly<Record<string, string>>) =>
    Object.fromEntries(Object.entries(key).map(([from, to]) => [first(from), second(to)]));
  switch (question.kind) {
    case "single":
      return { ...question, options: each(question.options, first), key: first(question.key) };
    case "multiple":
      return { ...question, options: each(question.options, first), keys: question.keys.map(first) };
    case "matching":
      return {
        ...question,
        left: each(question.left, first),
        right: each(question.right, second),
        key: pairs(question.key),
      };
    case "ordering":
      return { ...question, items: each(question.items, first), key: question.key.map(first) };
    case "labelling":
      return {
        ...question,
        places: each(question.places, first),
        labels: each(question.labels, second),
        key: pairs(question.key),
      };
    case "hotspot":
      return { ...question, regions: each(question.regions, first), keys: question.keys.map(first) };
    case "cloze":
      return {
        ...question,
        stem: question.stem.replace(/\[\[([a-z0-9-]+)\]\]/g, (_, id: string) => `[[${first(id)}]]`),
        gaps: each(question.gaps, first).map((gap) =>
          gap.kind === "choice" ? { ...gap, options: each(gap.options, second), key: second(gap.key) } : gap,
        ),
      };
    case "essay": {
      // Level ids may be the same in every criterion, so the list goes by position.
      const levels = [...(lists[1] ?? [])];
      return {
        ...question,
        rubric: each(question.rubric, first).map((criterion) => ({
          ...criterion,
          levels: criterion.levels.map((level) => ({ ...level, id: levels.shift() ?? level.id })),
        })),
      };
    }
    case "likert":
      return { ...question, scale: each(question.scale, first) };
    case "true-false":
    case "numeric":
    case "short-text":
    case "calculated":
    case "script-concordance":
      return question;
  }
}
