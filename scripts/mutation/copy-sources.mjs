import { cpSync, mkdtempSync, realpathSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const parts = ["app", "quizzes", "tests/support", "prisma/migrations", "package.json", "tsconfig.json"];

/**
 * A private copy of what the tests of the rules read. Packages are shared with the working tree, which is never changed.
 * @returns {string} the folder, which the caller removes
 */
export function copySources() {
  const copy = realpathSync(mkdtempSync(path.join(tmpdir(), "stepwedge-mutation-")));
  for (const part of parts) {
    cpSync(part, path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"), "junction");
  return copy;
}
