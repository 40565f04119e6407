/**
 * `npm run test:mutation`: changes the pure rules, one place at a time, and sees whether their tests notice. A mutant
 * that survives is a rule that no test holds. Options: `--only name` (of a target or a group), `--limit n` (as many
 * mutants of each target, drawn by `--seed`), `--killed` (lists those too).
 */
import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { copySources } from "./mutation/copy-sources.mjs";
import { makeMutants, sample } from "./mutation/make-mutants.mjs";
import { targets } from "./mutation/targets.mjs";
import { testMutants } from "./mutation/test-mutants.mjs";

const leastPercent = 85;
const { values } = parseArgs({
  options: {
    only: { type: "string" },
    limit: { type: "string", default: "1000" },
    seed: { type: "string", default: "1" },
    killed: { type: "boolean", default: false },
  },
});
const [limit, seed] = [Number(values.limit), Number(values.seed)];
/** Mutants that do what the original does: no test can tell them apart. Each with its reason. */
const equivalent = JSON.parse(readFileSync(new URL("./mutation/equivalent.json", import.meta.url), "utf8"));

const isEquivalent = (target, mutant) =>
  equivalent.some((e) => e.file === target.file && e.before === mutant.before && e.after === mutant.after);

const share = ({ killed, all }) =>
  `${killed} of ${all} killed, ${all === 0 ? 100 : Math.floor((100 * killed) / all)} %`;
const isEnough = ({ killed, all }) => killed * 100 >= leastPercent * all;
const sum = (counts) => ({
  killed: counts.reduce((total, { killed }) => total + killed, 0),
  all: counts.reduce((total, { all }) => total + all, 0),
});

/**
 * Entries of the list that don't fit exactly one mutant, or give no reason. Where none fits, the rule has moved on, and
 * so must the list; where several fit, one reason would excuse them all.
 */
function staleEntries(target, mutants) {
  const mine = equivalent.filter((entry) => entry.file === target.file);
  const fits = (e) => mutants.filter((m) => m.before === e.before && m.after === e.after).length;
  return mine.filter((entry) => fits(entry) !== 1 || !entry.why);
}

async function testTarget(folder, target) {
  const begin = performance.now();
  const all = makeMutants(target.file, readFileSync(path.join(folder, target.file), "utf8"));
  const stale = staleEntries(target, all);
  for (const { before, after } of stale)
    console.log(`  equivalent.json: wants one place in ${target.file} and a reason for ${before} → ${after}`);
  const drawn = sample(
    all.filter((mutant) => !isEquivalent(target, mutant)),
    limit,
    seed,
  );
  const tested = await testMutants(folder, target, drawn);
  for (const { line, before, after, fate } of tested) {
    if (fate === "survived" || values.killed) console.log(`  ${fate} ${target.file}:${line}  ${before} → ${after}`);
  }
  const count = { killed: tested.filter(({ fate }) => fate !== "survived").length, all: tested.length };
  const late = tested.filter(({ fate }) => fate === "timeout").length;
  const notes = [late > 0 ? `${late} of them by time` : "", `${Math.round((performance.now() - begin) / 1000)} s`];
  console.log(`${target.file}: ${share(count)} (${notes.filter(Boolean).join(", ")})`);
  return { ...target, ...count, stale: stale.length };
}

const wanted = targets.filter(({ name, group }) => values.only === undefined || [name, group].includes(values.only));
if (wanted.length === 0 || !(limit > 0) || !Number.isInteger(seed)) {
  console.error(`--only takes one of ${targets.map(({ name }) => name).join(", ")}; --limit and --seed take a number`);
  process.exit(1);
}
const folder = copySources();
const counts = [];
try {
  for (const target of wanted) counts.push(await testTarget(folder, target));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const groups = [...new Set(counts.map(({ group }) => group))].map((name) => ({
  name,
  ...sum(counts.filter(({ group }) => group === name)),
}));
for (const group of groups) console.log(`${group.name}: ${share(group)}`);
const total = sum(counts);
console.log(`mutants: ${share(total)}; ${leastPercent} % are wanted, in each group too`);
const isGood = total.all > 0 && isEnough(total) && groups.every(isEnough) && counts.every(({ stale }) => stale === 0);
process.exit(isGood ? 0 : 1);
