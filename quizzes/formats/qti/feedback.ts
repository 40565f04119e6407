import { markdownOf } from "./body";
import type { ItemContext } from "./item";
import type { Given } from "./score";
import { attribute, descendants, type Element } from "./xml";

/** One feedback of an item and the responses, of those that were tried, that show it. */
interface Feedback {
  readonly element: Element;
  readonly identifier: string;
  readonly text: string;
  readonly shownFor: readonly string[];
}

/** What becomes of an item's feedback: a reason for each choice, and an explanation for everybody. */
export interface Explained {
  readonly whys: ReadonlyMap<string, string>;
  readonly explanation: string;
}

const names = new Set(["feedbackInline", "feedbackBlock", "modalFeedback"]);

/**
 * Tries responses, named by the choice that they pick (or `key` for the right one), and sees which feedback shows.
 * Feedback that always shows explains; feedback of one choice is its why; what shows otherwise is a loss.
 */
export function explained(
  context: ItemContext,
  choices: readonly Element[],
  tries: ReadonlyMap<string, Given>,
): Explained {
  const whys = new Map<string, string>();
  const explanation: string[] = [];
  const add = (choice: string, text: string) => {
    whys.set(choice, [whys.get(choice), text].filter((part) => part !== undefined && part !== "").join("\n\n"));
  };
  const identifiers = choices.map((choice) => attribute(choice, "identifier"));
  for (const feedback of feedbacks(context, tries)) {
    const owner = choices.find((choice) => descendants(choice, (e) => e === feedback.element).length > 0);
    const own = owner === undefined ? null : attribute(owner, "identifier");
    const places = placesOf(feedback, own, identifiers, tries.size);
    if (places === "everybody") explanation.push(feedback.text);
    else if (places.length > 0) for (const place of places) add(place, feedback.text);
    else {
      context.lost(
        `the feedback "${shortened(feedback.text)}"`,
        "a question explains its options and itself; it has no feedback that depends on the whole answer",
      );
    }
  }
  return { whys, explanation: explanation.join("\n\n") };
}

function feedbacks(context: ItemContext, tries: ReadonlyMap<string, Given>): Feedback[] {
  const elements = descendants(context.item, ({ name }) => names.has(name));
  if (elements.length === 0) return [];
  const tried = [...tries].map(([name, given]) => ({ name, outcomes: context.outcomes(given) }));
  return elements
    .map((element) => {
      const identifier = attribute(element, "identifier");
      const hides = attribute(element, "showHide") === "hide";
      const shownFor = tried
        .filter(({ outcomes }) => {
          const value = outcomes.get(attribute(element, "outcomeIdentifier"));
          return (value?.items.map(String).includes(identifier) ?? false) !== hides;
        })
        .map(({ name }) => name);
      return { element, identifier, shownFor, text: markdownOf(element.children, context.text) };
    })
    .filter(({ text }) => text !== "");
}

function placesOf(
  { shownFor, identifier }: Feedback,
  owner: string | null,
  identifiers: readonly string[],
  tries: number,
): "everybody" | readonly string[] {
  if (owner !== null) return [owner];
  if (tries > 0 && shownFor.length === tries) return "everybody";
  const forChoices = shownFor.filter((name) => identifiers.includes(name));
  // Where a response is one choice, the tries are all that there is; otherwise only feedback of a single choice is its own.
  const isExact = !shownFor.includes("key") && (tries === identifiers.length || forChoices.length === 1);
  if (isExact && forChoices.length > 0) return forChoices;
  if (identifiers.includes(identifier)) return [identifier];
  return /^(explanation|solution|general|rationale)/i.test(identifier) ? "everybody" : [];
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
