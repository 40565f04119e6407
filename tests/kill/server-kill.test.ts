import { existsSync } from "node:fs";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { startQuiz } from "../../app/courses/start-quiz.server";
import { closeDatabase, db } from "../../app/platform/db.server";
import { env } from "../../app/platform/env.server";
import { present } from "../../app/platform/invariant";
import { freePort, startSite } from "../../scripts/bench/site-process";
import { makeGiven } from "../support/given";
import { sixQuestions } from "../support/questions";
import { drillCount } from "./drill-count";

/**
 * The real, built server is killed without warning while four learners answer; whatever it had said "saved" to must be
 * there afterwards. `KILLS=200 npx vitest run --project kill` for a long run.
 */
const kills = drillCount("KILLS", 20);
const learners = 4;

interface Answer {
  readonly sittingId: string;
  readonly sequence: number;
  readonly text: string;
}

interface Learner {
  readonly cookie: string;
  readonly sittingId: string;
  sequence: number;
}

const numeric = present(
  sixQuestions.find(({ kind }) => kind === "numeric"),
  "a question with a typed answer",
);

async function givenLearners(): Promise<Learner[]> {
  const now = new Date();
  const given = makeGiven(now);
  const edition = await given.edition({ quiz: { fixed: [numeric.id], timeLimitMinutes: null } });
  const lesson = present(
    edition.manifest.modules.flatMap((module) => module.lessons).find(({ kind }) => kind === "quiz"),
    "a quiz",
  );
  const made: Learner[] = [];
  for (let i = 0; i < learners; i++) {
    const { person } = await given.enrolled({ edition });
    const where = { personId: person.id, trackSlug: edition.track.slug, lessonId: lesson.id };
    expect(await startQuiz({ ...where, confirmsIdentity: true, now })).toMatchObject({ ok: true });
    const sitting = await db.sitting.findFirstOrThrow({ where: { personId: person.id } });
    made.push({ cookie: await given.signedIn(person), sittingId: sitting.id, sequence: 0 });
  }
  return made;
}

/** Saves one answer after the other until the server no longer answers. @returns whether one was on its way then */
async function answerUntilCut(origin: string, learner: Learner, saved: Answer[]): Promise<boolean> {
  for (;;) {
    const sequence = learner.sequence++;
    const text = `${String(sequence)} of ${learner.sittingId}`;
    const body = {
      sittingId: learner.sittingId,
      questionId: numeric.id,
      device: "kill-drill",
      sequence,
      response: { kind: "numeric", text, unit: "mGy" },
    };
    let response: Response;
    try {
      response = await fetch(`${origin}/hot/answers`, {
        method: "POST",
        headers: { "content-type": "application/json", cookie: learner.cookie, origin },
        body: JSON.stringify(body),
      });
    } catch {
      return true;
    }
    // The answer's head may arrive and its body not: then it was not heard.
    const heard: unknown = await response.json().catch(() => null);
    if (heard === null) return true;
    expect(response.status, JSON.stringify(heard)).toBe(200);
    saved.push({ sittingId: learner.sittingId, sequence, text });
  }
}

function missingAnswers(saved: readonly Answer[]): Answer[] {
  const database = new Database(path.join(env.DATA_DIR, "stepwedge.db"), { readonly: true });
  const find = database
    .prepare("SELECT response FROM AnswerEvent WHERE sittingId = ? AND device = 'kill-drill' AND sequence = ?")
    .pluck();
  const missing = saved.filter(
    ({ sittingId, sequence, text }) => !String(find.get(sittingId, sequence)).includes(text),
  );
  database.close();
  return missing;
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function untilMore(saved: readonly Answer[], before: number): Promise<void> {
  for (let tries = 0; saved.length === before; tries++) {
    expect(tries, "the server confirms an answer within ten seconds").toBeLessThan(2000);
    await wait(5);
  }
}

test(`after each of ${String(kills)} kills of the server every answer that it had confirmed is there`, {
  timeout: 60_000 + kills * 15_000,
}, async () => {
  expect(existsSync("build/server/index.js"), "this drill needs the built site: npm run build").toBe(true);
  const people = await givenLearners();
  await closeDatabase();
  const port = await freePort();
  const start = () => startSite({ dataFolder: env.DATA_DIR, port });
  const saved: Answer[] = [];
  let cutWhileAnswering = 0;
  let site = await start();
  try {
    for (let i = 0; i < kills; i++) {
      const before = saved.length;
      const { origin } = site;
      const answering = people.map((learner) => answerUntilCut(origin, learner, saved));
      await untilMore(saved, before);
      // Kills fall anywhere in a commit: early, late, in a checkpoint.
      await wait((i * 37) % 200);
      await site.kill();
      const cut = await Promise.all(answering);
      if (cut.some(Boolean)) cutWhileAnswering++;
      site = await start();
      expect(missingAnswers(saved), `confirmed and lost after kill ${String(i + 1)}`).toEqual([]);
    }
  } finally {
    await site.stop();
  }
  expect(cutWhileAnswering, "kills that fell while an answer was on its way").toBeGreaterThan(kills / 2);
  const database = new Database(path.join(env.DATA_DIR, "stepwedge.db"), { readonly: true });
  expect(database.pragma("integrity_check", { simple: true })).toBe("ok");
  database.close();
  console.log(`${String(kills)} kills, ${String(saved.length)} confirmed answers, none lost`);
});
