import type { Element, ElementContent } from "hast";
import type { Nodes, Paragraph, Parents } from "mdast";
// These two add the nodes of directives and mathematics to Markdown's.
import type {} from "remark-directive";
import type {} from "remark-math";
import type { Options } from "remark-rehype";
import type { LessonFaultCode } from "./lesson-fault";
import type { LessonTexts } from "./lesson-texts";
import { element, setTable } from "./set-table";

type Handlers = NonNullable<Options["handlers"]>;
type State = Parameters<NonNullable<Handlers["paragraph"]>>[0];
type Node<Type extends Nodes["type"]> = Extract<Nodes, { type: Type }>;
type ContainerDirective = Node<"containerDirective">;

/** What the handlers of one rendering share. */
export interface LessonContext {
  readonly source: string;
  readonly texts: LessonTexts;
  /** Number of a reference in the order of first citation; null when the track has none of this id. */
  readonly cite: (id: string) => number | null;
  readonly report: (node: Nodes, code: LessonFaultCode, params?: Readonly<Record<string, string>>) => void;
}

/** Content of a node, line breaks between blocks left out: they would be text in a grid. */
function blocks(state: State, node: Parents): ElementContent[] {
  return state.all(node).filter((child) => child.type !== "text" || child.value.trim() !== "");
}

function takeLabel(node: ContainerDirective): { label: Paragraph | null; body: ContainerDirective } {
  const [first, ...rest] = node.children;
  if (first?.type !== "paragraph" || first.data?.directiveLabel !== true) return { label: null, body: node };
  return { label: first, body: { ...node, children: rest } };
}

/** The paragraph's own content where it is the only block; the blocks otherwise. */
function unwrapOnly(content: ElementContent[]): ElementContent[] {
  const [only] = content;
  return content.length === 1 && only?.type === "element" && only.tagName === "p" ? only.children : content;
}

function figure(state: State, node: ContainerDirective, context: LessonContext): Element {
  const [drawing, picture, alt] = ["drawing", "picture", "alt"].map((name) => attributeOf(node, name)) as [
    string,
    string,
    string,
  ];
  const caption = unwrapOnly(blocks(state, node));
  const name = drawing === "" ? picture : drawing;
  if (name === "") context.report(node, "figure-no-drawing");
  if (alt === "") context.report(node, "figure-no-alt", { drawing: name });
  if (caption.length === 0) context.report(node, "figure-no-caption", { drawing: name });
  const properties = { dataDrawing: drawing, dataAlt: alt };
  const figcaption = element("figcaption", {}, caption);
  if (drawing !== "" || picture === "") return element("figure", properties, [figcaption]);
  const [source, permission] = ["source", "permission"].map((key) => attributeOf(node, key)) as [string, string];
  if (source === "") context.report(node, "picture-no-source", { picture });
  if (permission === "") context.report(node, "picture-no-permission", { picture });
  if (attributeOf(node, "patient") !== "none") context.report(node, "picture-patient", { picture });
  return element("figure", { ...properties, dataPicture: picture, dataSource: source, dataPermission: permission }, [
    figcaption,
  ]);
}

function attributeOf(node: ContainerDirective, name: string): string {
  return node.attributes?.[name]?.trim() ?? "";
}

function table(state: State, node: ContainerDirective, context: LessonContext): Element {
  const { label, body } = takeLabel(node);
  if (label === null) context.report(node, "table-no-caption");
  const content = blocks(state, body);
  const found = content.find((child) => child.type === "element" && child.tagName === "table");
  if (found?.type !== "element") {
    context.report(node, "table-empty");
    return element("div", {}, content);
  }
  return setTable(
    found,
    label === null ? [] : state.all(label),
    content.filter((child) => child !== found),
  );
}

function callOut(state: State, node: ContainerDirective, context: LessonContext): Element {
  const { label, body } = takeLabel(node);
  if (label === null) context.report(node, "call-out-no-title", { name: node.name });
  const title = label === null ? [] : [element("p", { className: ["title"] }, state.all(label))];
  const content = blocks(state, body);
  if (node.name !== "rad") {
    return element("div", { className: node.name === "care" ? ["note", "care"] : ["note"], role: "note" }, [
      ...title,
      ...content,
    ]);
  }
  return element("aside", { className: ["rad"], ariaLabel: context.texts.radiationNote }, [
    ...title,
    element("div", {}, content),
  ]);
}

function container(state: State, node: ContainerDirective, context: LessonContext): Element {
  switch (node.name) {
    case "figure":
      return figure(state, node, context);
    case "table":
      return table(state, node, context);
    case "rad":
    case "note":
    case "care":
      return callOut(state, node, context);
    default:
      context.report(node, "block-unknown", { name: node.name });
      return element("div", {}, blocks(state, node));
  }
}

/** The text as it was typed: "16:30" or "ratio 1:b" are no directives. */
function asTyped(node: Nodes, source: string): string {
  return source.slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

function inlineDirective(state: State, node: Node<"textDirective">, context: LessonContext): ElementContent {
  if (node.name !== "ref") return { type: "text", value: asTyped(node, context.source) };
  const id = state
    .all(node)
    .map((child) => (child.type === "text" ? child.value : ""))
    .join("");
  const number = context.cite(id);
  if (number === null) {
    context.report(node, "reference-unknown", { id });
    return { type: "text", value: asTyped(node, context.source) };
  }
  const before = element("span", { className: ["vh"] }, [{ type: "text", value: `${context.texts.source} ` }]);
  return element("a", { href: `#source-${id}`, className: ["ref"] }, [before, { type: "text", value: String(number) }]);
}

/** Formulae that `\qquad` sets side by side are formulae of their own, so that they can stand one below the other on a narrow screen. */
function formula(value: string): Element {
  const parts = splitSideBySide(value).map((part) =>
    element("code", { className: ["language-math", "math-display"] }, [{ type: "text", value: part }]),
  );
  return element("div", { className: ["formula"], role: "group" }, [element("span", { tabIndex: 0 }, parts)]);
}

function splitSideBySide(value: string): string[] {
  const parts = value.split(/\\qquad\b/).map((part) => part.trim());
  const isWhole = (part: string) =>
    part !== "" &&
    (part.match(/\{/g) ?? []).length === (part.match(/\}/g) ?? []).length &&
    !/\\(left|begin)\b/.test(part);
  return parts.every(isWhole) ? parts : [value];
}

/** `$$ … $$` alone on its line is a formula of its own, though Markdown takes it for a paragraph with a formula in it. */
function formulaIn(node: Paragraph, source: string): string | null {
  const [only] = node.children;
  if (node.children.length !== 1 || only?.type !== "inlineMath") return null;
  return asTyped(only, source).startsWith("$$") ? only.value : null;
}

/** How a lesson's Markdown becomes HTML where it differs from plain Markdown. */
export function lessonHandlers(context: LessonContext): Handlers {
  return {
    containerDirective: (state: State, node: ContainerDirective) => container(state, node, context),
    leafDirective: (_: State, node: Node<"leafDirective">) =>
      element("p", {}, [{ type: "text", value: asTyped(node, context.source) }]),
    textDirective: (state: State, node: Node<"textDirective">) => inlineDirective(state, node, context),
    math: (_: State, node: Node<"math">) => formula(node.value),
    inlineMath: (_: State, node: Node<"inlineMath">) =>
      element("code", { className: ["language-math", "math-inline"] }, [{ type: "text", value: node.value }]),
    paragraph: (state: State, node: Paragraph) => {
      const alone = formulaIn(node, context.source);
      return alone === null ? element("p", {}, state.all(node)) : formula(alone);
    },
    html: (_: State, node: Nodes) => {
      context.report(node, "html-hidden");
      return undefined;
    },
  };
}
