import type { Transaction } from "../platform/db.server";
import { type Enrolment, findEnrolmentById } from "./find-enrolment.server";

/** Who does something to which participant. `societyId` comes from a guard. */
export interface ParticipantDeed {
  readonly societyId: string;
  readonly actorId: string;
  readonly enrolmentId: string;
  readonly now: Date;
}

/**
 * An enrolment in one of the society's tracks, read inside the transaction that changes it, so that two clicks see
 * each other. Null: there is none, or it is another society's.
 */
export async function findOwnEnrolment(
  tx: Transaction,
  { societyId, enrolmentId }: Pick<ParticipantDeed, "societyId" | "enrolmentId">,
): Promise<{
  readonly enrolment: Enrolment;
  readonly row: { readonly personId: string; readonly endedAt: Date | null; readonly timeFactor: string };
  /** A reason that is kept may not say any of these. */
  readonly names: readonly string[];
} | null> {
  const row = await tx.enrolment.findFirst({
    where: { id: enrolmentId, edition: { track: { societyId } } },
    select: { personId: true, endedAt: true, timeFactor: true, person: { select: { certificateName: true } } },
  });
  const enrolment = row && findEnrolmentById(enrolmentId);
  return row === null || enrolment === null ? null : { enrolment, row, names: [row.person.certificateName] };
}
