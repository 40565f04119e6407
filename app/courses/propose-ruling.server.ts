import {
  currentQuestion,
  describeQuestion,
  type Fields,
  type QuestionToRule,
  readProposal,
} from "../assessments/regrade-form.server";
import type { RulingOn } from "../assessments/regrade-sittings.server";
import { findRulingPage, previewRegrade, type RegradeTable, type RulingPage } from "./find-regrade.server";
import { ruleOnQuestion } from "./rule-on-question.server";

/** What an editor posts: the form, its preview with a page of it, or the word to go ahead. */
export interface PostedRuling {
  readonly societyId: string;
  readonly actorId: string;
  readonly revisionId: string;
  readonly intent: "edit" | "preview" | "commit";
  readonly page: number;
  readonly rulingId: string;
  /** The last ruling that the form knew; "" for none. */
  readonly after: string;
  readonly reason: string;
  readonly fields: Fields;
  readonly now: Date;
}

export type RulingRefusal =
  | "kind"
  | "unreadable"
  | "broken"
  | "asks-something-else"
  | "changes-nothing"
  | "reason-missing"
  | "reason-long"
  | "overtaken";

/** A ruling that its form can be filled with again. */
export interface DraftRuling {
  readonly kind: string;
  readonly reason: string;
  readonly question: QuestionToRule;
  /** Of the fields that hold one text: what was typed. */
  readonly typed: Readonly<Record<string, string>>;
}

/** A proposal that holds, ready to be posted again. */
export interface ProposedRuling {
  readonly kind: string;
  readonly reason: string;
  readonly rulingId: string;
  readonly after: string;
  /** The corrected question as JSON; null for rulings without one. */
  readonly corrected: string | null;
  readonly question: QuestionToRule;
  readonly table: RegradeTable;
}

export type RulingAnswer =
  | { readonly state: "not-there" }
  | {
      readonly state: "form";
      readonly refused: RulingRefusal | null;
      readonly faults: readonly string[];
      readonly draft: DraftRuling;
    }
  | { readonly state: "preview"; readonly proposed: ProposedRuling }
  | { readonly state: "committed"; readonly rulingId: string };

const longestReason = 1000;

/** Answers the form of a ruling; only `commit` writes. */
export async function proposeRuling(posted: PostedRuling): Promise<RulingAnswer> {
  const { societyId, revisionId, rulingId } = posted;
  const page = findRulingPage({ societyId, revisionId });
  if (page === null) return { state: "not-there" };
  if (page.rulings.some(({ id }) => id === rulingId)) return { state: "committed", rulingId };
  const proposal = readProposal(currentQuestion(revisionId), posted.fields);
  const draft = draftOf(posted, proposal.ok ? describeQuestion(proposal.question) : page.question);
  if (!proposal.ok) return { state: "form", refused: proposal.reason, faults: proposal.faults, draft };
  const refused = reasonFault(posted.reason) ?? overtaken(page, posted);
  if (refused !== null || posted.intent === "edit") return { state: "form", refused, faults: [], draft };
  return posted.intent === "commit" ? commit(posted, draft, proposal.ruling) : preview(posted, draft, proposal.ruling);
}

async function commit(posted: PostedRuling, draft: DraftRuling, ruling: RulingOn["ruling"]): Promise<RulingAnswer> {
  const { revisionId, rulingId } = posted;
  const after = posted.after === "" ? null : posted.after;
  const ruled = await ruleOnQuestion({ ...posted, after, proposed: { revisionId, ruling } });
  if (ruled.ok) return { state: "committed", rulingId };
  if (ruled.reason === "not-there") return { state: "not-there" };
  return { state: "form", refused: ruled.reason, faults: [], draft };
}

async function preview(posted: PostedRuling, draft: DraftRuling, ruling: RulingOn["ruling"]): Promise<RulingAnswer> {
  const { societyId, revisionId, rulingId, after, reason, page } = posted;
  const corrected = ruling.kind === "corrected-key" ? JSON.stringify(ruling.question) : null;
  const table = await previewRegrade({ societyId, proposed: { revisionId, ruling }, page });
  const { question } = draft;
  return { state: "preview", proposed: { kind: ruling.kind, reason, rulingId, after, corrected, question, table } };
}

function overtaken({ rulings }: RulingPage, { after }: PostedRuling): "overtaken" | null {
  return (rulings.at(-1)?.id ?? "") === after ? null : "overtaken";
}

function reasonFault(reason: string): "reason-missing" | "reason-long" | null {
  if (reason === "") return "reason-missing";
  return reason.length > longestReason ? "reason-long" : null;
}

function draftOf({ fields, reason }: PostedRuling, question: QuestionToRule): DraftRuling {
  const typed = Object.entries(fields).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
  const { kind } = fields;
  return { kind: typeof kind === "string" ? kind : "", reason, question, typed: Object.fromEntries(typed) };
}
