import { z } from "zod";
import { statement } from "../platform/db.server";
import { timeFactors } from "./attempts";
import { participantActions } from "./participant-change";
import { enrolmentSubject } from "./reminder-rule";

/** Something that the society did for or to a participant, as the audit trail keeps it. */
export interface PastDeed {
  readonly at: string;
  /** Null when the account of who did it is gone. */
  readonly byName: string | null;
  readonly deed: keyof typeof participantActions;
  readonly lessonTitle: string | null;
  readonly factor: (typeof timeFactors)[number] | null;
  readonly reason: string | null;
}

interface Row {
  readonly at: string;
  readonly action: string;
  readonly details: string;
  readonly byName: string | null;
}

const bySubject = statement<[string], Row>(`
  SELECT a.at, a.action, a.details, p.certificateName AS byName
    FROM AuditEvent a LEFT JOIN Person p ON p.id = a.actorId
   WHERE a.subject = ? ORDER BY a.at DESC, a.id DESC LIMIT 200`);

const Details = z.object({
  lessonId: z.string().nullish(),
  factor: z.enum(timeFactors).nullish().catch(null),
  reason: z.string().nullish(),
});

const deedOf = new Map(
  // Keys of the table itself.
  (Object.keys(participantActions) as PastDeed["deed"][]).map((deed) => [participantActions[deed] as string, deed]),
);

/** What the society did about an enrolment, the latest first. @param titles of the lessons by id */
export function listParticipantDeeds(enrolmentId: string, titles: ReadonlyMap<string, string>): PastDeed[] {
  return bySubject.all(enrolmentSubject(enrolmentId)).flatMap(({ at, action, details, byName }) => {
    const deed = deedOf.get(action);
    if (deed === undefined) return [];
    const { lessonId, factor, reason } = Details.parse(JSON.parse(details));
    const lessonTitle = lessonId == null ? null : (titles.get(lessonId) ?? lessonId);
    return [{ at, byName, deed, lessonTitle, factor: factor ?? null, reason: reason ?? null }];
  });
}
