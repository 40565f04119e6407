import { escapeMarkdown } from "../escape-markdown";
import { type HtmlContext, markupToMarkdown } from "../html-to-markdown";
import { attribute, childrenOf, type Element, type Node, plainText } from "./xml";

/** What the text of an item needs from around it. */
export interface TextContext extends HtmlContext {
  /** Markdown that stands in the text for an element that isn't text, such as a gap; null = ordinary content. */
  readonly replaced: (element: Element) => string | null;
}

/** Elements that are read elsewhere. */
const silent = new Set(
  "feedbackInline feedbackBlock modalFeedback stylesheet simpleChoice simpleMatchSet simpleAssociableChoice gapText gapImg hotspotChoice associableHotspot inlineChoice".split(
    " ",
  ),
);
/** Interactions whose pictures are read apart from their text. */
const graphic = new Set(
  "hotspotInteraction selectPointInteraction graphicGapMatchInteraction positionObjectStage positionObjectInteraction".split(
    " ",
  ),
);
/** Elements of QTI that hold paragraphs. */
const holders = new Set(
  "prompt contentBody rubricBlock itemBody infoControl templateBlock gapMatchInteraction hottextInteraction choiceInteraction orderInteraction matchInteraction extendedTextInteraction sliderInteraction".split(
    " ",
  ),
);

// Letters of the private use area frame what must not be read as text; the converter itself uses others of that area.
const [opening, closing] = ["\ue000", "\ue001"];

/** Markdown of an element's content, blocks separated by empty lines. */
export function markdownOf(children: readonly Node[], context: TextContext): string {
  const kept: string[] = [];
  const nodes = children.flatMap((child) => prepared(child, context, kept));
  return markupToMarkdown(nodes, context).replace(/\ue000(\d+)\ue001/g, (_, at: string) => kept[Number(at)] ?? "");
}

/** A rubric for markers or tutors isn't part of what a learner reads. */
export function isForCandidates(element: Element): boolean {
  const view = attribute(element, "view");
  return element.name !== "rubricBlock" || view === "" || /\bcandidate\b/.test(view);
}

/** The node as XHTML without QTI. */
function prepared(node: Node, context: TextContext, kept: string[]): Node[] {
  if (typeof node === "string") return [node.replace(/[\ue000-\ue020]/g, "")];
  const replacement = context.replaced(node);
  if (replacement !== null) {
    kept.push(replacement);
    return [`${opening}${String(kept.length - 1)}${closing}`];
  }
  if (silent.has(node.name) || !isForCandidates(node)) return [];
  const children = graphic.has(node.name) ? childrenOf(node, "prompt", "positionObjectInteraction") : node.children;
  const inner = () => children.flatMap((child) => prepared(child, context, kept));
  if (graphic.has(node.name) || holders.has(node.name))
    return [{ name: "div", attributes: new Map(), children: inner() }];
  if (node.name === "object") return [object(node)];
  if (node.name === "printedVariable") {
    kept.push(`{${attribute(node, "identifier")}}`);
    return [`${opening}${String(kept.length - 1)}${closing}`];
  }
  return [{ ...node, children: inner() }];
}

/** A picture that is embedded as an object is a picture. */
function object(element: Element): Node {
  const address = attribute(element, "data");
  const isPicture = attribute(element, "type").startsWith("image/") || /\.(png|jpe?g|gif|webp)$/i.test(address);
  if (!isPicture) return element;
  return {
    name: "img",
    attributes: new Map([
      ["src", address],
      ["alt", plainText(element)],
    ]),
    children: [],
  };
}

/** Characters of Markdown that stand for themselves. */
export const escaped = escapeMarkdown;
