import { createBank } from "../banks/create-bank.server";
import { findBank } from "../banks/find-bank.server";
import { listBanks } from "../banks/list-banks.server";
import { writeBase } from "./draft-base";
import type { Typed } from "./draft-form";
import { findDraft } from "./find-draft.server";
import type { PlaceInTrack } from "./lesson-page.server";
import { headOf, type TrackHead } from "./outline-page.server";
import { type FormToSave, saveDraftForm, type SavedForm } from "./save-draft-form.server";
import { settingsForm } from "./settings-form";
import { shippedOutcomes } from "./shipped-outcomes";

export interface SettingsPage {
  readonly head: TrackHead;
  readonly fields: Typed;
  readonly banks: readonly { readonly slug: string; readonly title: string }[];
  /** Outcomes of the shipped list that the track hasn't got. */
  readonly shipped: readonly { readonly code: string; readonly text: string }[];
}

/** The settings of one of this society's drafts, or null. */
export function findSettingsPage({ societyId, trackSlug, seen }: PlaceInTrack): SettingsPage | null {
  const draft = findDraft(societyId, trackSlug);
  if (draft === null) return null;
  const codes = draft.file.outcomes.map(({ code }) => code);
  return {
    head: headOf(draft, seen),
    fields: { ...settingsForm.fieldsOf(draft), base: writeBase(draft.base) },
    banks: listBanks(societyId).map(({ slug, title }) => ({ slug, title })),
    shipped: shippedOutcomes
      .filter(({ code }) => !codes.includes(code))
      .map(({ code, text }) => ({ code, text: text[draft.words.language] })),
  };
}

/** Saves the settings. A title in `newBank` makes an empty bank and chooses it, once everything else is in order. */
export async function saveSettings(save: Omit<FormToSave, "form">): Promise<SavedForm> {
  const { newBank = "", bank = "" } = save.typed;
  if (bank !== "" && findBank(save.societyId, bank) === null) return { ok: false, reason: "bad-form" };
  if (newBank.length > 120)
    return {
      ok: false,
      reason: "refused",
      typed: save.typed,
      faults: [{ field: "newBank", code: "long" }],
      conflict: null,
    };
  const typed = Object.fromEntries(Object.entries(save.typed).filter(([name]) => name !== "newBank"));
  const saved = await saveDraftForm({ ...save, typed, form: settingsForm });
  if (newBank === "") return saved;
  if (!saved.ok) return saved.reason === "refused" ? { ...saved, typed: { ...saved.typed, newBank } } : saved;
  const { societyId, byPersonId: actorId, now } = save;
  const { slug } = await createBank({ societyId, title: newBank, actorId, now });
  const draft = findDraft(societyId, save.trackSlug);
  if (draft === null) return saved;
  const chosen = { ...settingsForm.fieldsOf(draft), bank: slug, base: writeBase(draft.base) };
  return saveDraftForm({ ...save, typed: chosen, form: settingsForm });
}
