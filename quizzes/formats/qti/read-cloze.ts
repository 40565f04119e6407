import type { Gap } from "../../engine/model";
import { escaped } from "./body";
import { pairOf, type ResponseDeclaration } from "./declarations";
import { explained } from "./feedback";
import { type Body, choiceText, idOf, isNearly, type ItemContext, ItemLost, ItemUnscored } from "./item";
import { declarationOf } from "./read-choice";
import { gapIds, stemWithGaps } from "./read-text";
import type { Given } from "./score";
import { candidatesOf, isNumberType, typedNumber, typedText } from "./typed";
import { attribute, childrenOf, descendants, type Element } from "./xml";

type WeightedGap = Gap & { readonly weight?: number };

/** Several fields in a text, or one drop-down list: a cloze. */
export function readCloze(interactions: readonly Element[], context: ItemContext): Body {
  const ids = gapIds(interactions, "responseIdentifier");
  const right = rightAnswers(interactions, context);
  const whole = context.points(right);
  if (whole <= 0) throw new ItemUnscored("its correct responses earn no mark");
  const gaps = interactions.map((interaction) => gapOf(interaction, ids.get(interaction) ?? "", right, context));
  const weights = gapWeights(
    interactions.map((interaction) => attribute(interaction, "responseIdentifier")),
    right,
    context,
  );
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", right],
      ["none", {}],
    ]),
  );
  return { kind: "cloze", stem: stemWithGaps(context, ids), explanation, gaps: weighted(gaps, weights) };
}

/** For each field the answer that is declared as correct, or the one that earns most. */
function rightAnswers(interactions: readonly Element[], context: ItemContext): Given {
  const right: Record<string, readonly string[]> = {};
  for (const interaction of interactions) {
    const declaration = declarationOf(interaction, context);
    const choices = childrenOf(interaction, "inlineChoice").map((choice) => attribute(choice, "identifier"));
    const candidates = choices.length > 0 ? choices : candidatesOf(declaration, context);
    const points = (value: string) => context.points({ ...right, [declaration.id]: [value] });
    const [best] = declaration.correct ?? candidates.toSorted((a, b) => points(b) - points(a));
    if (best === undefined) throw new ItemLost(`nothing is right for its field "${declaration.id}"`);
    right[declaration.id] = [best];
  }
  return right;
}

function gapOf(interaction: Element, id: string, right: Given, context: ItemContext): Gap {
  const declaration = declarationOf(interaction, context);
  const without = context.points({ ...right, [declaration.id]: [] });
  const points = (text: string) => context.points({ ...right, [declaration.id]: [text] }) - without;
  if (interaction.name === "inlineChoiceInteraction") {
    const key = right[declaration.id]?.[0] ?? "";
    const choices = childrenOf(interaction, "inlineChoice");
    if (
      choices.some((choice) => attribute(choice, "identifier") !== key && points(attribute(choice, "identifier")) > 0)
    ) {
      context.scoringLost("another option of a drop-down list earns marks", "in a gap one option is right");
    }
    return choiceGap(id, choices, key, context);
  }
  if (isNumberType(declaration)) return { kind: "number", id, ...typedNumber(declaration, points, context) };
  return { kind: "text", id, ...typedText(declaration, points, context) };
}

function choiceGap(gap: string, choices: readonly Element[], key: string, context: ItemContext): Gap {
  const id = (identifier: string, at: number) =>
    `${gap.slice(0, 38)}-${(idOf(identifier) || `o${String(at)}`).slice(0, 38)}`;
  const options = choices.map((choice, at) => {
    const identifier = attribute(choice, "identifier");
    return { id: id(identifier, at), text: choiceText(choice, identifier, context), why: "" };
  });
  const at = choices.findIndex((choice) => attribute(choice, "identifier") === key);
  if (at === -1) throw new ItemLost(`its correct response "${key}" isn't among the choices`);
  if (new Set(options.map((option) => option.id)).size < options.length) {
    throw new ItemLost("two of its choices have the same identifier");
  }
  return { kind: "choice", id: gap, options, key: options[at]?.id ?? "" };
}

/** What each part adds to the points of the whole; null, with a report, where the parts don't add up. */
function gapWeights(parts: readonly string[], right: Given, context: ItemContext): readonly number[] | null {
  const whole = context.points(right);
  const weights = parts.map((part) => whole - context.points({ ...right, [part]: [] }));
  const sum = weights.reduce((a, b) => a + b, 0);
  if (isNearly(sum, whole, whole) && weights.every((weight) => weight > 0)) return weights;
  context.scoringLost("all gaps or nothing", "here each gap counts by itself");
  return null;
}

/** Weights stand only where they differ, as the smallest whole numbers within reason. */
function weighted(gaps: readonly Gap[], weights: readonly number[] | null): WeightedGap[] {
  if (weights === null) return [...gaps];
  const smallest = Math.min(...weights);
  if (weights.every((weight) => isNearly(weight, smallest, smallest))) return [...gaps];
  const scale =
    [1, 2, 3, 4, 5, 10].find((n) =>
      weights.every((w) => Math.abs((n * w) / smallest - Math.round((n * w) / smallest)) < 0.01),
    ) ?? 10;
  return gaps.map((gap, index) => ({
    ...gap,
    weight: Math.max(1, Math.round((scale * (weights[index] ?? smallest)) / smallest)),
  }));
}

/** Words to be put into the gaps of a text: a cloze where each gap offers every word. */
export function readGapMatch(interaction: Element, context: ItemContext): Body {
  const declaration = declarationOf(interaction, context);
  const words = childrenOf(interaction, "gapText", "gapImg");
  const gaps = descendants(interaction, ({ name }) => name === "gap");
  if (gaps.length === 0) throw new ItemLost("it has no gap");
  const ids = gapIds(gaps, "identifier");
  const pairs = keyPairs(
    gaps.map((gap) => attribute(gap, "identifier")),
    context,
    declaration.id,
  );
  const all = [...pairs].map(([gap, word]) => `${word} ${gap}`);
  const whole = context.points({ [declaration.id]: all });
  if (whole <= 0) throw new ItemUnscored("its correct response earns no mark");
  const weights = pairWeights(all, declaration.id, context);
  wrongPairs(
    all,
    words.map((word) => attribute(word, "identifier")),
    declaration.id,
    whole,
    weights,
    context,
  );
  if (words.some((word) => attribute(word, "matchMax") === "1") && gaps.length > 1) {
    context.lost("each word fits once", "here every gap offers every word");
  }
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [declaration.id]: all }],
      ["none", {}],
    ]),
  );
  const made = gaps.map((gap) =>
    choiceGap(ids.get(gap) ?? "", words.map(asText), pairs.get(attribute(gap, "identifier")) ?? "", context),
  );
  return { kind: "cloze", stem: stemWithGaps(context, ids), explanation, gaps: weighted(made, weights) };
}

/** A word given as a picture is called by its label. */
function asText(word: Element): Element {
  const label = attribute(word, "objectLabel");
  return label === "" ? word : { ...word, children: [label] };
}

/** Pairs that are declared as correct, or those that the mapping rewards. */
export function rightPairs(declaration: ResponseDeclaration | undefined): (readonly [string, string])[] {
  const mapped = declaration?.mapping?.entries.filter(({ value }) => value > 0).map(({ key }) => key);
  return (declaration?.correct ?? mapped ?? []).map(pairOf).filter((pair) => pair !== null);
}

/** Gap -> word of the correct response, whichever stands first in its pairs. */
function keyPairs(gaps: readonly string[], context: ItemContext, id: string): ReadonlyMap<string, string> {
  const pairs = rightPairs(context.declarations.get(id));
  const found = new Map<string, string>();
  for (const [a, b] of pairs) {
    const [word, gap] = gaps.includes(b) ? [a, b] : [b, a];
    if (gaps.includes(gap) && !found.has(gap)) found.set(gap, word);
  }
  const open = gaps.find((gap) => !found.has(gap));
  if (open !== undefined) throw new ItemLost(`nothing is right for its place "${escaped(open)}"`);
  return found;
}

/** What each pair of the key adds; null, with a report, where pairs don't count by themselves. */
export function pairWeights(key: readonly string[], id: string, context: ItemContext): readonly number[] | null {
  const whole = context.points({ [id]: key });
  const weights = key.map((pair) => whole - context.points({ [id]: key.filter((other) => other !== pair) }));
  const sum = weights.reduce((a, b) => a + b, 0);
  if (isNearly(sum, whole, whole) && weights.every((weight) => weight > 0)) return weights;
  context.scoringLost("all pairs or nothing", "here each pair counts by itself");
  return null;
}

/** Reports where a wrong partner costs more than the mark that it fails to earn. */
export function wrongPairs(
  key: readonly string[],
  partners: readonly string[],
  id: string,
  whole: number,
  weights: readonly number[] | null,
  context: ItemContext,
): void {
  const costs = key.some((pair, index) => {
    const [partner = "", place = ""] = pairOf(pair) ?? [];
    const other = partners.find((candidate) => candidate !== partner);
    if (other === undefined || weights === null) return false;
    const points = context.points({ [id]: key.map((own) => (own === pair ? `${other} ${place}` : own)) });
    return !isNearly(points, whole - (weights[index] ?? 0), whole);
  });
  if (costs) context.scoringLost("wrong pairs cost or earn marks", "here a wrong pair earns nothing and costs nothing");
}
