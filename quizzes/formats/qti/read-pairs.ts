import type { Label } from "../../engine/model";
import { markdownOf } from "./body";
import { explained } from "./feedback";
import { type Body, choiceText, idsOf, isNearly, type ItemContext, ItemLost, ItemUnscored } from "./item";
import { pairWeights, rightPairs, wrongPairs } from "./read-cloze";
import { declarationOf } from "./read-choice";
import { attribute, childrenOf, type Element } from "./xml";

/** A match of two sets: matching, where everything on one side has exactly one partner on the other. */
export function readMatch(interaction: Element, context: ItemContext): Body {
  const declaration = declarationOf(interaction, context);
  const { id } = declaration;
  const [first, second] = childrenOf(interaction, "simpleMatchSet").map((set) =>
    childrenOf(set, "simpleAssociableChoice"),
  );
  if (first === undefined || second === undefined) throw new ItemLost("it doesn't have two sets to match");
  const pairs = rightPairs(declaration);
  const forward = partnersOf(first, pairs);
  const turned = pairs.map(([a, b]) => [b, a] as const);
  const backward = forward === null ? partnersOf(second, turned) : null;
  const partners = forward ?? backward;
  if (partners === null) throw new ItemLost("some of its choices have several partners or none, on both sides");
  const [left, right] = forward !== null ? [first, second] : [second, first];
  const texts = [...partners].map(([a, b]) => (forward !== null ? `${a} ${b}` : `${b} ${a}`));
  checkScoring(texts, forward !== null ? second : first, forward !== null, id, context);
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [id]: texts }],
      ["none", {}],
    ]),
  );
  const [leftIds, rightIds] = [idsOf(left.map(identifier), "left"), idsOf(right.map(identifier), "right")];
  return {
    kind: "matching",
    stem: markdownOf(context.body.children, context.text),
    explanation,
    left: labels(left, leftIds, context),
    right: labels(right, rightIds, context),
    key: Object.fromEntries([...partners].map(([a, b]) => [leftIds.get(a) ?? "", rightIds.get(b) ?? ""])),
  };
}

function identifier(element: Element): string {
  return attribute(element, "identifier");
}

function labels(elements: readonly Element[], ids: ReadonlyMap<string, string>, context: ItemContext): Label[] {
  return elements.map((element) => ({
    id: ids.get(identifier(element)) ?? "",
    text: choiceText(element, identifier(element), context),
  }));
}

/** The one partner of every element; null where one has none or several. */
function partnersOf(
  side: readonly Element[],
  pairs: readonly (readonly [string, string])[],
): ReadonlyMap<string, string> | null {
  const found = side.map((element) => pairs.filter(([a]) => a === identifier(element)));
  if (found.length === 0 || found.some((own) => own.length !== 1)) return null;
  return new Map(found.flat());
}

function checkScoring(
  key: readonly string[],
  partners: readonly Element[],
  forward: boolean,
  id: string,
  context: ItemContext,
): void {
  const whole = context.points({ [id]: key });
  if (whole <= 0) throw new ItemUnscored("its correct response earns no mark");
  const weights = pairWeights(key, id, context);
  const [smallest = 0] = (weights ?? []).toSorted((a, b) => a - b);
  if (weights?.some((weight) => !isNearly(weight, smallest, whole)) === true) {
    context.scoringLost("pairs are worth different marks", "here all pairs count alike");
    return;
  }
  const names = partners.map(identifier);
  // A pair reads `left right`; the partner that varies is its second half.
  const turned = (pair: string) => (forward ? pair.split(" ").reverse().join(" ") : pair);
  const turnedContext: ItemContext = {
    ...context,
    points: (given) => context.points({ [id]: (given[id] ?? []).map(turned) }),
  };
  wrongPairs(key.map(turned), names, id, whole, weights, turnedContext);
}

/** An order interaction: ordering. */
export function readOrder(interaction: Element, context: ItemContext): Body {
  const { id, correct } = declarationOf(interaction, context);
  const choices = childrenOf(interaction, "simpleChoice");
  const identifiers = choices.map(identifier);
  if (correct === null) throw new ItemLost("it doesn't say which order is right");
  if (new Set(correct).size !== choices.length || correct.some((value) => !identifiers.includes(value))) {
    throw new ItemLost("its correct order doesn't name every choice once");
  }
  if (choices.length < 2) throw new ItemLost("an order needs at least two choices");
  if (context.points({ [id]: correct }) <= 0) throw new ItemUnscored("its correct response earns no mark");
  context.scoringLost("all or nothing for the order", "here every two neighbours in the right order count");
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [id]: correct }],
      ["none", {}],
    ]),
  );
  const ids = idsOf(identifiers, "item");
  return {
    kind: "ordering",
    stem: markdownOf(context.body.children, context.text),
    explanation,
    items: labels(choices, ids, context),
    key: correct.map((value) => ids.get(value) ?? ""),
  };
}
