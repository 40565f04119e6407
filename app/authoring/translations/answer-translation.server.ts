import type { Locale } from "../../i18n/locales";
import type { TranslationRefused } from "./components/translation-page";
import { reviewTranslation } from "./review-translation.server";
import { saveTranslation } from "./save-translation.server";
import { confirmedUnits, type TranslationForm, typedUnits } from "./translation-form";

export type TranslationAnswer =
  | { readonly state: "done"; readonly saved: number | null }
  | { readonly state: "not-there" }
  | { readonly state: "refused"; readonly refused: TranslationRefused };

/** Saves or reviews what the page of one group sent; what was typed goes back with every refusal. */
export async function answerTranslation(
  place: { societyId: string; trackSlug: string; language: Locale; byPersonId: string; now: Date },
  form: TranslationForm,
): Promise<TranslationAnswer> {
  const { group, fingerprint, base } = form;
  const typed = typedUnits(form);
  const kept = Object.fromEntries(typed);
  if (form.intent === "review") {
    const reviewed = await reviewTranslation({ ...place, group, fingerprint });
    if (reviewed.ok) return { state: "done", saved: null };
    if (reviewed.reason === "not-there") return { state: "not-there" };
    const reason = reviewed.reason === "newer" ? "changed" : reviewed.reason;
    return { state: "refused", refused: { reason, typed: kept } };
  }
  const save = { ...place, base, sourceVersion: form.source, typed, confirmed: confirmedUnits(form) };
  const saved = await saveTranslation(save);
  if (saved.ok) return { state: "done", saved: saved.saved };
  if (saved.reason === "not-there") return { state: "not-there" };
  return { state: "refused", refused: { ...saved, typed: kept } };
}
