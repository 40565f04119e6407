import { changeDraft, type NewerDraft } from "./change-draft.server";
import { readBase, writeBase } from "./draft-base";
import { type Draft, DraftFile, DraftWords } from "./draft-file";
import type { DraftFault, DraftForm, Typed } from "./draft-form";
import { findDraft } from "./find-draft.server";

/** One field that two people changed. */
export interface FieldConflict {
  readonly field: string;
  readonly mine: string;
  readonly theirs: string;
}

export interface FormRefused {
  readonly typed: Typed;
  readonly faults: readonly DraftFault[];
  readonly conflict: {
    readonly by: string | null;
    readonly at: string;
    readonly fields: readonly FieldConflict[];
  } | null;
}

export type SavedForm =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-there" }
  /** A choice that the page doesn't offer, or no form of ours. */
  | { readonly ok: false; readonly reason: "bad-form" }
  | ({ readonly ok: false; readonly reason: "refused" } & FormRefused);

export interface FormToSave {
  /** From a guard that proved the right to write. */
  readonly societyId: string;
  readonly trackSlug: string;
  readonly form: DraftForm;
  readonly typed: Typed;
  readonly byPersonId: string;
  readonly now: Date;
}

/**
 * Saves a form about a part of a draft. Fields that only somebody else has changed since the page was made keep what
 * they wrote; a field that both changed is refused with both texts.
 */
export async function saveDraftForm(save: FormToSave): Promise<SavedForm> {
  const { societyId, trackSlug, form, typed, byPersonId, now } = save;
  const draft = findDraft(societyId, trackSlug);
  const base = readBase(typed["base"] ?? "");
  if (draft === null || form.fieldsOf(draft) === null) return { ok: false, reason: "not-there" };
  const put = form.put(draft, typed);
  if (base === null || !isDraft(put.draft)) return { ok: false, reason: "bad-form" };
  if (put.faults.length > 0) return { ok: false, reason: "refused", typed, faults: put.faults, conflict: null };
  const changed = await changeDraft({ societyId, trackSlug, base, edit: editOf(form, typed), byPersonId, now });
  if (changed.ok) return { ok: true };
  if (changed.reason === "newer") return { ok: false, reason: "refused", ...conflictOf(changed, form, typed) };
  return { ok: false, reason: "not-there" };
}

function isDraft({ file, words }: Draft): boolean {
  return DraftFile.safeParse(file).success && DraftWords.safeParse(words).success;
}

const valueOf = (fields: Typed | null, name: string) => fields?.[name] ?? "";

/** Names of the fields that this person changed: their page began with those of `seen`. */
function changedBy(typed: Typed, seen: Typed): string[] {
  const names = new Set([...Object.keys(seen), ...Object.keys(typed)]);
  for (const name of ["base", "intent"]) names.delete(name);
  return [...names].filter((name) => valueOf(typed, name) !== valueOf(seen, name));
}

function editOf(
  form: DraftForm,
  typed: Typed,
): (seen: Draft) => { touches: (draft: Draft) => unknown; apply: (draft: Draft) => { draft: Draft } | null } {
  return (seen) => {
    const before = form.fieldsOf(seen) ?? {};
    const mine = changedBy(typed, before);
    return {
      // Who writes the same isn't in the way.
      touches: (draft) => {
        const now = form.fieldsOf(draft);
        return mine.map((name) =>
          valueOf(now, name) === valueOf(typed, name) ? valueOf(before, name) : valueOf(now, name),
        );
      },
      apply: (draft) => {
        const now = form.fieldsOf(draft);
        if (now === null) return null;
        const merged = { ...now, ...Object.fromEntries(mine.map((name) => [name, valueOf(typed, name)])) };
        return { draft: form.put(draft, merged).draft };
      },
    };
  };
}

function conflictOf({ seen, latest, base, by, at }: NewerDraft, form: DraftForm, typed: Typed): FormRefused {
  const [before, now] = [form.fieldsOf(seen) ?? {}, form.fieldsOf(latest) ?? {}];
  const mine = new Set(changedBy(typed, before));
  const theirs = changedBy(now, before);
  const fields = theirs
    .filter((name) => mine.has(name) && valueOf(typed, name) !== valueOf(now, name))
    .map((field) => ({ field, mine: valueOf(typed, field), theirs: valueOf(now, field) }));
  // What only they changed is taken over, so that sending the form again keeps it.
  const taken = theirs.filter((name) => !mine.has(name)).map((name) => [name, valueOf(now, name)] as const);
  return {
    typed: { ...typed, ...Object.fromEntries(taken), base: writeBase(base) },
    faults: [],
    conflict: { by, at, fields },
  };
}
