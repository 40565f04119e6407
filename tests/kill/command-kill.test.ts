import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { startQuiz } from "../../app/courses/start-quiz.server";
import { closeDatabase, db } from "../../app/platform/db.server";
import { env } from "../../app/platform/env.server";
import { present } from "../../app/platform/invariant";
import { makeGiven } from "../support/given";
import { sixQuestions } from "../support/questions";
import type { ChildWork } from "./command-child";
import { drillCount } from "./drill-count";

/**
 * A process that runs the product's commands is killed without warning, again and again: what it had confirmed is
 * there, and of what it had not, either everything or nothing. `COMMAND_KILLS=1000` for a long run.
 */
const kills = drillCount("COMMAND_KILLS", 40);
const program = path.resolve(".cache/kill/command-child.mjs");

/** One file starts in a third of the time that the sources need. */
async function bundleChild(): Promise<void> {
  mkdirSync(path.dirname(program), { recursive: true });
  await build({
    entryPoints: ["tests/kill/command-child.ts"],
    outfile: program,
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node20",
    packages: "external",
    logLevel: "error",
  });
}

async function givenWork(): Promise<Omit<ChildWork, "from">> {
  const now = new Date();
  const given = makeGiven(now);
  const numeric = present(
    sixQuestions.find(({ kind }) => kind === "numeric"),
    "a question with a typed answer",
  );
  const { person, edition } = await given.enrolled({ quiz: { fixed: [numeric.id], timeLimitMinutes: null } });
  const lessons = edition.manifest.modules.flatMap((module) => module.lessons);
  const where = {
    personId: person.id,
    trackSlug: edition.track.slug,
    lessonId: present(
      lessons.find(({ kind }) => kind === "quiz"),
      "a quiz",
    ).id,
  };
  expect(await startQuiz({ ...where, confirmsIdentity: true, now })).toMatchObject({ ok: true });
  const sitting = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
  return { ...where, sittingId: sitting.id, questionId: numeric.id };
}

/** Lets the program work for a while, kills it, and gives the lines that it had said. */
async function runAndKill(work: ChildWork, milliseconds: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, JSON.stringify(work)], {
    env: { ...process.env, DATA_DIR: env.DATA_DIR },
    stdio: ["ignore", "pipe", "inherit"],
  });
  let said = "";
  child.stdout.setEncoding("utf8");
  child.stdout.on("data", (text: string) => (said += text));
  const end = once(child, "close");
  await once(child.stdout, "data");
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  child.kill("SIGKILL");
  await end;
  expect(child.signalCode, "the program worked until it was killed").toBe("SIGKILL");
  // A line without its end was not said.
  return said.split("\n").slice(0, -1);
}

interface Found {
  readonly answers: Set<string>;
  readonly mistakes: Set<string>;
  readonly left: Set<string>;
  readonly right: Set<string>;
}

function readRows(): Found {
  const database = new Database(path.join(env.DATA_DIR, "stepwedge.db"), { readonly: true });
  const column = (sql: string) => new Set(database.prepare(sql).pluck().all().map(String));
  const found = {
    answers: column("SELECT sequence FROM AnswerEvent WHERE device = 'kill-child'"),
    mistakes: column("SELECT replace(text, 'mistake ', '') FROM MistakeReport"),
    left: column("SELECT replace(key, 'pair left ', '') FROM Job WHERE key LIKE 'pair left %'"),
    right: column("SELECT replace(key, 'pair right ', '') FROM Job WHERE key LIKE 'pair right %'"),
  };
  database.close();
  return found;
}

function lostLines(said: readonly string[], found: Found): string[] {
  const isThere = { answer: found.answers, mistake: found.mistakes, pair: found.left };
  return said.filter((line) => {
    const [what = "", number = ""] = line.split(" ");
    return !(what in isThere) || !isThere[what as keyof typeof isThere].has(number);
  });
}

test(`after each of ${String(kills)} kills every confirmed command is there, and none is there by half`, {
  timeout: 60_000 + kills * 5000,
}, async () => {
  await bundleChild();
  // A sitting takes so many changes and no more, so each run has its own.
  const works: Omit<ChildWork, "from">[] = [];
  for (let i = 0; i < kills; i++) works.push(await givenWork());
  await closeDatabase();
  const said: string[] = [];
  const start = performance.now();
  for (const [i, work] of works.entries()) {
    const lines = await runAndKill({ ...work, from: i * 100_000 }, (i * 37) % 200);
    expect(lines.length).toBeGreaterThan(0);
    said.push(...lines);
    const found = readRows();
    expect(lostLines(said, found), `confirmed and lost after kill ${String(i + 1)}`).toEqual([]);
    expect(found.left, "both rows of a pair").toEqual(found.right);
  }
  const seconds = (performance.now() - start) / 1000 / kills;
  // Both lanes were at work: a drill in which one of them slept would prove nothing about it.
  for (const what of ["answer", "mistake", "pair"])
    expect(said.filter((line) => line.startsWith(what)).length, what).toBeGreaterThan(kills / 4);
  const database = new Database(path.join(env.DATA_DIR, "stepwedge.db"), { readonly: true });
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
  console.log(
    `${String(kills)} kills, ${String(said.length)} confirmed commands, none lost, ${seconds.toFixed(2)} s a cycle`,
  );
});
