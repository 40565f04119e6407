import { changeDraft, type NewerDraft } from "./change-draft.server";
import { type DraftBase, readBase, writeBase } from "./draft-base";
import { type OutlineChange, outlineChanges } from "./outline-changes";
import type { Typed } from "./draft-form";
import { said } from "./form-values";
import { type OutlineStep, readOutlineIntent } from "./outline-edit";
import { findUndone } from "./outline-page.server";

/** A step that somebody else came before: what they did, and the form that makes the step all the same. */
export interface OutlineConflict {
  readonly by: string | null;
  readonly at: string;
  readonly changes: readonly OutlineChange[];
  readonly again: Typed;
}

export interface OutlineRefusal {
  readonly typed: Typed;
  readonly faults: readonly { readonly field: string; readonly code: "title" | "module" | "gone" }[];
  readonly conflict: OutlineConflict | null;
}

export type EditedOutline =
  /** `query`: what the outline's page is to say, as the address's part behind the path. */
  | { readonly ok: true; readonly query: string }
  | { readonly ok: false; readonly reason: "not-there" }
  /** Not a form of ours. */
  | { readonly ok: false; readonly reason: "bad-form" }
  | ({ readonly ok: false; readonly reason: "refused" } & OutlineRefusal);

/** Makes the step that a button of the outline stands for. */
export async function editOutline(input: {
  societyId: string;
  trackSlug: string;
  typed: Typed;
  byPersonId: string;
  now: Date;
}): Promise<EditedOutline> {
  const { societyId, trackSlug, typed, byPersonId, now } = input;
  const base = readBase(said(typed, "base"));
  const step = readOutlineIntent(typed, findUndone(societyId, trackSlug, said(typed, "intent")));
  if (base === null || step === null) return { ok: false, reason: "bad-form" };
  const refused = { ok: false, reason: "refused", typed } as const;
  if (!step.ok) return { ...refused, faults: step.faults, conflict: null };
  const changed = await changeDraft({ societyId, trackSlug, base, edit: step.edit, byPersonId, now });
  if (changed.ok) return { ok: true, query: queryOf(step.did, changed.madeId ?? step.subject, changed.before) };
  if (changed.reason === "not-there") return { ok: false, reason: "not-there" };
  if (changed.reason === "gone") return { ...refused, faults: [{ field: "form", code: "gone" }], conflict: null };
  return { ...refused, faults: [], conflict: conflictOf(changed, typed) };
}

function queryOf(did: OutlineStep["did"], subject: string | null, before: DraftBase): string {
  const query = new URLSearchParams({ did, ...(subject === null ? {} : { id: subject }) });
  if (did === "deleted") query.set("was", writeBase(before));
  return `?${query.toString()}`;
}

function conflictOf({ seen, latest, base, by, at }: NewerDraft, typed: Typed): OutlineConflict {
  const isMine = (name: string) => {
    const [, subject = "", id = ""] = name.split(":");
    const title = subject === "module" ? seen.words.modules[id] : seen.words.lessons[id]?.title;
    return name.startsWith("title:") && typed[name] !== title;
  };
  const mine = Object.entries(typed).filter(([name]) => isMine(name));
  const again = { ...Object.fromEntries(mine), intent: typed["intent"] ?? "", base: writeBase(base), again: "yes" };
  return { by, at, changes: outlineChanges(seen, latest), again };
}
