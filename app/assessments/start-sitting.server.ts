import { drawFrom } from "../../quizzes/engine/draw";
import type { Blueprint } from "../../quizzes/engine/model";
import { dbTime, type HotDatabase, prepareHot } from "../platform/db.server";
import { newId, randomText } from "../platform/ids.server";
import { invariant } from "../platform/invariant";
import { drawTable, type PoolEntry } from "./question-pool.server";
import { getQuestion } from "./question-store.server";
import { endIfOver } from "./end-sitting.server";
import type { PinnedPaper, SittingRow, Subject } from "./sitting";
import { listSittingsHot } from "./sitting-store.server";

export type Started =
  | { ok: true; number: number; already: boolean }
  | { ok: false; reason: "no-attempts-left" }
  | { ok: false; reason: "too-soon"; openAt: Date };

/**
 * Starts the next sitting of a subject, or gives the one that is open: a double click, a second tab and the back
 * button all lead to the same paper. The paper is a function of blueprint, revisions and seed, and is pinned.
 */
export function startSitting(
  connection: HotDatabase,
  input: {
    subject: Subject;
    personId: string;
    blueprint: Blueprint;
    /** What this person may do beyond the blueprint's rule; null is no limit, left out is the rule itself. */
    attempts?: number | null;
    minutes?: number | null;
    /** Of the manifest itself, not a copy: its table of tags is kept beside it. */
    pool: readonly PoolEntry[];
    language: string;
    editionTextId: string;
    /** Where the translated question texts of the edition text are; null in the questions' own language. */
    textsHash: string | null;
    now: Date;
  },
): Started {
  const { blueprint, now } = input;
  const attempts = input.attempts === undefined ? blueprint.attempts : input.attempts;
  const earlier = listSittingsHot(connection, input).map((sitting) => endIfOver(connection, sitting, now));
  const open = earlier.find((sitting) => sitting.endedAt === null);
  if (open !== undefined) return { ok: true, number: open.number, already: true };
  if (attempts !== null && earlier.length >= attempts) return { ok: false, reason: "no-attempts-left" };
  const openAt = nextOpening(earlier.at(-1), blueprint);
  if (openAt !== null && openAt > now) return { ok: false, reason: "too-soon", openAt };
  const number = earlier.length + 1;
  insertSitting(connection, { ...input, number });
  return { ok: true, number, already: false };
}

function insertSitting(connection: HotDatabase, input: Parameters<typeof startSitting>[1] & { number: number }): void {
  const { subject, blueprint, now } = input;
  const seed = randomText(16);
  const minutes = input.minutes === undefined ? blueprint.timeLimitMinutes : input.minutes;
  prepareHot(
    connection,
    `INSERT INTO Sitting (id, subjectKind, subjectRef, personId, number, language, editionTextId, textsHash, blueprint,
     paper, seed, startedAt, deadlineAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    newId(),
    subject.kind,
    subject.ref,
    input.personId,
    input.number,
    input.language,
    input.editionTextId,
    input.textsHash,
    JSON.stringify(blueprint),
    JSON.stringify(drawPaper(blueprint, input.pool, seed)),
    seed,
    dbTime(now),
    minutes === null ? null : dbTime(new Date(now.getTime() + minutes * 60_000)),
  );
}

function nextOpening(last: SittingRow | undefined, blueprint: Blueprint): Date | null {
  if (last?.endedAt == null || blueprint.waitMinutes === 0) return null;
  return new Date(last.endedAt.getTime() + blueprint.waitMinutes * 60_000);
}

function drawPaper(blueprint: Blueprint, pool: readonly PoolEntry[], seed: string): PinnedPaper {
  const table = drawTable(pool);
  const drawn = drawFrom(blueprint, table.pool, seed, (key) => getQuestion(table.revisionOf(key)));
  invariant(drawn.ok, "a published blueprint can be satisfied from its pool");
  return {
    items: drawn.paper.items.map((item) => ({
      questionId: item.questionId,
      revisionId: table.revisionOf(item.questionId),
      optionOrder: [...item.optionOrder],
      ...(item.values === undefined ? {} : { values: item.values }),
      ...(item.marks === undefined ? {} : { marks: item.marks }),
    })),
  };
}
