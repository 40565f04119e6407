import { markdownOf, type TextContext } from "./body";
import { explained } from "./feedback";
import { type Body, idOf, type ItemContext, ItemLost } from "./item";
import { declarationOf } from "./read-choice";
import { candidatesOf, isNumberType, typedNumber, typedText } from "./typed";
import { attribute, type Element } from "./xml";

const place = "\u0001";

/** One text entry or slider: a short text or a number. */
export function readTextEntry(interaction: Element, context: ItemContext): Body {
  const declaration = declarationOf(interaction, context);
  const points = (text: string) => context.points({ [declaration.id]: [text] });
  if (context.points({}) > 0)
    context.scoringLost("no answer earns marks", "here a question without an answer earns nothing");
  const stem = stemAround(interaction, context);
  const right = candidatesOf(declaration, context).toSorted((a, b) => points(b) - points(a))[0] ?? "";
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["key", { [declaration.id]: [right] }],
      ["none", {}],
    ]),
  );
  if (isNumberType(declaration) || interaction.name === "sliderInteraction") {
    const { key, mistakes } = typedNumber(declaration, points, context);
    return { kind: "numeric", stem: withBounds(stem, interaction), explanation, key, units: ["1"], mistakes };
  }
  if (attribute(interaction, "patternMask") !== "") {
    context.lost(`the pattern "${attribute(interaction, "patternMask")}"`, "what may be typed isn't limited");
  }
  return { kind: "short-text", stem, explanation, ...typedText(declaration, points, context) };
}

/** A line stands for the field where text follows it in its paragraph; at the end of one the field needs no mark. */
function stemAround(interaction: Element, context: ItemContext): string {
  const text: TextContext = {
    ...context.text,
    replaced: (element) =>
      element === interaction && element.name !== "sliderInteraction" ? place : context.text.replaced(element),
  };
  return markdownOf(context.body.children, text)
    .replace(new RegExp(`[ ]*${place}[ ]*(?=\\n\\n|$)`, "g"), "")
    .replaceAll(place, "\\_\\_\\_\\_")
    .trim();
}

function withBounds(stem: string, interaction: Element): string {
  if (interaction.name !== "sliderInteraction") return stem;
  const [lower, upper, step] = ["lowerBound", "upperBound", "step"].map((name) => attribute(interaction, name));
  if (lower === "" || upper === "") return stem;
  return `${stem}\n\n${lower ?? ""} … ${upper ?? ""}${step === "" ? "" : ` (± ${step ?? ""})`}`.trim();
}

/** An extended text: an essay, which a person marks. */
export function readEssay(interaction: Element, context: ItemContext): Body {
  const id = attribute(interaction, "responseIdentifier");
  const model = context.declarations.get(id)?.correct?.join("\n\n") ?? "";
  const { explanation } = explained(
    context,
    [],
    new Map([
      ["given", { [id]: ["a text"] }],
      ["none", {}],
    ]),
  );
  const stem = markdownOf(context.body.children, context.text);
  if (stem === "") throw new ItemLost("it asks nothing");
  // `expectedLength` tells how large the field is, not how long an answer may be.
  return { kind: "essay", stem, explanation, rubric: [wholeAnswer], minWords: 0, maxWords: 1000, model };
}

/** QTI leaves the marks of a text to whoever marks it: one criterion with three levels. */
const wholeAnswer = {
  id: "answer",
  text: "The answer as a whole",
  levels: [
    { id: "none", text: "Misses the question", points: 0 },
    { id: "partly", text: "Answers part of the question", points: 1 },
    { id: "full", text: "Answers the question", points: 2 },
  ],
} as const;

/** The stem of a cloze: `[[gap]]` where a gap stands. */
export function stemWithGaps(context: ItemContext, ids: ReadonlyMap<Element, string>): string {
  const text: TextContext = {
    ...context.text,
    replaced: (element) => {
      const id = ids.get(element);
      return id === undefined ? context.text.replaced(element) : `[[${id}]]`;
    },
  };
  return markdownOf(context.body.children, text);
}

/** Ids of gaps: as the item calls them, made different. */
export function gapIds(elements: readonly Element[], attributeName: string): ReadonlyMap<Element, string> {
  const taken = new Set<string>();
  return new Map(
    elements.map((element, index): [Element, string] => {
      const wanted = idOf(attribute(element, attributeName)) || "gap";
      const id = taken.has(wanted) ? `${wanted.slice(0, 70)}-n${String(index + 1)}` : wanted;
      taken.add(id);
      return [element, id];
    }),
  );
}
