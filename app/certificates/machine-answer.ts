import type { PublicCertificate } from "./find-certificate.server";

/** The answer of the check page for programs. Names are stable; new ones may be added. */
export function machineAnswer(
  { number, facts, personal, status, expiresAt, revoked, replacedBy }: PublicCertificate,
  now: Date,
) {
  return {
    number,
    genuine: true,
    status,
    checkedAt: now.toISOString(),
    demonstration: facts.demonstration,
    // What the holder said on the day of issue; nobody compared it with an identity document.
    holder: personal,
    track: { title: facts.trackTitle, slug: facts.trackSlug, modality: facts.modality, language: facts.language },
    issuer: { name: facts.societyName, acronym: facts.societyAcronym, site: facts.siteName },
    edition: { number: facts.editionNumber, publishedOn: facts.editionDate },
    completedAt: facts.completedAt,
    issuedAt: facts.issuedAt,
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
    revoked: revoked && { at: new Date(revoked.at).toISOString(), reason: revoked.reason },
    replacedBy: replacedBy?.number ?? null,
    plannedMinutes: facts.minutes,
    lessons: facts.lessonsCount,
    assessment: facts.assessment,
    watched: facts.watched,
    evaluationGiven: facts.evaluation,
    credits: facts.credits,
    outcomes: facts.outcomes,
    evidence: "theory",
  };
}
