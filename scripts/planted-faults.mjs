/**
 * One fault for each rule of each checker. `file` is written into a copy of the tree, `checker` is run there and must
 * fail with words that match `says`. With `edit` a file that exists is changed instead. Faults of one checker are
 * planted together as long as they are in different files.
 */
const route = (name, body) => ({ file: `app/routes/${name}.tsx`, body });

const depcruise = [
  "import rules",
  "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
  "app",
  "server",
  "quizzes",
];
const stack = ["stack", "scripts/check-stack.mjs"];
const leaks = ["leaks", "node_modules/tsx/dist/cli.mjs", "scripts/check-leak.ts"];
const routes = ["routes", "scripts/check-routes.mjs"];
const texts = ["texts", "node_modules/tsx/dist/cli.mjs", "scripts/check-i18n.ts"];
const content = ["content", "node_modules/tsx/dist/cli.mjs", "scripts/check-content.ts"];
/** Tests that are guards of the whole, each with the part of the tree that it must notice a fault in. */
const guards = [
  "guards",
  "node_modules/vitest/vitest.mjs",
  "run",
  "tests/routes/society-rights.test.ts",
  "tests/routes/site-rights.test.ts",
  "app/courses/rebuild-progress.server.test.ts",
  // A busy machine is no missed fault.
  "--testTimeout=60000",
  "--testNamePattern=sees of a society|who may see what|what the commands wrote",
];
const lint = ["lint", "node_modules/eslint/bin/eslint.js"];

const imports = (rule, file, body) => ({
  checker: depcruise,
  file,
  body,
  says: new RegExp(`${rule}: ${file.replaceAll(".", "\\.")}`),
});
const unguarded = (name, body, says) => ({
  checker: routes,
  ...route(name, body),
  says: new RegExp(`${name}.*${says}`),
});
let lintedFiles = 0;
/** Each gets a file of its own; what ESLint says of it stands in the paragraph under its name. */
function linted(name, body, rule) {
  const [base, extension] = name.split(".");
  const file = `${base}-${++lintedFiles}.${extension}`;
  return {
    checker: lint,
    argument: file,
    file,
    body,
    says: new RegExp(`${file.replaceAll(".", "\\.")}\n(?:.+\n)*?.*${rule.source}`),
  };
}

export const plantedFaults = [
  // import rules
  imports("no-upward-from-platform", "app/platform/planted.server.ts", 'import "../courses/manifest";'),
  imports("no-upward-from-assessments", "app/assessments/planted.ts", 'import "../courses/manifest";'),
  imports("engine-is-pure", "quizzes/engine/planted.ts", 'import "node:fs";'),
  imports("quizzes-stand-alone", "quizzes/planted.ts", 'import "../app/platform/invariant";'),
  imports("banks-never-bundled", "app/authoring/planted.ts", 'import "../../quizzes/banks/ct-orientation/bank.json";'),
  imports("engine-by-its-users", "app/certificates/planted.ts", 'import "../../quizzes/engine/mark";'),
  imports("routes-never-query", "app/routes/planted.tsx", 'import "../platform/db.server";'),
  imports("client-in-platform-only", "app/courses/planted.server.ts", 'import "../platform/prisma-client/client";'),
  imports("vendor-lucia", "app/accounts/planted.server.ts", 'import "lucia";'),
  imports("vendor-nodemailer", "app/accounts/planted.server.ts", 'import "nodemailer";'),
  imports("vendor--myriaddreamin-", "app/courses/planted.server.ts", 'import "@myriaddreamin/typst-ts-node-compiler";'),
  imports("ui-knows-no-server", "app/ui/planted.tsx", 'import "../i18n/all-messages.server";'),
  imports("islands-are-plain", "app/islands/planted.ts", 'import "react";'),
  imports("subfolders-are-private", "app/certificates/planted.ts", 'import "../courses/components/outline";'),
  imports("webinars-and-assessments-apart", "app/webinars/planted.ts", 'import "../assessments/sitting";'),
  imports("known-folders", "app/helpers/planted.ts", 'import "../platform/invariant";'),
  imports("tests-stay-outside", "app/courses/planted.ts", 'import "../../tests/support/questions";'),
  imports("found", "app/courses/planted.ts", 'import "./nothing-of-this-name";'),
  {
    checker: depcruise,
    file: "app/ui/planted.ts",
    body: 'import "./planted-too";',
    also: { "app/ui/planted-too.ts": 'import "./planted";' },
    says: /no-cycles: app\/ui\/planted/,
  },

  // guards
  unguarded("planted-bare", "export async function loader() { return null; }", "loader must start with a guard"),
  unguarded(
    "planted-local",
    "async function requireViewer(args) { return args; }\nexport async function loader(args) { await requireViewer(args); return null; }",
    "loader must start with a guard",
  ),
  unguarded(
    "planted-elsewhere",
    'import { requireViewer } from "../courses/manifest";\nexport async function action(args) { await requireViewer(args); return null; }',
    "action must start with a guard",
  ),
  unguarded(
    "planted-late",
    'import { openToAll } from "../platform/http.server";\nexport async function loader(args) { const a = 1; openToAll(args); return a; }',
    "loader must start with a guard",
  ),
  unguarded("planted-arrow", "export const loader = async () => null;", "loader must be written as"),
  unguarded("planted-reexport", 'export { loader } from "./home";', "loader must be written as"),
  unguarded("planted-renamed", "const mine = () => null;\nexport { mine as action };", "action must be written as"),
  unguarded("planted-star", 'export * from "./home";', "may carry a loader"),
  unguarded(
    "planted-long",
    `import { openToAll } from "../platform/http.server";\nexport async function loader(args) {\n  openToAll(args);\n${"  args.toString();\n".repeat(30)}}`,
    "loader has 33 lines",
  ),
  unguarded(
    "planted-page",
    `export default function Page() {\n${"  // a line\n".repeat(90)}  return null;\n}`,
    "default has 93 lines",
  ),
  unguarded("planted-lost", "export default function Page() { return null; }", "is no route"),
  {
    checker: routes,
    file: "server/planted.ts",
    body: 'import { Router } from "express";\nconst router = Router();\nrouter.post("/planted", (_request, response) => { response.end(); });\n',
    says: /server\/planted\.ts: post "\/planted"/,
  },
  {
    checker: routes,
    file: "server/planted.ts",
    body:
      'import { Router } from "express";\nimport { readViewer } from "../app/auth/viewer.server";\nconst router = Router();\n' +
      'router.get("/planted", async (request, response) => { const viewer = await readViewer(null); response.end(viewer.name); });\n',
    says: /server\/planted\.ts: get "\/planted"/,
  },

  // texts
  {
    checker: texts,
    ...route("planted", "export default function P() { return <p>Hello</p>; }"),
    says: /planted\.tsx:1 "Hello"/,
  },
  {
    checker: texts,
    file: "app/ui/planted.tsx",
    body: 'export const P = () => <button aria-label="Close" />;',
    says: /planted\.tsx:1 "Close"/,
  },
  ...["app/authoring/banks/components/planted.tsx", "app/courses/planted.tsx"].map((file) => ({
    checker: texts,
    file,
    body: "export const P = () => <p>Words in the code</p>;",
    says: new RegExp(`${file.replaceAll(".", "\\.")}:1 "Words in the code"`),
  })),
  {
    checker: texts,
    file: "app/i18n/messages/en/planted.json",
    body: '{ "hello": "Hello" }',
    says: /de\/planted\.json is missing/,
  },
  {
    checker: texts,
    file: "app/i18n/messages/fr/planted-too.json",
    body: '{ "hello": "Bonjour" }',
    says: /fr\/planted-too\.json has no English file/,
  },

  // lint
  linted("app/courses/planted.ts", "export const a = process.env;", /Settings are read once/),
  linted("app/courses/planted.ts", "export const a = new Date();", /take `now`/),
  linted("app/courses/planted.ts", "export const a = Date.now();", /take `now`/),
  linted("quizzes/engine/planted.ts", "export const a = Math.random();", /Chance is an argument/),
  linted("app/courses/planted.ts", "export const a = JSON.parse('1').b;", /no-unsafe/),
  linted("app/courses/planted.ts", "export const a = [1][0]!;", /no-non-null-assertion/),
  linted(
    "app/routes/planted.tsx",
    'import { Link } from "@remix-run/react";\nexport const P = () => <Link to="/">x</Link>;',
    /Still pages take <a>/,
  ),
  linted(
    "app/routes/planted.tsx",
    'export const P = () => <p style={{ color: "red" }} />;',
    /refuses style attributes/,
  ),
  linted("app/routes/planted.tsx", "export const P = () => <img />;", /jsx-a11y\/alt-text/),
  linted(
    "app/routes/planted.tsx",
    'import { useState } from "react";\nexport function P(a: { b: boolean }) {\n  if (a.b) useState(1);\n  return null;\n}',
    /rules-of-hooks/,
  ),
  linted("app/courses/planted.ts", `export function f() {\n${"  f();\n".repeat(70)}}`, /max-lines-per-function/),
  linted("app/courses/planted.ts", "/* eslint-disable no-alert */\nexport const a = 1;", /Unused eslint-disable/),

  // everything else
  {
    checker: ["format", "node_modules/@biomejs/biome/bin/biome", "format", "app/ui"],
    file: "app/ui/planted.ts",
    body: "export const a   = 'b'",
    says: /planted\.ts/,
  },
  {
    checker: ["types", "node_modules/typescript/bin/tsc", "--noEmit"],
    file: "app/ui/planted.ts",
    body: 'export const a: number = "b";',
    says: /planted\.ts.*TS2322/,
  },
  {
    checker: stack,
    edit: "vite.config.ts",
    change: (content) => content.replace('import remixConfig from "./remix.config.js";', "const remixConfig = {};"),
    says: /must import remix\.config\.js/,
  },
  {
    checker: stack,
    edit: "package.json",
    change: (content) => content.replace('"react": "18.3.1"', '"react": "^18.3.1"'),
    says: /react must be pinned/,
  },
  {
    checker: ["dead code", "node_modules/knip/bin/knip.js", "--no-progress"],
    file: "app/courses/planted-dead.ts",
    body: "export const nobodyWantsThis = 1;",
    says: /planted-dead\.ts/,
  },
  {
    checker: ["banks", "node_modules/tsx/dist/cli.mjs", "scripts/check-banks.ts"],
    edit: "quizzes/banks/ct-orientation/bank.json",
    change: (content) => content.replace('"difficulty": 2', '"difficulty": 9'),
    says: /ct-orientation/,
  },
  {
    checker: leaks,
    file: "build/client/assets/planted.js",
    body: ({ read }) =>
      `export const a = ${JSON.stringify(JSON.parse(read("quizzes/banks/ct-orientation/bank.json")).canary)};`,
    says: /planted\.js holds "canary-/,
  },
  {
    checker: leaks,
    file: "build/client/assets/planted.js",
    body: ({ read }) =>
      `export const a = ${JSON.stringify(JSON.parse(read("quizzes/banks/ct-orientation/bank.json")).questions[1].explanation)};`,
    says: /planted\.js holds/,
  },

  // content
  {
    checker: content,
    edit: "prisma/seed/tracks/ct-orientation-session/lessons/ctdi.en.md",
    change: (text) => `${text}\nAs everybody knows :ref[no-such-source].\n`,
    says: /error .*no-such-source/,
  },

  // guards of the whole
  {
    checker: guards,
    edit: "app/routes/society.settings.tsx",
    change: (text) => text.replaceAll('rolesFor("manage")', '["admin", "editor"]'),
    says: /\+ .*"\/settings": "302 404 404 403 403 200 200"/,
  },
  {
    checker: guards,
    edit: "app/routes/admin.pages.tsx",
    change: (text) => text.replaceAll("requireSiteAdmin", "requireViewer"),
    says: /\+ .*"admin\/pages": "302 200 200 200"/,
  },
  {
    checker: guards,
    edit: "app/courses/record-progress.server.ts",
    change: (text) => text.replace("lessonId, ...state }", "lessonId, ...state, fraction: 1 }"),
    says: /FAIL.*what the commands wrote is what the evidence says/,
  },
];
