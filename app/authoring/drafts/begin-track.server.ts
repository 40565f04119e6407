import { recordEvent } from "../../audit/record-event.server";
import { type Transaction, transact } from "../../platform/db.server";
import { newId } from "../../platform/ids.server";
import { freeId, slugOf } from "../banks/slug";
import { canonicalJson } from "../canonical-json";
import { blankDraft, type ContentLanguage, type Draft, type DraftFile } from "./draft-file";
import { saveDraftText } from "./draft-store.server";

export interface TrackToBegin {
  /** Both from a guard that proved the right to write. */
  readonly societyId: string;
  readonly societySlug: string;
  readonly title: string;
  readonly language: ContentLanguage;
  readonly modality: DraftFile["modality"];
  readonly byPersonId: string;
  readonly now: Date;
}

/**
 * Makes a track with an empty working copy. Learners don't see it: a track without an edition is in no list. Its address
 * follows from the title and is free in the whole site.
 */
export function beginTrack(begin: TrackToBegin): Promise<{ slug: string }> {
  const { societyId, societySlug: society, title, language, modality, byPersonId, now } = begin;
  return transact(async (tx) => {
    const wanted = slugOf(title, 60, "track");
    const taken = await tx.track.findMany({ where: { slug: { startsWith: wanted } }, select: { slug: true } });
    const slug = freeId(wanted, (id) => taken.some((track) => track.slug === id));
    const trackId = newId();
    await tx.track.create({ data: { id: trackId, slug, societyId, availability: "open" } });
    const draft = blankDraft({ slug, society, title, language, modality, bank: "" });
    await storeFirstDraft(tx, { trackId, draft, byPersonId, now });
    const event = {
      actorId: byPersonId,
      action: "track.begin",
      subject: `track:${slug}`,
      details: { language, modality },
    };
    await recordEvent(tx, { ...event, now });
    return { slug };
  });
}

async function storeFirstDraft(
  tx: Transaction,
  first: { trackId: string; draft: Draft; byPersonId: string; now: Date },
): Promise<void> {
  const { draft, ...text } = first;
  const { file, words } = draft;
  await saveDraftText(tx, { ...text, part: "structure", language: "", base: 0, content: canonicalJson(file) });
  const { language } = words;
  await saveDraftText(tx, { ...text, part: "words", language, base: 0, content: canonicalJson(words) });
}
