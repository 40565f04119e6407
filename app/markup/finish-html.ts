import type { Element, ElementContent, Nodes, Root } from "hast";
import type { LessonFault } from "./lesson-fault";
import { hasClass, textOf } from "./safe-html";
import { walk } from "./walk";

const errorColour = "#cc0000";

/** KaTeX's limits: no `\href`, no macro bombs, no huge boxes. MathML only, so that pages need none of its styles or fonts. */
export const mathsOptions = {
  output: "mathml",
  trust: false,
  maxExpand: 200,
  maxSize: 20,
  strict: "ignore",
  errorColor: errorColour,
} as const;

function childNamed(parent: Element, name: string): Element | undefined {
  const child = parent.children.find((candidate) => candidate.type === "element" && candidate.tagName === name);
  return child?.type === "element" ? child : undefined;
}

/** Leaves KaTeX's MathML alone: without its wrapper and without the TeX source, which screen readers would say twice. */
function bareMathml(wrapper: Element): void {
  const math = childNamed(wrapper, "math");
  if (math === undefined) return;
  const semantics = childNamed(math, "semantics");
  if (semantics !== undefined) {
    math.children = semantics.children.filter((child) => child.type !== "element" || child.tagName !== "annotation");
  }
  wrapper.tagName = math.tagName;
  wrapper.properties = math.properties;
  wrapper.children = math.children;
}

function isUpright(node: ElementContent | undefined): node is Element {
  return (
    node?.type === "element" &&
    node.tagName === "mi" &&
    node.properties["mathvariant"] === "normal" &&
    /^\p{L}+$/u.test(textOf(node))
  );
}

function upright(letters: string): Element {
  return {
    type: "element",
    tagName: "mi",
    properties: { mathvariant: "normal" },
    children: [{ type: "text", value: letters }],
  };
}

/** The base of an index, where it is an upright letter: the last letter of the word before it, as in CTDI with a low "vol". */
function uprightBase(node: ElementContent): { script: Element; base: Element } | null {
  if (node.type !== "element" || !["msub", "msup", "msubsup"].includes(node.tagName)) return null;
  const [base] = node.children;
  return isUpright(base) ? { script: node, base } : null;
}

/** Joins the letters of "mGy" and "CTDI", which KaTeX sets one by one: a screen reader says the word, not its letters. */
function joinWords(parent: Element): void {
  const joined: ElementContent[] = [];
  for (const child of parent.children) {
    const last = joined.at(-1);
    const scripted = uprightBase(child);
    if (isUpright(last) && isUpright(child)) {
      joined[joined.length - 1] = upright(textOf(last) + textOf(child));
    } else if (isUpright(last) && scripted !== null) {
      const base = upright(textOf(last) + textOf(scripted.base));
      joined[joined.length - 1] = { ...scripted.script, children: [base, ...scripted.script.children.slice(1)] };
    } else {
      joined.push(child);
    }
  }
  parent.children = joined;
}

/** Makes one formula's markup bare and whole. @returns what can't be read in it, if anything */
function finishFormula(node: Element): LessonFault | null {
  if (hasClass(node, "katex-error")) {
    node.tagName = "code";
    node.properties = {};
    return { code: "formula-unreadable", params: { formula: textOf(node) }, line: null };
  }
  if (hasClass(node, "katex")) bareMathml(node);
  // The style sheet sets letters in italics where they are not marked as upright: words such as "max" are.
  if (node.tagName === "mi" && /^\p{L}{2,}$/u.test(textOf(node))) node.properties["mathvariant"] = "normal";
  if (node.tagName === "mrow" || node.tagName === "math") joinWords(node);
  if (node.properties["mathcolor"] !== errorColour) return null;
  return { code: "formula-command", params: { command: textOf(node) }, line: null };
}

const punctuation = /^[)\]»”’,.;:!?]+/;

/** Keeps the comma after a formula on the formula's line: browsers may break before it. */
function keepPunctuation(parent: Element | Root): void {
  parent.children.forEach((child, index) => {
    const next = parent.children[index + 1];
    if (child.type !== "element" || child.tagName !== "math" || next?.type !== "text") return;
    const mark = punctuation.exec(next.value)?.[0];
    if (mark === undefined) return;
    next.value = next.value.slice(mark.length);
    const kept: ElementContent[] = [child, { type: "text", value: mark }];
    parent.children[index] = {
      type: "element",
      tagName: "span",
      properties: { className: ["nowrap"] },
      children: kept,
    };
  });
}

/**
 * The last step of every rendering: formulae become bare MathML, and no style or event handler leaves, whoever wrote it.
 * @returns the formulae that could not be read
 */
export function finishHtml(tree: Root): LessonFault[] {
  const faults: LessonFault[] = [];
  walk<Nodes>(tree, (node) => {
    if (node.type !== "element") return;
    const fault = finishFormula(node);
    if (fault !== null) faults.push(fault);
    node.properties = Object.fromEntries(
      Object.entries(node.properties).filter(([name]) => !/^(on|style$)/i.test(name)),
    );
  });
  walk<Nodes>(tree, (node) => {
    if (node.type === "root" || (node.type === "element" && node.tagName !== "span")) keepPunctuation(node);
  });
  return faults;
}
