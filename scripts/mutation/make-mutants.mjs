/** Makes mutants of a source file: the file with one rule changed, as a slip of the hand would. */
import ts from "typescript";

const Kind = ts.SyntaxKind;

const otherOperators = new Map([
  [Kind.LessThanToken, ["<=", ">="]],
  [Kind.LessThanEqualsToken, ["<", ">"]],
  [Kind.GreaterThanToken, [">=", "<="]],
  [Kind.GreaterThanEqualsToken, [">", "<"]],
  [Kind.EqualsEqualsEqualsToken, ["!=="]],
  [Kind.ExclamationEqualsEqualsToken, ["==="]],
  [Kind.PlusToken, ["-"]],
  [Kind.MinusToken, ["+"]],
  [Kind.AsteriskToken, ["/"]],
  [Kind.SlashToken, ["*"]],
  [Kind.PlusEqualsToken, ["-="]],
  [Kind.MinusEqualsToken, ["+="]],
  [Kind.AmpersandAmpersandToken, ["||"]],
  [Kind.BarBarToken, ["&&"]],
]);
const otherMethods = new Map([
  ["some", "every"],
  ["every", "some"],
  ["min", "max"],
  ["max", "min"],
]);

/** Joins text: minus would only make NaN of it. */
const isText = (node) =>
  ts.isStringLiteralLike(node) ||
  ts.isTemplateExpression(node) ||
  (ts.isBinaryExpression(node) && (isText(node.left) || isText(node.right)));

/** Types say nothing at run time, and what an error says is no rule. */
const isSkipped = (node) =>
  ts.isTypeNode(node) ||
  ts.isInterfaceDeclaration(node) ||
  ts.isTypeAliasDeclaration(node) ||
  ts.isImportDeclaration(node) ||
  ts.isThrowStatement(node);

function ofBinary(node) {
  if (node.operatorToken.kind === Kind.PlusToken && isText(node)) return [];
  return (otherOperators.get(node.operatorToken.kind) ?? []).map((text) => ({
    at: node.operatorToken,
    text,
    shown: node,
  }));
}

function ofNumber(node) {
  const isName = ts.isPropertyAssignment(node.parent) && node.parent.name === node;
  if (isName) return [];
  const value = Number(node.text);
  const others = value === 0 ? [1] : [value - 1, value + 1];
  return others.map((other) => ({ at: node, text: String(other), shown: node.parent }));
}

function ofCall(node) {
  if (!ts.isPropertyAccessExpression(node.expression)) return [];
  const method = node.expression.name;
  const other = otherMethods.get(method.text);
  return other === undefined ? [] : [{ at: method, text: other, shown: node }];
}

/** Answers that end a request by throwing: see app/platform/http.server.ts. */
const endings = new Set(["notFound", "forbidden", "badRequest"]);
const endsRequest = (statement) =>
  ts.isExpressionStatement(statement) &&
  ts.isCallExpression(statement.expression) &&
  endings.has(statement.expression.expression.getText());

function leaves(statement) {
  const only = ts.isBlock(statement) && statement.statements.length === 1 ? statement.statements[0] : statement;
  const jumps = ts.isReturnStatement(only) || ts.isContinueStatement(only) || ts.isBreakStatement(only);
  return jumps || ts.isThrowStatement(only) || endsRequest(only);
}

function ofIf(node) {
  const isEarlyLeave = node.elseStatement === undefined && leaves(node.thenStatement);
  return isEarlyLeave ? [{ at: node, text: ";", shown: node }] : [];
}

function ofPrefix(node) {
  if (node.operator !== Kind.ExclamationToken) return [];
  return [{ at: node, text: ` ${node.operand.getText()}`, shown: node }];
}

const changesByKind = new Map([
  [Kind.BinaryExpression, ofBinary],
  [Kind.NumericLiteral, ofNumber],
  [Kind.CallExpression, ofCall],
  [Kind.IfStatement, ofIf],
  [Kind.PrefixUnaryExpression, ofPrefix],
  [Kind.TrueKeyword, (node) => [{ at: node, text: "false", shown: node.parent }]],
  [Kind.FalseKeyword, (node) => [{ at: node, text: "true", shown: node.parent }]],
]);

const oneLine = (text) => text.replace(/\s+/g, " ").trim();

/**
 * All mutants of a source, in the order of the file. The same source gives the same mutants.
 * @param {string} file its name, for the parser
 * @param {string} source
 * @returns {{line: number, before: string, after: string, source: string}[]} `source` is the whole mutated file;
 *   `before` and `after` show the change on one line
 */
export function makeMutants(file, source) {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TSX);
  const mutants = [];
  const add = ({ at, text, shown }) => {
    const [start, end] = [at.getStart(tree), at.getEnd()];
    mutants.push({
      line: tree.getLineAndCharacterOfPosition(start).line + 1,
      before: oneLine(source.slice(shown.getStart(tree), shown.getEnd())),
      after: oneLine(source.slice(shown.getStart(tree), start) + text + source.slice(end, shown.getEnd())),
      source: source.slice(0, start) + text + source.slice(end),
    });
  };
  const visit = (node) => {
    if (isSkipped(node)) return;
    for (const change of changesByKind.get(node.kind)?.(node) ?? []) add(change);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return mutants;
}

/**
 * Some of the mutants, in the order of the file; always the same ones for the same seed.
 * @template T
 * @param {readonly T[]} mutants
 * @param {number} limit
 * @param {number} seed a whole number
 * @returns {T[]}
 */
export function sample(mutants, limit, seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    return (mixed ^ (mixed >>> 16)) >>> 0;
  };
  return mutants
    .map((mutant, index) => ({ mutant, index, lot: next() }))
    .sort((a, b) => a.lot - b.lot)
    .slice(0, limit)
    .sort((a, b) => a.index - b.index)
    .map(({ mutant }) => mutant);
}
