/**
 * `npm run test:planted`: a checker that never fails proves nothing, so each rule is shown a fault that it must
 * catch. Works on a copy of the tree; packages are shared with it.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import process from "node:process";
import { plantedFaults } from "./planted-faults.mjs";
import { run } from "./prepare.mjs";

const parts = [
  "app",
  "server",
  "quizzes",
  "scripts",
  "tests",
  "biome.json",
  "eslint.config.js",
  ".dependency-cruiser.cjs",
  "knip.json",
  "package.json",
  "playwright.config.ts",
  "prisma.config.ts",
  "remix.config.d.ts",
  "remix.config.js",
  "tsconfig.json",
  "vite.config.ts",
  "vitest.config.ts",
];

function copyTree() {
  const copy = mkdtempSync(path.join(tmpdir(), "stepwedge-planted-"));
  for (const part of parts) cpSync(part, path.join(copy, part), { recursive: true });
  cpSync("prisma", path.join(copy, "prisma"), {
    recursive: true,
    // One track is enough for the check of the contents.
    filter: (file) => !file.includes("image-guided-interventions"),
  });
  symlinkSync(path.resolve("node_modules"), path.join(copy, "node_modules"), "junction");
  return copy;
}

/** Puts the fault in place. @returns how to take it out again */
function plant(fault, copy) {
  const at = (file) => path.join(copy, file);
  const read = (file) => readFileSync(at(file), "utf8");
  if (fault.edit !== undefined) {
    const before = read(fault.edit);
    const after = fault.change(before);
    if (after === before) throw new Error(`The fault for ${fault.edit} changes nothing: the file has moved on`);
    writeFileSync(at(fault.edit), after);
    return () => writeFileSync(at(fault.edit), before);
  }
  const body = typeof fault.body === "function" ? fault.body({ read }) : fault.body;
  const files = Object.entries({ [fault.file]: body, ...fault.also });
  for (const [file, content] of files) {
    if (existsSync(at(file))) throw new Error(`${file} exists: a fault must not hide a real file`);
    mkdirSync(path.dirname(at(file)), { recursive: true });
    writeFileSync(at(file), content);
  }
  return () => {
    for (const [file] of files) rmSync(at(file));
  };
}

/** Faults that can be planted together: of one checker, each in a file of its own. */
function batches(faults) {
  const made = [];
  for (const fault of faults) {
    const files = [fault.edit ?? fault.file, ...Object.keys(fault.also ?? {})];
    let batch = made.find((b) => b.checker === fault.checker && files.every((file) => !b.files.has(file)));
    if (batch === undefined) made.push((batch = { checker: fault.checker, files: new Set(), faults: [] }));
    for (const file of files) batch.files.add(file);
    batch.faults.push(fault);
  }
  return made;
}

/** @returns {Promise<{fault: object, output: string}[]>} the faults that the checker let pass */
async function letPass({ checker, faults }, copy) {
  const [, program, ...args] = checker;
  const removals = faults.map((fault) => plant(fault, copy));
  const { status, output } = await run(
    process.execPath,
    [program, ...args, ...faults.flatMap((fault) => fault.argument ?? [])],
    { cwd: copy },
  );
  for (const remove of removals) remove();
  return faults.filter((fault) => status === 0 || !fault.says.test(output)).map((fault) => ({ fault, output }));
}

const wanted = process.argv[2];
const faults = plantedFaults.filter((fault) => wanted === undefined || fault.checker[0] === wanted);
const copy = copyTree();
let missed = 0;
try {
  for (const batch of batches(faults)) {
    for (const { fault, output } of await letPass(batch, copy)) {
      missed += 1;
      console.log(
        `MISSED by ${fault.checker[0]}: ${fault.file ?? fault.edit}, wanted ${fault.says}\n${output.slice(0, 2000)}`,
      );
    }
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
console.log(`${faults.length - missed} of ${faults.length} planted faults caught`);
process.exit(missed === 0 && faults.length > 0 ? 0 : 1);
