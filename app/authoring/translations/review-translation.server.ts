import type { Locale } from "../../i18n/locales";
import { transact } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
import { readTranslations } from "./read-translations.server";

export type ReviewedTranslation =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: "not-there" }
  /** Something is missing or behind: there is nothing to approve yet. */
  | { readonly ok: false; readonly reason: "unfinished" }
  /** Either side was changed since the page was made. */
  | { readonly ok: false; readonly reason: "newer" };

/** Says that the texts of a group are right, as they stand in `fingerprint`. A later change of either side undoes it. */
export function reviewTranslation(review: {
  /** From a guard that proved the right to review. */
  readonly societyId: string;
  readonly trackSlug: string;
  readonly language: Locale;
  readonly group: string;
  readonly fingerprint: string;
  readonly byPersonId: string;
  readonly now: Date;
}): Promise<ReviewedTranslation> {
  return transact(async (tx): Promise<ReviewedTranslation> => {
    const track = await readTranslations(review);
    const translation = track?.languages.find(({ language }) => language === review.language);
    const units = translation?.units.filter(({ group }) => group === review.group) ?? [];
    if (track === null || units.length === 0) return { ok: false, reason: "not-there" };
    if (fingerprintOf(units) !== review.fingerprint) return { ok: false, reason: "newer" };
    if (units.some(({ status }) => status === "missing" || status === "behind"))
      return { ok: false, reason: "unfinished" };
    const { language, byPersonId, now } = review;
    const fresh = units.filter(({ status }) => status === "draft");
    const place = { trackId: track.trackId, language };
    await tx.translationMark.deleteMany({ where: { ...place, unit: { in: fresh.map(({ id }) => id) } } });
    await tx.translationMark.createMany({
      data: fresh.map((unit) => ({
        ...place,
        unit: unit.id,
        sourceVersion: unit.sourceVersion,
        targetHash: sha256(unit.target),
        reviewedById: byPersonId,
        reviewedAt: now,
      })),
    });
    return { ok: true };
  });
}

/** Names both sides of some texts as they are. */
export function fingerprintOf(units: readonly { readonly source: string; readonly target: string }[]): string {
  return sha256(JSON.stringify(units.map(({ source, target }) => [source, target])));
}
