import type { Question } from "../../engine/model";
import { isForCandidates, markdownOf, type TextContext } from "./body";
import { type ResponseDeclaration, responseDeclarations } from "./declarations";
import { type Body, type ItemContext, ItemLost, type ItemSurroundings, ItemUnscored } from "./item";
import { pictureOf } from "./item-picture";
import { readChoice } from "./read-choice";
import { readCloze, readGapMatch } from "./read-cloze";
import { readMatch, readOrder } from "./read-pairs";
import { readGraphicGapMatch, readHotspot, readSelectPoint } from "./read-picture";
import { readTemplate } from "./read-template";
import { readEssay, readTextEntry } from "./read-text";
import { type Given, pointsOf, type Scoring, scoringOf } from "./score";
import { matches, NotUnderstood, type Value, valueOf } from "./values";
import { attribute, childrenOf, descendants, type Element, plainText } from "./xml";

/** What `what` of a loss says when no question came out of an item. */
export const wholeItem = "the whole question";

/** Reads one item: the body of a question, or null after it reported why there is none. */
export function readItem(item: Element, around: ItemSurroundings): Body | null {
  const declarations = responseDeclarations(item);
  if (childrenOf(item, "templateDeclaration").length > 0) return readTemplated(item, declarations, around);
  const own = scoringOf(item, declarations);
  const doubt = own === null ? "it says nothing about scoring" : reasonAgainst(own, declarations, item);
  const first = doubt === null ? attempt(item, declarations, own, around) : doubt;
  if (typeof first !== "string") return first;
  const second = attempt(item, declarations, null, around, first);
  if (typeof second !== "string") return second;
  around.lost(wholeItem, second);
  return null;
}

function readTemplated(
  item: Element,
  declarations: ReadonlyMap<string, ResponseDeclaration>,
  around: ItemSurroundings,
): Body | null {
  const losses: (readonly [string, string])[] = [];
  const lost = (what: string, why: string) => losses.push([what, why]);
  try {
    const body = readTemplate(item, declarations, textContext({ ...around, lost }), lost);
    reportAround({ item, lost }, body.stem);
    for (const [what, why] of losses) around.lost(what, why);
    return body;
  } catch (error) {
    if (!(error instanceof ItemLost)) throw error;
    around.lost(wholeItem, error.message);
    return null;
  }
}

const compared = "answers are compared with the correct response";

/** One try, by the item's scoring or by comparison. A sentence tells why comparison might do better; null = lost for good. */
function attempt(
  item: Element,
  declarations: ReadonlyMap<string, ResponseDeclaration>,
  scoring: Scoring | null,
  around: ItemSurroundings,
  doubt = "",
): Body | null | string {
  const losses = new Map<string, readonly [string, string]>();
  const lost = (what: string, why: string) => losses.set(`${what}\n${why}`, [what, why]);
  try {
    const body = read(item, declarations, scoring, { ...around, lost });
    // A person marks an essay: it needs no scoring.
    const replaced = doubt === "" || body.kind === "essay" ? [] : [["its scoring", `${doubt}; ${compared}`] as const];
    for (const [what, why] of [...replaced, ...losses.values()]) around.lost(what, why);
    return body;
  } catch (error) {
    if (error instanceof NotUnderstood) return `${error.message} isn't understood`;
    if (!(error instanceof ItemLost)) throw error;
    return afterLoss(error, scoring !== null && hasKey(declarations), doubt, around);
  }
}

/** Marks that don't fit leave the declared key, if that wasn't tried yet; anything else loses the item. */
function afterLoss(error: ItemLost, hasOther: boolean, doubt: string, around: ItemSurroundings): string | null {
  const isUnscored = error instanceof ItemUnscored;
  if (isUnscored && hasOther) return `by its scoring ${error.message}`;
  around.lost(wholeItem, isUnscored && doubt !== "" ? `${error.message} (${doubt})` : error.message);
  return null;
}

function hasKey(declarations: ReadonlyMap<string, ResponseDeclaration>): boolean {
  return [...declarations.values()].some(({ correct, mapping, areas }) => correct ?? mapping ?? areas);
}

/** Tries the scoring once with nothing and once with what is declared as right; null when it works. */
function reasonAgainst(
  scoring: Scoring,
  declarations: ReadonlyMap<string, ResponseDeclaration>,
  item: Element,
): string | null {
  const right = Object.fromEntries([...declarations.values()].map(({ id, correct }) => [id, correct ?? []]));
  try {
    pointsOf(scoring, {});
    pointsOf(scoring, right);
    const setsScore = descendants(item, (e) => e.name === "setOutcomeValue" && attribute(e, "identifier") === "SCORE");
    const [processing] = childrenOf(item, "responseProcessing");
    const isTemplate = processing !== undefined && childrenOf(processing).length === 0;
    return setsScore.length > 0 || isTemplate ? null : "its processing never sets SCORE";
  } catch (error) {
    if (error instanceof NotUnderstood) return `${error.message} isn't understood`;
    throw error;
  }
}

/** Points where the item's own scoring can't be used: what is declared as right, or mapped, each response alike. */
function comparison(declarations: ReadonlyMap<string, ResponseDeclaration>): Scoring {
  const list = [...declarations.values()];
  const worth = (declaration: ResponseDeclaration, given: Given): number => {
    const { id, correct, mapping, baseType, cardinality } = declaration;
    const own = Object.hasOwn(given, id) ? (given[id] ?? []) : [];
    if (correct !== null) {
      return matches(valueOf(own, baseType, cardinality), valueOf(correct, baseType, cardinality)) ? 1 : 0;
    }
    const fits = (key: string, exact: boolean, value: string) =>
      exact ? key === value : key.toLowerCase() === value.toLowerCase();
    const mapped = (value: string) =>
      mapping?.entries.find((entry) => fits(entry.key, entry.caseSensitive, value))?.value ?? 0;
    return own.reduce((sum, value) => sum + mapped(value), 0);
  };
  return {
    outcomes: (given) =>
      new Map<string, Value>([
        ["SCORE", { items: [list.reduce((sum, d) => sum + worth(d, given), 0)], ordered: false }],
      ]),
  };
}

function read(
  item: Element,
  declarations: ReadonlyMap<string, ResponseDeclaration>,
  scoring: Scoring | null,
  around: ItemSurroundings,
): Body {
  const [body] = childrenOf(item, "itemBody");
  if (body === undefined) throw new ItemLost("it has no body");
  if (attribute(item, "adaptive") === "true") throw new ItemLost("it is adaptive: it changes with the answer");
  const used = scoring ?? comparison(declarations);
  const text = textContext(around);
  let highest = 0;
  const context: ItemContext = {
    item,
    body: withStimuli(item, body, around),
    declarations,
    points: (given) => {
      const points = pointsOf(used, given);
      highest = Math.max(highest, points);
      return points;
    },
    outcomes: (given) => (scoring === null ? new Map() : scoring.outcomes(given)),
    text,
    lost: around.lost,
    scoringLost: (how, why) => {
      if (scoring !== null) around.lost(`its scoring: ${how}`, why);
    },
    picture: (interaction) => pictureOf(interaction, item, around),
  };
  const made = byInteraction(context);
  if (scoring !== null && highest > 0 && Math.abs(highest - 1) > 0.001 && made.kind !== "essay") {
    around.lost(`${String(Number(highest.toFixed(3)))} marks`, "what a question is worth is a rule of the quiz");
  }
  if (made.stem.trim() === "") return withTitle(made, context);
  reportAround(context, made.stem);
  return made;
}

/** An item whose whole text is its title, such as "Point at the cat" beside a picture. */
function withTitle(body: Body, { item }: ItemContext): Body {
  const title = attribute(item, "title");
  if (title === "") throw new ItemLost("it asks nothing");
  return { ...body, stem: markdownOf([title], { picture: () => null, lost: () => undefined, replaced: () => null }) };
}

function textContext(around: ItemSurroundings): TextContext {
  return {
    picture: (address) => {
      const found = around.picture(address);
      if (found === null)
        around.lost(`the picture "${address}"`, "it isn't there, or isn't a PNG, JPEG, GIF or WebP file");
      return found?.name ?? null;
    },
    lost: around.lost,
    replaced: () => null,
  };
}

/** Texts that several items share stand before the item's own. */
function withStimuli(item: Element, body: Element, around: ItemSurroundings): Element {
  const texts = childrenOf(item, "assessmentStimulusRef").flatMap((reference) => {
    const address = attribute(reference, "href");
    const [shared] = [around.stimulus(address)].filter((found) => found !== null);
    if (shared === undefined) around.lost(`the shared text "${address}"`, "the file isn't there");
    return shared === undefined ? [] : childrenOf(shared, "stimulusBody").flatMap(({ children }) => children);
  });
  return texts.length === 0 ? body : { ...body, children: [...texts, ...body.children] };
}

function byInteraction(context: ItemContext): Body {
  const found = descendants(
    context.body,
    ({ name }) => name.endsWith("Interaction") && name !== "endAttemptInteraction",
  );
  const interactions = found.filter((element) => attribute(element, "responseIdentifier") !== "");
  const [first, ...more] = interactions;
  if (first === undefined) throw new ItemLost("it holds no interaction: it asks nothing");
  const isField = ({ name }: Element) => name === "textEntryInteraction" || name === "inlineChoiceInteraction";
  if (interactions.every(isField) && (more.length > 0 || first.name === "inlineChoiceInteraction")) {
    return readCloze(interactions, context);
  }
  if (more.length > 0)
    throw new ItemLost(`it holds ${String(interactions.length)} interactions; a question asks one thing`);
  const reader = readers.get(first.name);
  if (reader === undefined) throw new ItemLost(`no kind of question is like its ${first.name}`);
  return reader(first, context);
}

const readers: ReadonlyMap<string, (interaction: Element, context: ItemContext) => Body> = new Map([
  ["choiceInteraction", readChoice],
  ["hottextInteraction", readChoice],
  ["textEntryInteraction", readTextEntry],
  ["sliderInteraction", readTextEntry],
  ["extendedTextInteraction", readEssay],
  ["matchInteraction", readMatch],
  ["orderInteraction", readOrder],
  ["gapMatchInteraction", readGapMatch],
  ["hotspotInteraction", readHotspot],
  ["selectPointInteraction", readSelectPoint],
  ["positionObjectInteraction", readSelectPoint],
  ["graphicGapMatchInteraction", readGraphicGapMatch],
]);

/** Reports what stands around the question and has no place in it. */
function reportAround({ item, lost }: Pick<ItemContext, "item" | "lost">, stem: string): void {
  const title = attribute(item, "title");
  const letters = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  if (title !== "" && title !== attribute(item, "identifier") && !letters(stem).includes(letters(title))) {
    lost(`the title "${title}"`, "a question has a text and an id, but no title");
  }
  for (const rubric of descendants(item, ({ name }) => name === "rubricBlock").filter((e) => !isForCandidates(e))) {
    lost(
      `the rubric "${plainText(rubric).slice(0, 80)}"`,
      "it isn't for learners, and no field of the question holds it",
    );
  }
  if (descendants(item, ({ name }) => name === "endAttemptInteraction").length > 0) {
    lost("a button that ends the attempt or shows a hint", "a question has none");
  }
  if (attribute(item, "timeDependent") === "true") lost("the time", "a question is marked whatever time it takes");
}

/** The question of a body, with what QTI has no place for. */
export function questionOf(body: Body, id: string, topic: string): Question {
  return { id, topic, outcomes: [], difficulty: 2, lesson: null, source: null, ...body };
}
