import type {
  Essay,
  Label,
  Matching,
  MultipleChoice,
  Numeric,
  Option,
  Ordering,
  ShortText,
  SingleChoice,
  TrueFalse,
} from "../../engine/model";
import { addNumber, declaration, mapping, mapResponse, matchCorrect, textMapping } from "./write-scoring";
import { type Maker, plain, xmlId, xmlText } from "./write-xml";

/** What a writer needs of its package. */
export interface WriteContext {
  readonly q: Maker;
  readonly version: "2.1" | "2.2" | "3.0";
  /** XHTML of Markdown. */
  readonly html: (markdown: string) => string;
  /** Address of a picture as an item sees it. */
  readonly address: (name: string) => string;
  /** Adds a file of the item and answers its address. */
  readonly file: (name: string, text: string) => string;
  readonly lost: (what: string, why: string) => void;
}

/** The parts of an item that depend on the kind. */
export interface Written {
  readonly declarations: string;
  /** What follows the stem. Empty where the stem itself holds the fields. */
  readonly body: string;
  /** The stem, where it isn't simply the question's. */
  readonly stem?: string;
  /** Statements that set SCORE. */
  readonly scoring: string;
  /** Whether feedback of single choices is in the body. */
  readonly whys: boolean;
}

/** The identifier of the only response of most items. */
export const response = "RESPONSE";

function choice(context: WriteContext, element: string, option: Option | Label): string {
  const { q, html } = context;
  const identifier = xmlId(option.id);
  const why = "why" in option && option.why !== "" ? feedback(context, identifier, option.why) : "";
  return q(element, { identifier }, html(option.text), why);
}

function feedback({ q, html }: WriteContext, identifier: string, why: string): string {
  return q("feedbackInline", { outcomeIdentifier: "CHOSEN", identifier, showHide: "show" }, html(why));
}

/** A choice interaction of options. */
export function choices(context: WriteContext, options: readonly Option[], maxChoices: number, shuffle = true): string {
  const { q } = context;
  return q(
    "choiceInteraction",
    { responseIdentifier: response, shuffle, maxChoices },
    ...options.map((option) => choice(context, "simpleChoice", option)),
  );
}

/** Whether any option says why it is right or wrong. */
export function hasWhy(options: readonly Option[]): boolean {
  return options.some(({ why }) => why !== "");
}

export function writeSingle({ options, key }: SingleChoice, context: WriteContext): Written {
  const { q } = context;
  const shared = options.filter(({ id, share }) => id !== key && share !== undefined && share !== 0);
  const points = [[xmlId(key), 1] as const, ...shared.map(({ id, share = 0 }) => [xmlId(id), share / 100] as const)];
  const of = { id: response, cardinality: "single", baseType: "identifier", correct: [xmlId(key)] };
  return {
    declarations: declaration(q, of, shared.length > 0 ? mapping(q, points) : ""),
    body: choices(context, options, 1),
    scoring: shared.length > 0 ? mapResponse(q, response) : matchCorrect(q, response),
    whys: hasWhy(options),
  };
}

export function writeTrueFalse({ key, why }: TrueFalse, context: WriteContext): Written {
  const options = [
    { id: "true", text: "True", why: why.true },
    { id: "false", text: "False", why: why.false },
  ];
  const of = { id: response, cardinality: "single", baseType: "identifier", correct: [String(key)] };
  return {
    declarations: declaration(context.q, of),
    body: choices(context, options, 1, false),
    scoring: matchCorrect(context.q, response),
    whys: hasWhy(options),
  };
}

export function writeMultiple(question: MultipleChoice, context: WriteContext): Written {
  const { options, keys, rule } = question;
  const { q } = context;
  const of = { id: response, cardinality: "multiple", baseType: "identifier", correct: keys.map(xmlId) };
  const wrong = Math.max(1, options.length - keys.length);
  const worth = ({ id, share = 0 }: Option) =>
    rule === "weights" ? share / 100 : keys.includes(id) ? 1 / keys.length : -1 / wrong;
  const points = options.map((option) => [xmlId(option.id), worth(option)] as const);
  const isExact = rule === "all-or-nothing";
  return {
    declarations: declaration(q, of, isExact ? "" : mapping(q, points)),
    body: choices(context, options, 0),
    scoring: isExact ? matchCorrect(q, response) : mapResponse(q, response),
    whys: hasWhy(options),
  };
}

export function writeNumeric({ key, units, mistakes }: Numeric, context: WriteContext): Written {
  const { q } = context;
  const of = { id: response, cardinality: "single", baseType: "float", correct: [String(key.value)] };
  const unit = key.unit === "1" ? "" : ` ${xmlText(key.unit)}`;
  if (mistakes.length > 0)
    context.lost("known mistakes", "other programs don't see them; ours reads them beside the item");
  if (units.length > 1)
    context.lost("the choice of units", "other programs see only the key's unit; ours reads all beside the item");
  return {
    declarations: declaration(q, of),
    body: plain("p", {}, q("textEntryInteraction", { responseIdentifier: response, expectedLength: 12 }), unit),
    scoring: addNumber(q, response, key.value, key.tolerance, 1),
    whys: false,
  };
}

export function writeShortText(question: ShortText, context: WriteContext): Written {
  const { q } = context;
  const { answers, caseSensitive } = question;
  reportTexts(question, context);
  const right = answers.filter(({ match, share, text }) => match === "text" && share === 100 && text.trim() !== "");
  const of = {
    id: response,
    cardinality: "single",
    baseType: "string",
    correct: right.slice(0, 1).map(({ text }) => xmlText(text)),
  };
  return {
    declarations: declaration(
      q,
      of,
      textMapping(q, answers, caseSensitive, (text) => text),
    ),
    body: plain("p", {}, q("textEntryInteraction", { responseIdentifier: response, expectedLength: 30 })),
    scoring: mapResponse(q, response),
    whys: false,
  };
}

/** Reports what of accepted texts other programs don't see. */
export function reportTexts(
  { answers, ignoreAccents }: Pick<ShortText, "answers" | "ignoreAccents">,
  { lost }: WriteContext,
): void {
  const ours = "ours reads it beside the item";
  if (answers.some(({ match }) => match === "pattern"))
    lost("an accepted pattern", `other programs accept texts only; ${ours}`);
  if (answers.some((answer) => answer.feedback !== ""))
    lost("the feedback of an accepted text", `other programs don't see it; ${ours}`);
  if (ignoreAccents) lost("accents that don't count", `other programs compare letter by letter; ${ours}`);
}

export function writeMatching({ left, right, key }: Matching, context: WriteContext): Written {
  const { q, html } = context;
  const pairs = left.map(({ id }) => `l-${id} r-${key[id] ?? ""}`);
  const of = { id: response, cardinality: "multiple", baseType: "directedPair", correct: pairs };
  const side = (labels: readonly Label[], mark: string, matchMax: number) =>
    q(
      "simpleMatchSet",
      {},
      ...labels.map(({ id, text }) =>
        q("simpleAssociableChoice", { identifier: `${mark}-${id}`, matchMax }, html(text)),
      ),
    );
  return {
    declarations: declaration(
      q,
      of,
      mapping(
        q,
        pairs.map((pair) => [pair, 1 / pairs.length] as const),
      ),
    ),
    body: q(
      "matchInteraction",
      { responseIdentifier: response, shuffle: true, maxAssociations: left.length },
      side(left, "l", 1),
      side(right, "r", left.length),
    ),
    scoring: mapResponse(q, response),
    whys: false,
  };
}

export function writeOrdering({ items, key }: Ordering, context: WriteContext): Written {
  const { q } = context;
  const of = { id: response, cardinality: "ordered", baseType: "identifier", correct: key.map(xmlId) };
  context.lost("marks for a partly right order", "other programs give them for the whole order only");
  return {
    declarations: declaration(q, of),
    body: q(
      "orderInteraction",
      { responseIdentifier: response, shuffle: true },
      ...items.map((item) => choice(context, "simpleChoice", item)),
    ),
    scoring: matchCorrect(q, response),
    whys: false,
  };
}

export function writeEssay({ rubric, model, maxWords }: Essay, context: WriteContext): Written {
  const { q, html } = context;
  const of = { id: response, cardinality: "single", baseType: "string", correct: model === "" ? [] : [xmlText(model)] };
  const levels = (criterion: Essay["rubric"][number]) =>
    plain("ul", {}, ...criterion.levels.map(({ text, points }) => plain("li", {}, `${String(points)}: ${html(text)}`)));
  const criteria = rubric.map((criterion) =>
    plain("div", {}, html(criterion.text), criterion.levels.length > 0 ? levels(criterion) : ""),
  );
  return {
    declarations: declaration(q, of),
    body:
      q("extendedTextInteraction", { responseIdentifier: response, expectedLength: maxWords * 6 }) +
      (rubric.length === 0 ? "" : rubricBlock(context, criteria.join(""))),
    scoring: "",
    whys: false,
  };
}

function rubricBlock({ q, version }: WriteContext, content: string): string {
  if (version === "3.0") return q("rubricBlock", { use: "scoring", view: "scorer" }, q("contentBody", {}, content));
  return q("rubricBlock", { view: "scorer" }, content);
}
