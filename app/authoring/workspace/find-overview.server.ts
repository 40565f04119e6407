import { canMarkEssays } from "../../assessments/regrade-policy";
import type { SocietyRole } from "../../auth/roles";
import { dbTime, statement } from "../../platform/db.server";
import { present } from "../../platform/invariant";
import { mayInSociety } from "../../societies/policy";

interface Counts {
  readonly essays: number;
  readonly mistakes: number;
  readonly invitations: number;
  readonly tracks: number;
  readonly learners: number;
  readonly recent: number;
  readonly completed: number;
  readonly questions: number;
  readonly members: number;
}

// CROSS JOIN keeps SQLite to this order: from the society's few tracks to their rows, never through all of them.
const enrolments = "FROM Track t CROSS JOIN Enrolment e WHERE t.societyId = @societyId AND e.trackId = t.id";
const countAll = statement<[{ societyId: string; since: string }], Counts>(`
  SELECT
    (SELECT count(*) FROM Track t CROSS JOIN Enrolment e CROSS JOIN Sitting s
      WHERE t.societyId = @societyId AND e.trackId = t.id
        AND s.subjectKind = 'lesson' AND s.subjectRef > e.id || ':' AND s.subjectRef < e.id || ';'
        AND s.endedAt IS NOT NULL AND s.passed IS NULL) AS essays,
    (SELECT count(*) FROM Track t CROSS JOIN Edition d CROSS JOIN MistakeReport r
      WHERE t.societyId = @societyId AND d.trackId = t.id AND r.editionId = d.id AND r.resolvedAt IS NULL) AS mistakes,
    (SELECT count(*) FROM SocietyInvitation i
      WHERE i.societyId = @societyId AND i.acceptedAt IS NULL AND i.revokedAt IS NULL) AS invitations,
    (SELECT count(*) FROM Track t WHERE t.societyId = @societyId AND t.currentEditionId IS NOT NULL
        AND t.availability <> 'withdrawn') AS tracks,
    (SELECT count(*) ${enrolments}) AS learners,
    (SELECT count(*) ${enrolments} AND e.enrolledAt >= @since) AS recent,
    (SELECT count(*) ${enrolments} AND e.completedAt IS NOT NULL) AS completed,
    (SELECT count(*) FROM Bank b CROSS JOIN Question q
      WHERE b.societyId = @societyId AND q.bankId = b.id AND q.retiredAt IS NULL) AS questions,
    (SELECT count(*) FROM Membership m WHERE m.societyId = @societyId) AS members`);

export const waitingKinds = ["essays", "mistakes", "invitations"] as const;
const figureNames = ["tracks", "learners", "recent", "completed", "questions", "members"] as const;

export interface Overview {
  /** What the role may do something about, where there is any. */
  readonly waiting: readonly { readonly kind: (typeof waitingKinds)[number]; readonly count: number }[];
  readonly figures: readonly { readonly name: (typeof figureNames)[number]; readonly count: number }[];
}

const recentMs = 30 * 86_400_000;

/** What waits in a society for somebody of this role, and how it is doing: one statement. @param input.societyId from a guard */
export function findOverview(input: { societyId: string; role: SocietyRole; now: Date }): Overview {
  const { societyId, role, now } = input;
  const counts = present(countAll.get({ societyId, since: dbTime(new Date(now.getTime() - recentMs)) }), "the counts");
  const may = { essays: canMarkEssays(role), mistakes: true, invitations: mayInSociety(role, "manage") };
  return {
    waiting: waitingKinds.flatMap((kind) => (may[kind] && counts[kind] > 0 ? [{ kind, count: counts[kind] }] : [])),
    figures: figureNames.map((name) => ({ name, count: counts[name] })),
  };
}
