/**
 * Import rules: docs/decisions/0002. A folder imports from its own level and those below it, never upward and never
 * in a circle. Folders that don't exist yet are named, so that they start under the rules.
 */
const levels = [
  ["platform"],
  // ui speaks: its components take their texts from i18n's hook.
  ["ui", "i18n", "mail", "media", "jobs", "markup", "search", "audit"],
  ["auth", "accounts", "societies", "site-pages", "departments"],
  ["assessments", "practice", "webinars", "evaluations", "exercises", "packages"],
  ["courses", "library"],
  ["authoring", "certificates", "passport"],
  ["privacy", "compliance"],
  ["routes", "islands"],
];
const tests = "\\.test\\.tsx?$";
const anyOf = (folders) => `(${folders.join("|")})`;
const rule = (name, comment, from, to) => ({ name, comment, severity: "error", from, to });

const upward = levels
  .slice(0, -1)
  .map((level, index) =>
    rule(
      `no-upward-from-${level[0]}`,
      "Import downward only. News that travels upward is a job.",
      { path: `^app/${anyOf(level)}/`, pathNot: tests },
      { path: [`^app/${anyOf(levels.slice(index + 1).flat())}/`, "^app/[^/]+$", "^server/"] },
    ),
  );

/** Vendor -> the one folder that may know it. */
const vendors = [
  ["lucia", "^app/auth/"],
  ["@mux/", "^app/media/"],
  ["sharp", "^app/media/"],
  ["nodemailer", "^app/mail/"],
  ["@tus/|tus-js-client", "^(app/media/|server/)"],
  ["@myriaddreamin/", "^app/certificates/"],
  ["openid-client", "^app/auth/"],
  ["@simplewebauthn/", "^(app/auth/|app/islands/)"],
  ["@prisma/|@libsql/", "^app/platform/"],
  ["@node-rs/argon2", "^app/auth/"],
  ["better-sqlite3", "^(app/platform/|scripts/|tests/)"],
  ["media-chrome", "^app/(webinars|islands|media)/"],
];

module.exports = {
  forbidden: [
    ...upward,
    rule("no-cycles", "Two files that need each other are one thing, or one of them is two.", {}, { circular: true }),
    rule(
      "known-folders",
      "A folder of app/ has a level in .dependency-cruiser.cjs.",
      { path: "^app/[^/]+/", pathNot: `^app/${anyOf(levels.flat())}/` },
      {},
    ),
    rule(
      "known-folders-inward",
      "A folder of app/ has a level in .dependency-cruiser.cjs.",
      {},
      { path: "^app/[^/]+/", pathNot: `^app/${anyOf(levels.flat())}/` },
    ),
    rule(
      "engine-is-pure",
      "The quiz engine imports nothing at all.",
      { path: "^quizzes/engine/", pathNot: tests },
      { pathNot: "^quizzes/engine/" },
    ),
    rule(
      "quizzes-stand-alone",
      "The quiz package knows nothing of the platform.",
      { path: "^quizzes/" },
      { path: "^(app|server|prisma|scripts)/" },
    ),
    rule(
      "banks-never-bundled",
      "A bank that a page imports lands in the browser with its answers.",
      { path: "^(app|server)/" },
      { path: "^quizzes/banks/" },
    ),
    rule(
      "engine-by-its-users",
      "Only assessments, practice, courses and authoring read, mark and draw questions; a route parses with a schema.",
      { path: "^app/", pathNot: ["^app/(assessments|practice|courses|authoring)/", tests] },
      { path: "^quizzes/", pathNot: "^quizzes/response-schema\\.ts$" },
    ),
    rule(
      "routes-never-query",
      "A route makes one domain call; queries live in the domain.",
      { path: "^app/routes/" },
      { path: "^app/platform/(db|db/[^/]+|prisma-client/.*)(\\.server)?(\\.ts)?$|@prisma/|better-sqlite3" },
    ),
    rule(
      "client-in-platform-only",
      "The generated Prisma client is reached through platform/db.server.",
      { path: "^(app|server)/", pathNot: "^app/platform/" },
      { path: "^app/platform/prisma-client/" },
    ),
    ...vendors.map(([vendor, home]) =>
      rule(
        `vendor-${vendor.replace(/\W+/g, "-")}`,
        `${vendor} stays in ${home}`,
        { path: "^(app|server)/", pathNot: [home, tests] },
        { path: `node_modules/(${vendor})` },
      ),
    ),
    rule(
      "ui-knows-no-server",
      "Components of ui/ run in the browser.",
      { path: "^app/ui/" },
      { path: "\\.server\\.tsx?$" },
    ),
    rule(
      "islands-are-plain",
      "An island is a small module without React, Remix or server code.",
      { path: "^app/islands/", pathNot: tests },
      { path: "\\.server\\.tsx?$|node_modules/(react|react-dom|@remix-run)/|^app/platform/prisma-client/" },
    ),
    rule(
      "subfolders-are-private",
      "A domain's subfolder belongs to the domain and to routes.",
      { path: "^app/([^/]+)/", pathNot: ["^app/(routes|islands)/", tests] },
      { path: "^app/[^/]+/[^/]+/", pathNot: ["^app/($1|ui|platform)/", "^app/i18n/messages/"] },
    ),
    rule(
      "webinars-and-assessments-apart",
      "courses joins them.",
      { path: "^app/webinars/" },
      { path: "^app/assessments/" },
    ),
    rule(
      "assessments-and-webinars-apart",
      "courses joins them.",
      { path: "^app/assessments/" },
      { path: "^app/webinars/" },
    ),
    rule(
      "tests-stay-outside",
      "No file of the product imports a test's.",
      { path: "^(app|server|quizzes|prisma)/", pathNot: tests },
      { path: `^tests/|${tests}` },
    ),
    rule("no-tests-in-routes", "Remix would take a test for a page.", { path: "^app/routes/.*\\.test\\." }, {}),
    rule("found", "An import that leads nowhere.", {}, { couldNotResolve: true, pathNot: "^virtual:" }),
  ],
  options: {
    doNotFollow: { path: ["node_modules", "^app/platform/prisma-client/"] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
