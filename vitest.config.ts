import { defineConfig } from "vitest/config";

/** Tests with a database: each file runs in its own process on its own copy of a migrated file. */
const ownDatabase = {
  pool: "forks" as const,
  globalSetup: ["tests/support/database-template.ts"],
  setupFiles: ["tests/support/own-database.ts", "tests/support/logged-errors.ts"],
};

export default defineConfig({
  test: {
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 20_000,
    projects: [
      { extends: true, test: { name: "engine", include: ["quizzes/**/*.test.ts"] } },
      {
        extends: true,
        test: { name: "domain", include: ["{app,server,prisma,scripts}/**/*.test.{ts,tsx}"], ...ownDatabase },
      },
      {
        extends: true,
        test: { name: "routes", include: ["tests/{routes,support}/**/*.test.{ts,tsx}"], ...ownDatabase },
      },
      // Drills that kill processes, one after the other. The first of them needs the built site.
      {
        extends: true,
        test: { name: "kill", include: ["tests/kill/**/*.test.ts"], fileParallelism: false, ...ownDatabase },
      },
    ],
  },
});
