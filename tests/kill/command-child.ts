import { writeSync } from "node:fs";
import { saveAnswer } from "../../app/assessments/save-answer.server";
import { reportMistake } from "../../app/courses/report-mistake.server";
import { enqueue } from "../../app/jobs/enqueue.server";
import { transact } from "../../app/platform/db.server";

/**
 * The program that the second drill kills: the product's commands without a web server, in both lanes at once. It says
 * each number only after the command's promise has resolved. Arguments: where, as JSON.
 */
export interface ChildWork {
  readonly personId: string;
  readonly trackSlug: string;
  readonly lessonId: string;
  readonly sittingId: string;
  readonly questionId: string;
  /** First number of this run; no run repeats another's. */
  readonly from: number;
}

// The drill writes this argument from the type above.
const work = JSON.parse(process.argv[2] ?? "") as ChildWork;

const dayMs = 86_400_000;

/** Synchronous, so that nothing waits in this process when it is killed. */
const say = (what: "answer" | "mistake" | "pair", number: number) => writeSync(1, `${what} ${String(number)}\n`);

async function answers(): Promise<never> {
  for (let number = work.from; ; number++) {
    const { personId, sittingId, questionId } = work;
    const response = { kind: "numeric", text: String(number), unit: "mGy" } as const;
    const saved = await saveAnswer({
      personId,
      sittingId,
      questionId,
      device: "kill-child",
      sequence: number,
      response,
      now: new Date(),
    });
    if (!saved.ok) throw new Error(saved.reason);
    say("answer", number);
  }
}

async function mistakes(): Promise<never> {
  for (let number = work.from; ; number++) {
    const { personId, trackSlug, lessonId } = work;
    const reported = await reportMistake({
      personId,
      trackSlug,
      lessonId,
      questionId: null,
      text: `mistake ${String(number)}`,
      // A learner has so many reports a day and no more.
      now: new Date(Date.now() + (number - work.from) * dayMs),
    });
    if (!reported.ok) throw new Error(reported.reason);
    say("mistake", number);
  }
}

/** Two rows that belong together: after a kill both are there or neither. */
async function pairs(): Promise<never> {
  for (let number = work.from; ; number++) {
    await transact(async (tx) => {
      for (const half of ["left", "right"]) {
        const payload = { enrolmentId: `${half} ${String(number)}` };
        await enqueue(tx, {
          name: "certificate.issue",
          payload,
          key: `pair ${half} ${String(number)}`,
          runAt: new Date(),
        });
      }
    });
    say("pair", number);
  }
}

await Promise.all([answers(), mistakes(), pairs()]);
