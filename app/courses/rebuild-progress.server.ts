import { statement, transact } from "../platform/db.server";
import { type Enrolment, findEnrolmentById } from "./find-enrolment.server";
import type { LessonState } from "./progress";
import { recordProgress } from "./record-progress.server";
import { listEarlierEditions, statesFromEvidence } from "./states-from-evidence.server";

/** Where the projection is not what the evidence says. */
export interface ProgressDifference {
  readonly enrolmentId: string;
  readonly lessonId: string;
  /** Null: there is no row, or there should be none. */
  readonly stored: LessonState | null;
  readonly recomputed: LessonState | null;
}

export interface RebuiltProgress {
  readonly enrolments: number;
  readonly differences: readonly ProgressDifference[];
  /** Ids of enrolments whose moment of completion is missing, or that have one without the evidence for it. */
  readonly completions: readonly { readonly enrolmentId: string; readonly fault: "missing" | "unfounded" }[];
}

const nextIds = statement<[string], { id: string }>("SELECT id FROM Enrolment WHERE id > ? ORDER BY id LIMIT 200");
/**
 * Recomputes the state of every lesson of every enrolment from the evidence and compares it with what is stored.
 * @param write repairs: states become what the evidence says, a missing completion is noted and asks for its
 *   certificate. A completion without evidence is only reported: a certificate may stand on it.
 */
export async function rebuildProgress({ write, now }: { write: boolean; now: Date }): Promise<RebuiltProgress> {
  const differences: ProgressDifference[] = [];
  const completions: { enrolmentId: string; fault: "missing" | "unfounded" }[] = [];
  let enrolments = 0;
  for (let ids = nextIds.all(""); ids.length > 0; ids = nextIds.all(ids.at(-1)?.id ?? "")) {
    for (const { id } of ids) {
      const enrolment = findEnrolmentById(id);
      // It may have been erased since the list was read.
      if (enrolment === null) continue;
      enrolments++;
      const recomputed = recompute(enrolment);
      const found = compare(enrolment, recomputed);
      differences.push(...found);
      const fault = completionFault(enrolment, recomputed);
      if (fault !== null) completions.push({ enrolmentId: id, fault });
      if (write) await repair(enrolment, found, fault === "missing" ? recomputed : null, now);
    }
  }
  return { enrolments, differences, completions };
}

type States = ReadonlyMap<string, LessonState>;

function recompute({ id, edition }: Enrolment): States {
  return statesFromEvidence(id, edition.manifest, listEarlierEditions(id));
}

function compare({ id, states }: Enrolment, recomputed: States): ProgressDifference[] {
  const lessonIds = new Set([...Object.keys(states), ...recomputed.keys()]);
  return [...lessonIds].flatMap((lessonId) => {
    const stored = states[lessonId] ?? null;
    const wanted = recomputed.get(lessonId) ?? null;
    return isSame(stored, wanted) ? [] : [{ enrolmentId: id, lessonId, stored, recomputed: wanted }];
  });
}

/** No row and a lesson that has not been started are the same; a row of a lesson that the edition lacks is not. */
function isSame(stored: LessonState | null, wanted: LessonState | null): boolean {
  if (wanted === null) return stored === null;
  return (stored?.fraction ?? 0) === wanted.fraction && (stored?.done ?? false) === wanted.done;
}

function completionFault({ completedAt }: Enrolment, recomputed: States): "missing" | "unfounded" | null {
  const isComplete = [...recomputed.values()].every((state) => state.done);
  if (isComplete === (completedAt !== null)) return null;
  return isComplete ? "missing" : "unfounded";
}

async function repair(
  enrolment: Enrolment,
  differences: readonly ProgressDifference[],
  toComplete: States | null,
  now: Date,
): Promise<void> {
  if (differences.length === 0 && toComplete === null) return;
  const enrolmentId = enrolment.id;
  await transact(async (tx) => {
    for (const { lessonId, recomputed } of differences) {
      const key = { enrolmentId, lessonId };
      if (recomputed === null) await tx.lessonState.deleteMany({ where: key });
      else {
        await tx.lessonState.upsert({
          where: { enrolmentId_lessonId: key },
          create: { ...key, ...recomputed },
          update: recomputed,
        });
      }
    }
    // The last lesson's state once more, through the one place that notes a completion and asks for the certificate.
    const [last] = toComplete === null ? [] : [...toComplete].slice(-1);
    if (last !== undefined) {
      const [lessonId, state] = last;
      await recordProgress(tx, { enrolmentId, manifest: enrolment.edition.manifest, lessonId, state, now });
    }
  });
}
