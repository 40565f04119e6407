/** Runs the tests of a target against its mutants. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

const runner = fileURLToPath(new URL("./mutant-runner.mjs", import.meta.url));
const startMs = 60_000;
const unhurriedMs = 10_000;

/** One process with a vitest in it, started when it is first needed and again after it had to be ended. */
class Runner {
  #child = null;

  constructor(folder, target) {
    this.target = target;
    this.args = [folder, target.file, ...target.tests];
    this.folder = folder;
  }

  /** The next message of the process; "timeout" or "crash" when there is none. */
  #answer(limitMs) {
    const child = this.#child;
    return new Promise((resolve) => {
      const end = (value) => {
        clearTimeout(timer);
        child.removeAllListeners();
        if (typeof value === "string") this.stop();
        resolve(value);
      };
      const timer = setTimeout(() => end("timeout"), limitMs);
      child.once("message", end);
      child.once("exit", () => end("crash"));
    });
  }

  async run(source, limitMs) {
    if (this.#child === null) {
      this.#child = fork(runner, this.args, { cwd: this.folder, stdio: ["ignore", "ignore", "inherit", "ipc"] });
      const started = await this.#answer(startMs);
      if (typeof started === "string") throw new Error(`vitest did not start for ${this.target.file}: ${started}`);
    }
    this.#child.send({ source });
    return await this.#answer(limitMs);
  }

  stop() {
    this.#child?.kill("SIGKILL");
    this.#child = null;
  }
}

async function mustPass(running) {
  const plain = await running.run(null, startMs);
  if (typeof plain === "string" || plain.failed) {
    throw new Error(`${running.target.file}: its tests fail without a mutation (${plain.by ?? plain})`);
  }
}

/**
 * @param {string} folder copy of the sources
 * @param {{file: string, tests: string[]}} target
 * @param {readonly {source: string}[]} mutants
 * @returns the mutants, each with its `fate`: "killed", "survived", "timeout" (the tests never ended) or "crash"
 * @throws when the tests fail without a mutation
 */
export async function testMutants(folder, target, mutants) {
  const running = new Runner(folder, target);
  try {
    const begin = performance.now();
    await mustPass(running);
    const limitMs = unhurriedMs + 6 * (performance.now() - begin);
    const tested = [];
    for (const mutant of mutants) {
      const answer = await running.run(mutant.source, limitMs);
      const fate = typeof answer === "string" ? answer : answer.failed ? "killed" : "survived";
      tested.push({ ...mutant, fate });
    }
    // What the mutants before it left behind would make every later one look killed.
    await mustPass(running);
    return tested;
  } finally {
    running.stop();
  }
}
