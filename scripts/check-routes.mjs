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
  "app/auth/viewer.server": ["requireViewer", "requireVisitor", "requireSiteAdmin", "requireSocietyRole"],
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

/** `"app/platform/http.server"` for "../platform/http.server" seen from a route. */
function homeOf(specifier, file) {
  const { text } = specifier;
  return text.startsWith(".") ? path.posix.join(path.posix.dirname(file), text).replace(/\.ts$/, "") : text;
}

/** Values that a file imports under their own name: `{ name, home }`. */
function importsOf(source, file) {
  return source.statements.filter(ts.isImportDeclaration).flatMap((statement) => {
    const names = statement.importClause?.namedBindings;
    if (names === undefined || !ts.isNamedImports(names) || statement.importClause.isTypeOnly) return [];
    const home = homeOf(statement.moduleSpecifier, file);
    return names.elements.filter((e) => e.propertyName === undefined).map((e) => ({ name: e.name.text, home }));
  });
}

/** Guards that this file imports from where guards live. */
function importedGuards(source, file) {
  const imports = importsOf(source, file);
  return {
    guards: new Set(imports.filter(({ name, home }) => guardHomes[home]?.includes(name)).map(({ name }) => name)),
    nullable: imports.some(({ name, home }) => name === nullableGuard.name && home === nullableGuard.home),
  };
}

/** What a statement computes: the expression of `f()`, `return f()`, `const x = f()`. */
function expressionOf(statement) {
  if (ts.isExpressionStatement(statement) || ts.isReturnStatement(statement)) return statement.expression;
  const declarations = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
  return declarations.length === 1 ? declarations[0].initializer : undefined;
}

/** `guard(…)`, `await guard(…)`, `const x = await guard(…)`: the called name, or null. */
function calledName(statement) {
  const whole = statement && expressionOf(statement);
  const call = whole && ts.isAwaitExpression(whole) ? whole.expression : whole;
  return call && ts.isCallExpression(call) && ts.isIdentifier(call.expression) ? call.expression.text : null;
}

const linesOf = (source, node) =>
  source.getLineAndCharacterOfPosition(node.end).line - source.getLineAndCharacterOfPosition(node.getStart()).line + 1;

// ---------- Remix routes ----------

const watched = new Set(["loader", "action"]);

const isExported = (node) => node.modifiers?.some((m) => m.kind === ts.SyntaxKind.ExportKeyword) ?? false;
const isDefault = (node) => node.modifiers?.some((m) => m.kind === ts.SyntaxKind.DefaultKeyword) ?? false;

function checkExportedFunction(source, file, statement, guards) {
  if (!isExported(statement)) return;
  const name = isDefault(statement) ? "default" : statement.name?.text;
  const lines = linesOf(source, statement);
  if (name in budget && lines > budget[name]) say(file, `${name} has ${lines} lines, budget ${budget[name]}`);
  if (watched.has(name) && !guards.has(calledName(statement.body?.statements[0]))) {
    say(file, `${name} must start with a guard imported from ${Object.keys(guardHomes).join(", ")}`);
  }
}

/** Names that `export const …` and `export { … }` give away. */
function otherExports(statement) {
  if (ts.isVariableStatement(statement) && isExported(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) =>
      ts.isIdentifier(name) ? [name.text] : name.elements.map((element) => element.name?.getText() ?? ""),
    );
  }
  const clause = ts.isExportDeclaration(statement) ? statement.exportClause : undefined;
  return clause !== undefined && ts.isNamedExports(clause) ? clause.elements.map(({ name }) => name.text) : [];
}

/** Forms of export that hide what a loader or action begins with. */
function checkOtherExports(file, statement) {
  for (const name of otherExports(statement).filter((n) => watched.has(n))) {
    say(file, `${name} must be written as \`export async function\` in this file`);
  }
  if (ts.isExportDeclaration(statement) && statement.exportClause === undefined) {
    say(file, "export * may carry a loader: name what is exported");
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

const isFunction = (node) =>
  ts.isArrowFunction(node) || ts.isFunctionExpression(node) || ts.isFunctionDeclaration(node);

/** Functions of the file by name, declared or held by a const. */
function localFunctions(source) {
  const found = new Map();
  const visit = (node) => {
    if (ts.isFunctionDeclaration(node) && node.name) found.set(node.name.text, node);
    if (
      ts.isVariableDeclaration(node) &&
      ts.isIdentifier(node.name) &&
      node.initializer &&
      isFunction(node.initializer)
    ) {
      found.set(node.name.text, node.initializer);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** `const viewer = await readViewer(…); if (viewer === null) …` */
function looksAtNull([first, second]) {
  const isRead = calledName(first) === nullableGuard.name;
  return isRead && second !== undefined && ts.isIfStatement(second) && / === null/.test(second.expression.getText());
}

/** True when the function begins with a guard, itself or in the one local function that it hands the request to. */
function beginsGuarded(node, file, seen = new Set()) {
  if (seen.has(node)) return false;
  seen.add(node);
  const statements = ts.isBlock(node.body) ? node.body.statements : [ts.factory.createExpressionStatement(node.body)];
  const [first] = statements;
  if (first === undefined) return false;
  if (file.imported.guards.has(calledName(first))) return true;
  if (file.imported.nullable && looksAtNull(statements)) return true;
  if (ts.isIfStatement(first)) return false;
  const called = callsIn(first).filter((name) => file.functions.has(name));
  return called.some((name) => beginsGuarded(file.functions.get(name), file, seen));
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
        say(
          name,
          `${where}: its handler must start with a guard, with openToAll, or with readViewer and a look at null`,
        );
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
