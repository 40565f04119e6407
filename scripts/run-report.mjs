/** Reads what the test runners say of themselves. A skipped test counts as failed where nobody looks: on CI. */
import { existsSync, readFileSync } from "node:fs";
import process from "node:process";

const isCi = Boolean(process.env.CI);

/** @returns {{passed: number, failed: number, notes: string[]}} of vitest's JSON report */
export function readVitest(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, notes: ["vitest wrote no report"] };
  const report = JSON.parse(readFileSync(file, "utf8"));
  // A file that can't be loaded has no test that could fail.
  const broken = report.testResults.filter(
    (suite) => suite.status === "failed" && !suite.assertionResults.some((t) => t.status === "failed"),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  const notes = broken.map((suite) => `${suite.name} could not run`);
  if (skipped > 0) notes.push(`${skipped} skipped`);
  if (report.numTotalTests === 0) notes.push("no test ran");
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length + (isCi ? skipped : 0) + (report.numTotalTests === 0 ? 1 : 0),
    notes,
  };
}

/** A sentence about each test that passed on its second run only. */
function unsteady({ specs = [], suites = [] }) {
  const own = specs.flatMap(({ file, title, tests }) =>
    tests
      .filter(({ status }) => status === "flaky")
      .map(({ results }) => `UNSTEADY ${file} "${title}": ${results[0]?.error?.message ?? "without an error"}`),
  );
  return [...own, ...suites.flatMap(unsteady)];
}

/** @returns {{passed: number, failed: number, notes: string[]}} of Playwright's JSON report */
export function readPlaywright(file) {
  if (!existsSync(file)) return { passed: 0, failed: 1, notes: ["Playwright wrote no report"] };
  const { stats, errors, suites } = JSON.parse(readFileSync(file, "utf8"));
  const notes = errors.map((error) => error.message ?? "an error outside a test");
  notes.push(...suites.flatMap(unsteady));
  if (stats.skipped > 0) notes.push(`${stats.skipped} skipped`);
  const nothingRan = stats.expected + stats.unexpected + stats.flaky === 0;
  if (nothingRan) notes.push("no test ran");
  return {
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + errors.length + (isCi ? stats.skipped : 0) + (nothingRan && errors.length === 0 ? 1 : 0),
    notes,
  };
}
