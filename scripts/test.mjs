/**
 * `npm test`: installs what is missing, runs every check and every test in order, prints minutes per part and ends
 * with the sum. `npm run check` is the same without the browser.
 */
import { mkdirSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { findBrowser, installBrowser } from "./find-browser.mjs";
import { buildAnew, ensureGenerated, ensureInstalled, requireNode, runNode, stopWith } from "./prepare.mjs";
import { readPlaywright, readVitest } from "./run-report.mjs";

requireNode();
process.chdir(path.join(path.dirname(fileURLToPath(import.meta.url)), ".."));
const withBrowser = !process.argv.includes("--no-browser");
const limitMinutes = 25;
const reports = path.resolve(".cache/reports");
const start = performance.now();

await ensureInstalled();
await ensureGenerated();
if (withBrowser && (await findBrowser()) === null)
  stopWith(`The browser tests need Chromium. Install it with: ${installBrowser}`);
rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });

const tsx = (file) => () => runNode("node_modules/tsx/dist/cli.mjs", [file]);
const tool =
  (file, ...args) =>
  () =>
    runNode(`node_modules/${file}`, args);

/** A checker is one test: it passes or it doesn't. */
const checker =
  (...commands) =>
  async () => {
    let output = "";
    for (const command of commands) {
      const result = await command();
      output += result.output;
      if (result.status !== 0) return { passed: 0, failed: 1, notes: [], output };
    }
    return { passed: 1, failed: 0, notes: [], output };
  };

/** A runner says itself how many tests passed. When it fails without naming a test, that is a failure too. */
const runner = (command, read, file) => async () => {
  const { status, output } = await command();
  const counts = read(file);
  return status !== 0 && counts.failed === 0
    ? { ...counts, failed: 1, notes: [...counts.notes, "the runner failed"], output }
    : { ...counts, output };
};

/** Some of vitest's projects, read from its own report. */
function vitest(...projects) {
  const report = path.join(reports, `${projects.join("-")}.json`);
  const chosen = projects.flatMap((name) => ["--project", name]);
  const output = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  return runner(tool("vitest/vitest.mjs", "run", ...chosen, ...output), readVitest, report);
}

const browserReport = path.join(reports, "browser.json");
const folders = ["app", "server", "quizzes", "prisma", "scripts", "tests"];
const parts = [
  ["format", checker(tool("@biomejs/biome/bin/biome", "format", "--max-diagnostics=50"))],
  ["types", checker(tool("typescript/bin/tsc", "--noEmit"), () => runNode("scripts/check-stack.mjs"))],
  ["import rules", checker(tool("dependency-cruiser/bin/dependency-cruise.mjs", ...folders))],
  ["dead code", checker(tool("knip/bin/knip.js", "--no-progress"))],
  ["question banks", checker(tsx("scripts/check-banks.ts"))],
  ["content", checker(tsx("scripts/check-content.ts"))],
  ["texts", checker(tsx("scripts/check-i18n.ts"))],
  ["routes", checker(() => runNode("scripts/check-routes.mjs"))],
  [
    "lint",
    checker(
      tool(
        "eslint/bin/eslint.js",
        ".",
        "--max-warnings=0",
        "--cache",
        "--cache-location",
        ".cache/eslint/",
        "--cache-strategy",
        "content",
      ),
    ),
    // It keeps one core busy while the checks above have the other.
    "format",
  ],
  ["unit and route tests", vitest("engine", "domain", "routes")],
  ["build", checker(buildAnew)],
  ["leaks", checker(tsx("scripts/check-leak.ts"))],
  ["kill drills", vitest("kill")],
  // It works in copies of its own, and the drills mostly wait.
  ["planted faults", checker(() => runNode("scripts/test-planted.mjs")), "build"],
];
if (withBrowser) {
  const environment = { env: { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport } };
  const command = () => runNode("node_modules/@playwright/test/cli.js", ["test", "--reporter=dot,json"], environment);
  parts.push(["browser tests", runner(command, readPlaywright, browserReport)]);
}

/** Does a part's work. @returns what it found, and the minutes that it took */
async function timed(work) {
  const partStart = performance.now();
  const result = await work();
  return { ...result, minutes: ((performance.now() - partStart) / 60_000).toFixed(2) };
}

const total = { passed: 0, failed: 0 };
const begun = new Map();
for (const [name, work] of parts) {
  // A part may name an earlier one, beside which it begins.
  for (const [other, itsWork, beside] of parts) if (beside === name) begun.set(other, timed(itsWork));
  process.stdout.write(`${name} … `);
  const { passed, failed, notes, output, minutes } = await (begun.get(name) ?? timed(work));
  total.passed += passed;
  total.failed += failed;
  console.log([`${passed} passed`, ...(failed > 0 ? [`${failed} FAILED`] : []), ...notes, `${minutes} min`].join(", "));
  if (failed > 0) console.log(`${output.trimEnd()}\n`);
}

const minutes = (performance.now() - start) / 60_000;
if (minutes > limitMinutes) {
  console.log(`The whole took longer than ${limitMinutes} minutes.`);
  total.failed += 1;
}
console.log(`${minutes.toFixed(1)} minutes in all`);
console.log(`tests: ${total.passed} passed, ${total.failed} failed`);
process.exit(total.failed === 0 ? 0 : 1);
