import { statement } from "../platform/db.server";
import { sha256 } from "../platform/ids.server";
import { chainStart, linkHash } from "./chain.server";
import { commitment } from "./commitment.server";
import { CertificateFacts, PersonalFacts } from "./facts";

/** What is wrong with the first certificate at which the chain breaks. */
export type ChainFault =
  /** A certificate before it is missing. */
  | "gap"
  /** It doesn't follow the one before it. */
  | "order"
  /** What it states is not what was hashed. */
  | "content"
  /** A column differs from the fact that it copies. */
  | "columns"
  /** Name or profession are not what was committed to. */
  | "person"
  /** The stored PDF is not the one that was made. */
  | "pdf";

export type ChainReport =
  /** `lastHash`: kept outside, it proves later that nothing was cut off the end. */
  | { readonly ok: true; readonly count: number; readonly lastHash: string }
  | {
      readonly ok: false;
      readonly count: number;
      readonly sequence: number;
      readonly number: string;
      readonly fault: ChainFault;
    };

interface ChainRow {
  readonly sequence: number;
  readonly number: string;
  readonly issue: number;
  readonly facts: string;
  readonly personalFacts: string | null;
  readonly salt: string | null;
  readonly commitment: string;
  readonly trackSlug: string;
  readonly issuedAt: string;
  readonly expiresAt: string | null;
  readonly isDemonstration: 0 | 1;
  readonly previousHash: string;
  readonly hash: string;
  readonly pdf: Buffer | null;
  readonly pdfHash: string | null;
}

const nextRows = statement<[number], ChainRow>(`
  SELECT sequence, number, issue, facts, personalFacts, salt, "commitment", trackSlug, issuedAt, expiresAt, isDemonstration,
         previousHash, hash, pdf, pdfHash FROM Certificate WHERE sequence > ? ORDER BY sequence LIMIT 100`);

/** Recomputes every certificate's hash from the first to the last and stops at the first break. Reads 100 at a time. */
export function verifyChain(): ChainReport {
  let before = { sequence: 0, hash: chainStart };
  for (;;) {
    const rows = nextRows.all(before.sequence);
    for (const row of rows) {
      const fault = faultOf(row, before);
      if (fault !== null)
        return { ok: false, count: before.sequence, sequence: row.sequence, number: row.number, fault };
      before = row;
    }
    if (rows.length === 0) return { ok: true, count: before.sequence, lastHash: before.hash };
  }
}

function faultOf(row: ChainRow, before: { sequence: number; hash: string }): ChainFault | null {
  if (row.sequence !== before.sequence + 1) return "gap";
  if (row.previousHash !== before.hash) return "order";
  const expiresAt = row.expiresAt === null ? null : new Date(row.expiresAt);
  if (row.hash !== linkHash({ ...row, expiresAt })) return "content";
  if (!columnsAgree(row)) return "columns";
  if (!personAgrees(row)) return "person";
  return pdfAgrees(row) ? null : "pdf";
}

function columnsAgree(row: ChainRow): boolean {
  const facts = CertificateFacts.safeParse(JSON.parse(row.facts)).data;
  return (
    facts?.number === row.number &&
    facts.trackSlug === row.trackSlug &&
    facts.demonstration === (row.isDemonstration === 1) &&
    facts.issuedAt === new Date(row.issuedAt).toISOString()
  );
}

/** After an erasure all three are gone, and the commitment stands alone. */
function personAgrees({ personalFacts, salt, ...row }: ChainRow): boolean {
  if (personalFacts === null || salt === null) return personalFacts === null && salt === null && row.pdf === null;
  const personal = PersonalFacts.safeParse(JSON.parse(personalFacts)).data;
  return personal !== undefined && commitment(personal, Buffer.from(salt, "hex")) === row.commitment;
}

function pdfAgrees({ pdf, pdfHash }: ChainRow): boolean {
  return pdf === null || sha256(pdf) === pdfHash;
}
