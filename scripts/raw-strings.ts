import ts from "typescript";

/** Attributes whose value a person reads or hears. */
const spoken = new Set(["aria-label", "aria-description", "aria-roledescription", "aria-valuetext", "title", "alt", "placeholder", "label"]);
/** Signs that every language writes the same. */
const universal = /\b(UTC|PDF)\b/g;
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
    if (ts.isJsxAttribute(node) && spoken.has(node.name.getText()) && node.initializer !== undefined) sayEach(node.initializer, say);
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
  for (let parent: ts.Node | undefined = node.parent; parent !== undefined; parent = parent.parent) {
    const name = ts.isVariableDeclaration(parent) || ts.isFunctionDeclaration(parent) ? parent.name?.getText() : undefined;
    if (name === "meta") return true;
  }
  return false;
}

/** Literals that become the value: through conditions, `??`, `&&`, `+` and templates, not through calls. */
function sayEach(node: ts.Node, say: (node: ts.Node, text: string) => void): void {
  if (ts.isStringLiteralLike(node)) {
    if (hasLetters(node.text)) say(node, node.text);
  } else if (ts.isTemplateExpression(node)) {
    const words = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(" ");
    if (hasLetters(words)) say(node, words);
  } else if (ts.isConditionalExpression(node)) {
    sayEach(node.whenTrue, say);
    sayEach(node.whenFalse, say);
  } else if (ts.isBinaryExpression(node)) {
    if (!isComparison(node.operatorToken.kind)) sayEach(node.left, say);
    if (!isComparison(node.operatorToken.kind)) sayEach(node.right, say);
  } else if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) {
    if (node.expression !== undefined) sayEach(node.expression, say);
  }
}

function isComparison(kind: ts.SyntaxKind): boolean {
  return kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken;
}
