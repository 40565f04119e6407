/**
 * Every loader and action of app/routes, and every Express handler of server/, begins with a guard. Guards are the
 * functions named here, imported from where they live: a local function with a promising name proves nothing.
 * Sizes are checked on the way, because a long loader hides a query.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import ts from "typescript";

const guardHomes = {
  "app/auth/viewer.server": ["requireViewer", "requireSession", "requireVisitor", "requireSiteAdmin", "requireSocietyRole"],
  "app/auth/reader.server": ["readerOf"],
  "app/platform/http.server": ["openToAll"],
};
/** Gives the viewer or null, so a handler that begins with it must look at null next. */
const nullableGuard = { home: "app/auth/viewer.server", name: "readViewer" };
const budget = { loader: 20, action: 35, default: 80 };
const expressMethods = new Set(["get", "post", "put", "patch", "delete", "head", "options", "all"]);

const findings = [];
const say = (file, message) => findings.push(`${file}: ${message}`);

const walk = (folder) =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
        entry.isDirectory() ? walk(path.posix.join(folder, entry.name)) : [path.posix.join(folder, entry.name)],
      )
    : [];

function parse(file) {
  return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true);
}

/** Names that this file imports, under their own name, from where guards live. */
function importedGuards(source, file) {
  const found = { guards: new Set(), nullable: false };
  for (const statement of source.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const { text } = statement.moduleSpecifier;
    const home = text.startsWith(".") ? path.posix.join(path.posix.dirname(file), text).replace(/\.ts$/, "") : text;
    const names = statement.importClause?.namedBindings;
    if (names === undefined || !ts.isNamedImports(names) || statement.importClause?.isTypeOnly) continue;
    for (const name of names.elements.filter((element) => element.propertyName === undefined)) {
      if (guardHomes[home]?.includes(name.name.text)) found.guards.add(name.name.text);
      if (home === nullableGuard.home && name.name.text === nullableGuard.name) found.nullable = true;
    }
  }
  return found;
}

/** `guard(…)`, `await guard(…)`, `const x = await guard(…)`: the called name, or null. */
function calledName(statement) {
  if (statement === undefined) return null;
  let expression = null;
  if (ts.isExpressionStatement(statement)) expression = statement.expression;
  if (ts.isReturnStatement(statement)) expression = statement.expression ?? null;
  if (ts.isVariableStatement(statement) && statement.declarationList.declarations.length === 1) {
    expression = statement.declarationList.declarations[0]?.initializer ?? null;
  }
  if (expression !== null && ts.isAwaitExpression(expression)) expression = expression.expression;
  return expression !== null && ts.isCallExpression(expression) && ts.isIdentifier(expression.expression)
    ? expression.expression.text
    : null;
}

const linesOf = (source, node) =>
  source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

// ---------- Remix routes ----------

const watched = new Set(["loader", "action"]);

function checkExportedFunction(source, file, statement, guards) {
  const modifiers = (ts.getModifiers(statement) ?? []).map((modifier) => modifier.kind);
  if (!modifiers.includes(ts.SyntaxKind.ExportKeyword)) return;
  const name = modifiers.includes(ts.SyntaxKind.DefaultKeyword) ? "default" : statement.name?.text;
  const lines = linesOf(source, statement);
  if (name in budget && lines > budget[name]) say(file, `${name} has ${lines} lines, budget ${budget[name]}`);
  if (!watched.has(name)) return;
  const first = calledName(statement.body?.statements[0]);
  if (first === null || !guards.has(first)) {
    say(file, `${name} must start with a guard imported from ${Object.keys(guardHomes).join(", ")}`);
  }
}

/** Forms of export that hide what a loader or action begins with. */
function checkOtherExports(file, statement) {
  const form = "must be written as `export async function` in this file";
  if (ts.isVariableStatement(statement) && statement.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword)) {
    for (const declaration of statement.declarationList.declarations) {
      const names = ts.isIdentifier(declaration.name)
        ? [declaration.name.text]
        : declaration.name.elements.map((element) => (element.name ? element.name.getText() : ""));
      for (const name of names.filter((n) => watched.has(n))) say(file, `${name} ${form}`);
    }
  }
  if (!ts.isExportDeclaration(statement)) return;
  if (statement.exportClause === undefined) say(file, `export * may carry a loader: name what is exported`);
  else if (ts.isNamedExports(statement.exportClause)) {
    for (const { name } of statement.exportClause.elements) if (watched.has(name.text)) say(file, `${name.text} ${form}`);
  }
}

const routeFiles = walk("app/routes").filter((file) => /\.tsx?$/.test(file));
for (const file of [...routeFiles, "app/root.tsx"]) {
  const source = parse(file);
  const { guards } = importedGuards(source, file);
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement)) checkExportedFunction(source, file, statement, guards);
    else checkOtherExports(file, statement);
  }
}

const registered = readFileSync("app/routes.ts", "utf8");
for (const file of routeFiles) {
  if (!registered.includes(`"${file.slice("app/".length)}"`)) say(file, "is no route: app/routes.ts does not name it");
}

// ---------- Express handlers ----------

const isFunction = (node) => ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** Functions of the file by name, declared or held by a const. */
function localFunctions(source) {
  const found = new Map();
  const visit = (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, node);
    if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer && isFunction(node.initializer)) {
      found.set(node.name.text, node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** True when the function begins with a guard, itself or in the one local function that it hands the request to. */
function beginsGuarded(node, file, seen = new Set()) {
  if (seen.has(node)) return false;
  seen.add(node);
  const statements = ts.isBlock(node.body) ? node.body.statements : [ts.factory.createExpressionStatement(node.body)];
  const [first, second] = statements;
  const name = calledName(first);
  if (name !== null && file.imported.guards.has(name)) return true;
  if (name === nullableGuard.name && file.imported.nullable) {
    return second !== undefined && ts.isIfStatement(second) && / === null/.test(second.expression.getText());
  }
  if (first === undefined || ts.isIfStatement(first)) return false;
  return callsIn(first).some((called) => file.functions.has(called) && beginsGuarded(file.functions.get(called), file, seen));
}

/** Names called in a statement, not inside functions that it makes. */
function callsIn(statement) {
  const names = [];
  const visit = (node) => {
    if (isFunction(node)) return;
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) names.push(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(statement);
  return names;
}

function handlersOf(argument, functions) {
  if (isFunction(argument)) return [argument];
  if (ts.isIdentifier(argument) && functions.has(argument.text)) return [functions.get(argument.text)];
  if (ts.isCallExpression(argument)) return argument.arguments.flatMap((inner) => handlersOf(inner, functions));
  return [];
}

function checkExpressFile(name) {
  const source = parse(name);
  const file = { imported: importedGuards(source, name), functions: localFunctions(source) };
  const visit = (node) => {
    if (isRegistration(node)) {
      const where = `${node.expression.name.text} ${node.arguments[0]?.getText() ?? ""}`;
      const handlers = node.arguments.slice(1).flatMap((argument) => handlersOf(argument, file.functions));
      if (handlers.length === 0) say(name, `${where}: its handler must be a function of this file`);
      else if (!handlers.some((handler) => beginsGuarded(handler, file))) {
        say(name, `${where}: its handler must start with a guard, with openToAll, or with readViewer and a look at null`);
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
}

/** `router.get("/path", handler)`. A handler from createRequestHandler is Remix itself, whose loaders are checked above. */
function isRegistration(node) {
  return (
    ts.isCallExpression(node) &&
    ts.isPropertyAccessExpression(node.expression) &&
    expressMethods.has(node.expression.name.text) &&
    /(^app|router)$/i.test(node.expression.expression.getText()) &&
    node.arguments.length >= 2 &&
    !node.arguments[1].getText().startsWith("createRequestHandler(")
  );
}

for (const file of walk("server").filter((f) => f.endsWith(".ts") && !f.endsWith(".test.ts"))) checkExpressFile(file);

for (const finding of findings) console.log(finding);
console.log(findings.length === 0 ? `${routeFiles.length} routes in order` : `${findings.length} findings`);
process.exit(findings.length === 0 ? 0 : 1);
