import ts from "typescript";

/** Attributes whose value a person reads or hears. */
const spoken = new Set([
  "aria-label",
  "aria-description",
  "aria-roledescription",
  "aria-valuetext",
  "title",
  "alt",
  "placeholder",
  "label",
]);
/** Signs that every language writes the same. */
const universal = /\b(UTC|PDF|mm Al|L)\b/g;
const hasLetters = (text: string) => /\p{L}/u.test(text.replace(universal, ""));

/** Words of a component that stand in the code instead of the catalogue: `file:line "words"`. */
export function findRawStrings(file: string, content: string): string[] {
  const source = ts.createSourceFile(file, content, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const findings: string[] = [];
  const say = (node: ts.Node, text: string) => {
    const line = source.getLineAndCharacterOfPosition(node.getStart()).line + 1;
    findings.push(`${file}:${String(line)} "${text.trim().replace(/\s+/g, " ").slice(0, 60)}"`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasLetters(node.text)) say(node, node.text);
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer !== undefined)
      sayEach(node.initializer, say);
    if (ts.isJsxExpression(node) && isChild(node)) sayEach(node, say);
    if (isTitleOfMeta(node)) sayEach(node.initializer, say);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return [...new Set(findings)];
}

const isChild = (node: ts.JsxExpression) => ts.isJsxElement(node.parent) || ts.isJsxFragment(node.parent);

/** `{ title: "…" }` in a route's `meta`. */
function isTitleOfMeta(node: ts.Node): node is ts.PropertyAssignment {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== "title") return false;
  return ts.findAncestor(node, isMeta) !== undefined;
}

function isMeta(node: ts.Node): boolean {
  return (ts.isVariableDeclaration(node) || ts.isFunctionDeclaration(node)) && node.name?.getText() === "meta";
}

/** The parts that become the value: through conditions, `??`, `&&`, `+`, not through comparisons and calls. */
function partsOf(node: ts.Node): ts.Node[] {
  if (ts.isConditionalExpression(node)) return [node.whenTrue, node.whenFalse];
  if (ts.isBinaryExpression(node)) return isComparison(node.operatorToken.kind) ? [] : [node.left, node.right];
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node))
    return node.expression === undefined ? [] : [node.expression];
  return [];
}

function wordsOf(node: ts.Node): string {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node))
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
  return "";
}

function sayEach(node: ts.Node, say: (node: ts.Node, text: string) => void): void {
  const words = wordsOf(node);
  if (hasLetters(words)) say(node, words);
  for (const part of partsOf(node)) sayEach(part, say);
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}
