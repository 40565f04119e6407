import { draw } from "../../quizzes/engine/draw";
import type { Blueprint } from "../../quizzes/engine/model";
import type { Transaction } from "../platform/db.server";
import { newId, randomText } from "../platform/ids.server";
import { invariant, present } from "../platform/invariant";
import { getQuestion } from "./question-store.server";
import { endIfOver } from "./end-sitting.server";
import { type PinnedPaper, readSitting, type SittingRow, type Subject } from "./sitting";

export type Started =
  | { ok: true; number: number; already: boolean }
  | { ok: false; reason: "no-attempts-left" }
  | { ok: false; reason: "too-soon"; openAt: Date };

/**
 * Starts the next sitting of a subject, or gives the one that is open: a double click, a second tab and the back
 * button all lead to the same paper. The paper is a function of blueprint, revisions and seed, and is pinned.
 */
export async function startSitting(
  tx: Transaction,
  input: {
    subject: Subject;
    personId: string;
    blueprint: Blueprint;
    pool: readonly { readonly key: string; readonly revisionId: string }[];
    language: string;
    editionTextId: string;
    now: Date;
  },
): Promise<Started> {
  const { subject, blueprint, now } = input;
  const rows = await tx.sitting.findMany({
    where: { subjectKind: subject.kind, subjectRef: subject.ref },
    orderBy: { number: "asc" },
  });
  const earlier: SittingRow[] = [];
  for (const row of rows) earlier.push(await endIfOver(tx, readSitting(row), now));
  const open = earlier.find((sitting) => sitting.endedAt === null);
  if (open !== undefined) return { ok: true, number: open.number, already: true };
  if (blueprint.attempts !== null && earlier.length >= blueprint.attempts)
    return { ok: false, reason: "no-attempts-left" };
  const openAt = nextOpening(earlier.at(-1), blueprint);
  if (openAt !== null && openAt > now) return { ok: false, reason: "too-soon", openAt };
  const number = earlier.length + 1;
  const seed = randomText(16);
  await tx.sitting.create({
    data: {
      id: newId(),
      subjectKind: subject.kind,
      subjectRef: subject.ref,
      personId: input.personId,
      number,
      language: input.language,
      editionTextId: input.editionTextId,
      blueprint: JSON.stringify(blueprint),
      paper: JSON.stringify(drawPaper(blueprint, input.pool, seed)),
      seed,
      startedAt: now,
      deadlineAt:
        blueprint.timeLimitMinutes === null ? null : new Date(now.getTime() + blueprint.timeLimitMinutes * 60_000),
    },
  });
  return { ok: true, number, already: false };
}

function nextOpening(last: SittingRow | undefined, blueprint: Blueprint): Date | null {
  if (last?.endedAt == null || blueprint.waitMinutes === 0) return null;
  return new Date(last.endedAt.getTime() + blueprint.waitMinutes * 60_000);
}

function drawPaper(
  blueprint: Blueprint,
  pool: readonly { readonly key: string; readonly revisionId: string }[],
  seed: string,
): PinnedPaper {
  const drawn = draw(
    blueprint,
    pool.map((entry) => getQuestion(entry.revisionId)),
    seed,
  );
  invariant(drawn.ok, "a published blueprint can be satisfied from its pool");
  const revisions = new Map(pool.map((entry) => [entry.key, entry.revisionId]));
  return {
    items: drawn.paper.items.map((item) => ({
      questionId: item.questionId,
      revisionId: present(revisions.get(item.questionId), `revision of ${item.questionId}`),
      optionOrder: [...item.optionOrder],
    })),
  };
}
