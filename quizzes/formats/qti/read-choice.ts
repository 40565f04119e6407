import type { MultipleChoice, Option } from "../../engine/model";
import { markdownOf, type TextContext } from "./body";
import type { ResponseDeclaration } from "./declarations";
import { explained } from "./feedback";
import {
  type Body,
  choiceText,
  hundredths,
  idsOf,
  isNearly,
  type ItemContext,
  ItemLost,
  ItemUnscored,
  optionWithShare,
} from "./item";
import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** A choice or hottext interaction: a single, a multiple or a true/false question. */
export function readChoice(interaction: Element, context: ItemContext): Body {
  const declaration = declarationOf(interaction, context);
  const choices = choicesOf(interaction);
  const identifiers = choices.map((choice) => attribute(choice, "identifier"));
  if (choices.length < 2) throw new ItemLost("a choice needs at least two options");
  if (new Set(identifiers).size < identifiers.length) throw new ItemLost("two of its choices have the same identifier");
  if (choices.some((choice) => attribute(choice, "fixed") === "true")) {
    context.lost("the fixed place of a choice", "where options are shuffled, all of them are");
  }
  const stem = markdownOf(
    context.body.children,
    interaction.name === "hottextInteraction" ? marked(context) : context.text,
  );
  return declaration.cardinality === "single"
    ? single({ interaction, choices, identifiers, declaration, stem }, context)
    : multiple({ interaction, choices, identifiers, declaration, stem }, context);
}

interface Choice {
  readonly interaction: Element;
  readonly choices: readonly Element[];
  readonly identifiers: readonly string[];
  readonly declaration: ResponseDeclaration;
  readonly stem: string;
}

/** The declaration of an interaction's response. */
export function declarationOf(interaction: Element, context: ItemContext): ResponseDeclaration {
  const id = attribute(interaction, "responseIdentifier");
  const found = context.declarations.get(id);
  if (found === undefined) throw new ItemLost(`its response "${id}" isn't declared`);
  return found;
}

function choicesOf(interaction: Element): Element[] {
  return interaction.name === "hottextInteraction"
    ? descendants(interaction, ({ name }) => name === "hottext")
    : childrenOf(interaction, "simpleChoice");
}

/** The words that can be picked in a text stand bold in it. */
function marked(context: ItemContext): TextContext {
  return {
    ...context.text,
    replaced: (element) =>
      element.name === "hottext" ? `**${markdownOf(element.children, context.text)}**` : context.text.replaced(element),
  };
}

function single(choice: Choice, context: ItemContext): Body {
  const { identifiers, declaration, choices, stem } = choice;
  const given = (identifier: string) => ({ [declaration.id]: [identifier] });
  const points = new Map(identifiers.map((identifier) => [identifier, context.points(given(identifier))]));
  const { key, best } = singleKey(points, declaration, context);
  if (context.points({}) > 0)
    context.scoringLost("no answer earns marks", "here a question without an answer earns nothing");
  const { whys, explanation } = explained(context, choices, new Map(identifiers.map((id) => [id, given(id)])));
  const ids = idsOf(identifiers, "option");
  const options = identifiers.map((identifier, index): Option => {
    const share = hundredths(Math.max(-best, points.get(identifier) ?? 0), best);
    const option = optionOf(choices[index], identifier, ids, whys, context);
    return identifier === key ? option : optionWithShare(option, share);
  });
  if (isTrueFalse(choice)) return trueFalse(key, whys, explanation, stem);
  return { kind: "single", stem, explanation, options, key: ids.get(key) ?? "" };
}

/** The option that earns most; of several the one that is declared as correct. */
function singleKey(
  points: ReadonlyMap<string, number>,
  { correct }: ResponseDeclaration,
  context: ItemContext,
): { readonly key: string; readonly best: number } {
  const best = Math.max(...points.values());
  const winners = [...points].filter(([, own]) => own === best).map(([identifier]) => identifier);
  const said = correct?.[0];
  const key = said !== undefined && winners.includes(said) ? said : winners[0];
  if (key === undefined || best <= 0) throw new ItemUnscored("no option earns a mark");
  if (said !== undefined && said !== key) {
    context.lost(
      `the correct response "${said}"`,
      `the item's scoring gives full marks to "${key}", which became the key`,
    );
  }
  return { key, best };
}

function optionOf(
  element: Element | undefined,
  identifier: string,
  ids: ReadonlyMap<string, string>,
  whys: ReadonlyMap<string, string>,
  context: ItemContext,
): Option {
  const text = element === undefined ? identifier : choiceText(element, identifier, context);
  return { id: ids.get(identifier) ?? "", text, why: whys.get(identifier) ?? "" };
}

const truths = /^(true|false|richtig|falsch|wahr|vrai|faux|verdadero|falso|vero|juist|onjuist)$/i;

/** Two choices called true and false that say no more than that. */
function isTrueFalse({ identifiers, choices }: Choice): boolean {
  const words = choices.map((choice) => {
    return plainText({
      ...choice,
      children: choice.children.filter((c) => typeof c === "string" || c.name !== "feedbackInline"),
    });
  });
  const names = identifiers.map((identifier) => identifier.toLowerCase()).sort();
  return names.join() === "false,true" && words.every((word) => truths.test(word));
}

function trueFalse(key: string, whys: ReadonlyMap<string, string>, explanation: string, stem: string): Body {
  const why = (wanted: string) => [...whys].find(([name]) => name.toLowerCase() === wanted)?.[1] ?? "";
  return {
    kind: "true-false",
    stem,
    explanation,
    key: key.toLowerCase() === "true",
    why: { true: why("true"), false: why("false") },
  };
}

function multiple(choice: Choice, context: ItemContext): Body {
  const { identifiers, declaration, choices, stem } = choice;
  const points = (picked: readonly string[]) => context.points({ [declaration.id]: picked });
  const sets = subsets(identifiers, declaration.correct ?? []);
  const key = multipleKey(identifiers, declaration, sets, points);
  const whole = points(key);
  if (key.length === 0 || whole <= 0) throw new ItemUnscored("no set of options earns a mark");
  const limit = Number(attribute(choice.interaction, "maxChoices") || "0");
  const allowed = sets.filter((set) => limit === 0 || set.length <= limit);
  const judged = allowed.map((set) => ({ set, points: points(set) }));
  const fitted = fit(choice, key, whole, judged);
  if (fitted === null) {
    context.scoringLost("by the item's own rule", "only the exact set of options earns marks here");
  }
  const tries = new Map(identifiers.map((id) => [id, { [declaration.id]: [id] }]));
  const { whys, explanation } = explained(context, choices, tries.set("key", { [declaration.id]: key }));
  const ids = idsOf(identifiers, "option");
  const options = identifiers.map((identifier, index) => {
    const option = optionOf(choices[index], identifier, ids, whys, context);
    return fitted?.rule === "weights" ? { ...option, share: fitted.shares.get(identifier) ?? 0 } : option;
  });
  const keys = key.map((identifier) => ids.get(identifier) ?? "");
  return { kind: "multiple", stem, explanation, options, keys, rule: fitted?.rule ?? "all-or-nothing" };
}

/** Every set of up to eight options; of more, the ones that tell rules apart. */
function subsets(identifiers: readonly string[], correct: readonly string[]): string[][] {
  if (identifiers.length <= 8) {
    return Array.from({ length: 2 ** identifiers.length }, (_, bits) =>
      identifiers.filter((_, at) => (bits >> at) & 1),
    );
  }
  const key = identifiers.filter((identifier) => correct.includes(identifier));
  return [
    [],
    [...identifiers],
    key,
    ...identifiers.map((identifier) => [identifier]),
    ...identifiers.map((identifier) =>
      identifiers.filter((other) => (other === identifier ? !key.includes(other) : key.includes(other))),
    ),
  ];
}

/** The declared set, unless another one earns more; without one, the smallest set that earns most. */
function multipleKey(
  identifiers: readonly string[],
  { correct }: ResponseDeclaration,
  sets: readonly string[][],
  points: (picked: readonly string[]) => number,
): string[] {
  const declared = identifiers.filter((identifier) => correct?.includes(identifier));
  const earning = identifiers.filter((identifier) => points([identifier]) > 0);
  const candidates = [declared, earning, ...sets.toSorted((a, b) => a.length - b.length)].filter(
    (set) => set.length > 0,
  );
  const best = Math.max(...candidates.map(points));
  return candidates.find((set) => points(set) === best) ?? [];
}

type Judged = readonly { readonly set: readonly string[]; readonly points: number }[];
interface Fitted {
  readonly rule: MultipleChoice["rule"];
  readonly shares: ReadonlyMap<string, number>;
}

/** The rule of the model that gives the same marks to every set; null when none does. */
function fit(choice: Choice, key: readonly string[], whole: number, judged: Judged): Fitted | null {
  const isKey = (set: readonly string[]) => set.length === key.length && set.every((id) => key.includes(id));
  const gives = (mark: (set: readonly string[]) => number) =>
    judged.every(({ set, points }) =>
      isNearly(isKey(set) ? whole : Math.min(whole, Math.max(0, mark(set))), points, whole),
    );
  const shares = new Map<string, number>();
  if (gives(() => 0)) return { rule: "all-or-nothing", shares };
  const wrong = Math.max(1, choice.identifiers.length - key.length);
  const balance = (set: readonly string[]) => {
    const right = set.filter((id) => key.includes(id)).length;
    return whole * (right / key.length - (set.length - right) / wrong);
  };
  if (gives(balance)) return { rule: "penalty", shares };
  const worth = worths(choice, judged);
  if (!gives((set) => set.reduce((sum, id) => sum + (worth.get(id) ?? 0), 0))) return null;
  if (judged.some(({ set, points }) => !isKey(set) && points >= whole * 0.999)) return null;
  for (const [id, points] of worth) shares.set(id, Math.min(100, Math.max(-100, hundredths(points, whole))));
  return { rule: "weights", shares };
}

/** What each option adds: by the mapping, or by what it earns alone. */
function worths({ identifiers, declaration }: Choice, judged: Judged): ReadonlyMap<string, number> {
  const { mapping } = declaration;
  const alone = (id: string) => judged.find(({ set }) => set.length === 1 && set[0] === id)?.points ?? 0;
  const byMap = (id: string) => mapping?.entries.find(({ key }) => key === id)?.value ?? mapping?.otherwise ?? 0;
  // The points of a mapping may be multiplied on the way to the score; one option that earns something tells by how much.
  const earning = identifiers.find((id) => alone(id) > 0 && byMap(id) > 0);
  const factor = earning === undefined ? 1 : alone(earning) / byMap(earning);
  return new Map(identifiers.map((id) => [id, mapping === null ? alone(id) : factor * byMap(id)]));
}
