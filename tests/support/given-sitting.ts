import { type AnswerSaved, saveAnswer } from "../../app/assessments/save-answer.server";
import { readSitting, type SittingRow, type Subject } from "../../app/assessments/sitting";
import { startSitting, type Started } from "../../app/assessments/start-sitting.server";
import type { Response } from "../../quizzes/engine/model";
import { hot, transact } from "../../app/platform/db.server";
import type { DbTestContext } from "./db-test";
import { type EditionWish, type GivenEdition, type GivenTexts, keepTexts } from "./given-edition";

/** A right answer to each of the six questions of tests/support/questions.ts. */
export const rightAnswers = {
  "one-of-three": { kind: "single", option: "a" },
  "two-of-four": { kind: "multiple", options: ["a", "b"] },
  "a-statement": { kind: "true-false", value: true },
  "a-number": { kind: "numeric", text: "420", unit: "mGy·cm" },
  "three-pairs": { kind: "matching", pairs: { l1: "r1", l2: "r2", l3: "r3" } },
  "three-steps": { kind: "ordering", order: ["s1", "s2", "s3"] },
} as const satisfies Readonly<Record<string, Response>>;

interface AnswerWish {
  readonly personId?: string;
  readonly device?: string;
  readonly sequence?: number;
  readonly now?: Date;
}

/** A person and a sitting of theirs, of a subject that no other folder knows. */
export interface GivenSitting {
  readonly personId: string;
  readonly subject: Subject;
  readonly edition: GivenEdition;
  /** Starts the next sitting, or gives the open one. */
  readonly start: (now?: Date) => Promise<Started>;
  /** The first sitting as it stands now. */
  readonly sitting: () => Promise<SittingRow>;
  readonly sittingId: string;
  /** Saves an answer from device "device-one", each with the next number, unless said otherwise. */
  readonly answer: (questionId: string, response: Response | null, wish?: AnswerWish) => Promise<AnswerSaved>;
  readonly answerAllRight: (now?: Date) => Promise<void>;
}

interface SittingWish extends Partial<EditionWish> {
  /** Translations of questions, by key: the language in which the sitting is asked. */
  readonly texts?: GivenTexts | undefined;
}

export async function givenSitting(context: DbTestContext, wish: SittingWish = {}): Promise<GivenSitting> {
  const { given, db, now } = context;
  const { texts, ...editionWish } = wish;
  const edition = await given.edition(editionWish);
  const textsHash = texts === undefined ? null : await transact((tx) => keepTexts(tx, texts));
  const { id: personId } = await given.person();
  const lesson = edition.manifest.modules.flatMap((module) => module.lessons).find(({ kind }) => kind === "quiz");
  if (lesson?.kind !== "quiz") throw new Error("The given edition has no quiz");
  const subject = { kind: "practice", ref: `ref-${personId}` } as const;
  const start = (at = now) =>
    hot((connection) =>
      startSitting(connection, {
        subject,
        personId,
        blueprint: lesson.blueprint,
        pool: edition.manifest.pool,
        language: "en",
        editionTextId: edition.textIds["en"] ?? "",
        textsHash,
        now: at,
      }),
    );
  await start();
  const { id: sittingId } = await db.sitting.findFirstOrThrow({ where: { personId } });
  let next = 0;
  const answer: GivenSitting["answer"] = (questionId, response, said = {}) =>
    saveAnswer({ personId, sittingId, questionId, device: "device-one", sequence: ++next, response, now, ...said });
  return {
    personId,
    subject,
    edition,
    start,
    sittingId,
    sitting: async () => readSitting(await db.sitting.findUniqueOrThrow({ where: { id: sittingId } })),
    answer,
    answerAllRight: async (at = now) => {
      for (const [questionId, response] of Object.entries(rightAnswers))
        await answer(questionId, response, { now: at });
    },
  };
}

/** A moment some seconds after another. */
export function secondsAfter(moment: Date, seconds: number): Date {
  return new Date(moment.getTime() + seconds * 1000);
}
