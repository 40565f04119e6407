import { hundredths, type Marked, type PairDetail } from "./detail";
import type { Labelling, Matching, Ordering, Response } from "./model";

type Answer<K extends Response["kind"]> = Extract<Response, { kind: K }> | null;
type Pairs = Readonly<Record<string, string>>;
type Ids = readonly { readonly id: string }[];

function pairDetails(left: Ids, right: Ids, key: Pairs, chosen: Pairs): PairDetail[] {
  const [partners, picks] = [new Map(Object.entries(key)), new Map(Object.entries(chosen))];
  const known = new Set(right.map(({ id }) => id));
  return left.map(({ id }) => {
    const pick = picks.get(id);
    const picked = pick !== undefined && known.has(pick) ? pick : null;
    const partner = partners.get(id) ?? "";
    return { left: id, picked, key: partner, right: picked === partner };
  });
}

/** The share of left labels with the right partner. Distractors on the right side keep the last pair from being free. */
function rightPairs(pairs: readonly PairDetail[]): { awarded: number; open: boolean } {
  const open = pairs.every(({ picked }) => picked === null);
  return { awarded: open ? 0 : hundredths(pairs.filter(({ right }) => right).length, pairs.length), open };
}

export function markMatching(question: Matching, response: Answer<"matching">): Marked {
  const pairs = pairDetails(question.left, question.right, question.key, response?.pairs ?? {});
  return { ...rightPairs(pairs), detail: { kind: "matching", pairs } };
}

/** As matching: the share of places with the right label. */
export function markLabelling(question: Labelling, response: Answer<"labelling">): Marked {
  const pairs = pairDetails(question.places, question.labels, question.key, response?.placed ?? {});
  return { ...rightPairs(pairs), detail: { kind: "labelling", pairs } };
}

/**
 * The share of neighbours that follow each other as in the key: one item in a wrong place doesn't spoil the order of
 * the others, and an order turned round earns nothing.
 */
export function markOrdering(question: Ordering, response: Answer<"ordering">): Marked {
  const order = [...new Set(response?.order ?? [])].filter((id) => question.key.includes(id));
  const next = new Map(order.map((id, index) => [id, order[index + 1]]));
  const all = question.key.length - 1;
  const right = question.key.slice(0, -1).filter((id, index) => next.get(id) === question.key[index + 1]).length;
  const positions = question.key.map((id, index) => {
    const item = order[index] ?? null;
    return { item, key: id, right: item === id };
  });
  return {
    awarded: order.length === 0 ? 0 : hundredths(right, all),
    open: order.length === 0,
    detail: { kind: "ordering", positions, neighbours: { right, all } },
  };
}
