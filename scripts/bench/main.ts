/** `npm run bench`: measures the built site on a database of its own. See docs/performance.md. */
import { compareResults } from "./report";
import { readOptions, usage } from "./options";
import { readResults } from "./results";

/** The benchmark's other processes are this program under another name. */
const [role = "", ...rest] = process.argv.slice(2);

switch (role) {
  case "generator":
    (await import("./generator")).serveGenerator();
    break;
  case "seed":
    await (await import("./seed-data")).seedBenchData(new Date());
    break;
  default:
    process.exitCode = await run([role, ...rest].filter((argument) => argument !== ""));
}

/** @returns the exit code: 0 measured, 1 a wrong answer among the answers, 2 wrong usage */
async function run(args: readonly string[]): Promise<number> {
  const asked = readOptions(args);
  if (asked.kind === "wrong") {
    console.error(`${asked.reason}\n\n${usage}`);
    return 2;
  }
  if (asked.kind === "compare") {
    const [before, after] = asked.files;
    console.log(compareResults(readResults(before), readResults(after)));
    return 0;
  }
  const { measureAll } = await import("./measure-all");
  return measureAll(asked.options);
}
