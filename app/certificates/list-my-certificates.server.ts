import { getText } from "../courses/edition-store.server";
import { type Enrolment, listEnrolments } from "../courses/find-enrolment.server";
import { statement } from "../platform/db.server";
import { type CertificateStatus, certificateStatus, daysLeft, type StatusColumns } from "./certificate-status";
import { CertificateFacts } from "./facts";

interface Entry {
  readonly title: string;
  readonly language: string;
  readonly societyName: string;
  readonly editionNumber: number;
  readonly demonstration: boolean;
  /** Lessons per module: the steps of the wedge, all lit. */
  readonly modules: readonly number[];
}

/** One line of "My certificates". */
export interface MyCertificate extends Entry {
  readonly number: string;
  readonly status: CertificateStatus;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  /** Days until the end, when it is near; null otherwise. */
  readonly endsInDays: number | null;
  readonly revoked: { readonly at: string; readonly reason: string } | null;
  readonly replacedBy: { readonly number: string; readonly at: string } | null;
}

/** A completed track whose certificate isn't there yet. */
export interface CertificateInTheMaking extends Entry {
  readonly enrolmentId: string;
  /** It should have been there long ago: something keeps the job from its end. */
  readonly isLate: boolean;
}

export interface MyCertificates {
  readonly certificates: readonly MyCertificate[];
  readonly inTheMaking: readonly CertificateInTheMaking[];
  /** Of all certificates, whatever was searched for. */
  readonly total: number;
}

interface CertificateRow extends StatusColumns {
  readonly enrolmentId: string;
  readonly number: string;
  readonly facts: string;
  readonly issuedAt: string;
  readonly revokedReason: string | null;
  readonly newNumber: string | null;
  readonly newIssuedAt: string | null;
}

const byHolder = statement<[string], CertificateRow>(`
  SELECT c.enrolmentId, c.number, c.facts, c.personalFacts, c.issuedAt, c.expiresAt, c.revokedAt, c.revokedReason,
         c.supersededById, n.number AS newNumber, n.issuedAt AS newIssuedAt
    FROM Certificate c LEFT JOIN Certificate n ON n.id = c.supersededById
   WHERE c.personId = ? ORDER BY c.sequence DESC LIMIT 500`);

const nearDays = 90;
const lateMs = 10 * 60_000;

/** The holder's certificates, the latest first, and those that are being made. Two statements. */
export function listMyCertificates(input: { personId: string; search: string; now: Date }): MyCertificates {
  const wanted = input.search.toLocaleLowerCase();
  const isWanted = (entry: Entry) =>
    wanted === "" || `${entry.title} ${entry.societyName}`.toLocaleLowerCase().includes(wanted);
  const rows = byHolder.all(input.personId);
  const certified = new Set(rows.map((row) => row.enrolmentId));
  const missing = listEnrolments(input.personId).filter(
    (enrolment) => enrolment.completedAt !== null && !certified.has(enrolment.id),
  );
  return {
    certificates: rows.map((row) => toMyCertificate(row, input.now)).filter(isWanted),
    inTheMaking: missing.map((enrolment) => toInTheMaking(enrolment, input.now)).filter(isWanted),
    total: rows.length + missing.length,
  };
}

function toMyCertificate(row: CertificateRow, now: Date): MyCertificate {
  const facts = CertificateFacts.parse(JSON.parse(row.facts));
  const status = certificateStatus(row, now);
  const left = daysLeft(row.expiresAt, now);
  return {
    title: facts.trackTitle,
    language: facts.language,
    societyName: facts.societyName,
    editionNumber: facts.editionNumber,
    demonstration: facts.demonstration,
    modules: facts.modules.map((module) => module.lessons),
    number: row.number,
    status,
    issuedAt: facts.issuedAt,
    expiresAt: row.expiresAt,
    endsInDays: status === "active" && left !== null && left <= nearDays ? left : null,
    revoked: row.revokedAt === null ? null : { at: row.revokedAt, reason: row.revokedReason ?? "" },
    replacedBy:
      row.newNumber === null || row.newIssuedAt === null ? null : { number: row.newNumber, at: row.newIssuedAt },
  };
}

function toInTheMaking(enrolment: Enrolment, now: Date): CertificateInTheMaking {
  const { edition } = enrolment;
  const { text } = getText(enrolment.textId);
  return {
    title: text.title,
    language: text.language,
    societyName: edition.society.name,
    editionNumber: edition.number,
    demonstration: edition.society.isDemonstration,
    modules: edition.manifest.modules.map((module) => module.lessons.length),
    enrolmentId: enrolment.id,
    isLate: enrolment.completedAt !== null && now.getTime() - Date.parse(enrolment.completedAt) > lateMs,
  };
}
