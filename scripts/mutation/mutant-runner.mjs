/**
 * A process of its own for each target: one vitest that stays alive, and hands its worker another source of the target
 * for each run. Gets `{ source }` (null: as it is) from its parent and answers `{ failed, by }`.
 */
import path from "node:path";
import process from "node:process";
import { fileURLToPath } from "node:url";
import { createVitest } from "vitest/node";

const [, , folder, file, ...tests] = process.argv;
const target = path.join(folder, file);
let source = null;

const oneSeed = fileURLToPath(import.meta.resolve("./one-seed.mjs"));
/** As in vitest.config.ts: what touches a database has one of its own. */
const needsDatabase = tests.some((test) => test.endsWith(".server.test.ts"));
const ownDatabase = {
  globalSetup: ["tests/support/database-template.ts"],
  setupFiles: [oneSeed, "tests/support/own-database.ts", "tests/support/logged-errors.ts"],
};

const swap = {
  name: "swap-target",
  enforce: "pre",
  load: (id) => (id === target ? source : null),
};

const vitest = await createVitest(
  "test",
  {
    root: folder,
    config: false,
    include: tests,
    ...(needsDatabase ? ownDatabase : { setupFiles: [oneSeed] }),
    watch: false,
    // Threads end with this process, even one that never leaves a loop.
    pool: "threads",
    maxWorkers: 1,
    fileParallelism: false,
    bail: 1,
    testTimeout: 20_000,
    reporters: [{}],
  },
  { plugins: [swap], logLevel: "silent" },
);
const specifications = await vitest.globTestSpecifications();

function firstFailure(testModules) {
  for (const testModule of testModules) {
    for (const test of testModule.children.allTests("failed")) return test.fullName;
  }
  return "the tests could not run";
}

async function runTests() {
  vitest.invalidateFile(target);
  // Failures of the mutant before would stop this one at once.
  vitest.state.filesMap.clear();
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(specifications);
  const ran = testModules.length === specifications.length && testModules.length > 0;
  const failed = !ran || unhandledErrors.length > 0 || testModules.some((testModule) => !testModule.ok());
  return { failed, by: failed ? firstFailure(testModules) : null };
}

process.on("message", async (message) => {
  source = message.source;
  process.send(await runTests());
});
process.on("disconnect", () => process.exit());
process.send({ ready: true });
