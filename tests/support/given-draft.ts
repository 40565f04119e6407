import { freezeQuestion } from "../../app/authoring/banks/freeze-question.server";
import { writeDraftSource } from "../../app/authoring/drafts/write-draft-source.server";
import type { PublicationSource } from "../../app/authoring/publication";
import { transact } from "../../app/platform/db.server";
import { newId } from "../../app/platform/ids.server";
import type { Given } from "./given";
import { recording, smallTrack } from "./small-track";

const createdAt = new Date("2026-03-01T09:00:00.000Z");

/** A society, a new one unless `own` is given, with the working copy of a track that could be published as it stands, its bank and its recording. */
export async function givenDraft(
  given: Given,
  changes: Partial<PublicationSource> = {},
  own?: Awaited<ReturnType<Given["society"]>>,
) {
  const society = own ?? (await given.society());
  const trackId = newId();
  const slug = `track-${trackId}`;
  const bankSlug = `bank-${trackId}`;
  const whole = { ...smallTrack, ...changes };
  const source: PublicationSource = {
    ...whole,
    file: { ...whole.file, slug, society: society.slug, bank: bankSlug },
    bank: { ...whole.bank, slug: bankSlug },
  };
  await transact(async (tx) => {
    await tx.track.create({ data: { id: trackId, slug, societyId: society.id, availability: "open" } });
    const bank = await tx.bank.create({
      data: { id: newId(), slug: bankSlug, title: "A bank", societyId: society.id },
    });
    for (const question of source.bank.questions) {
      const { content, hash, revisionId } = freezeQuestion(bankSlug, question);
      const { id: questionId } = await tx.question.create({ data: { id: newId(), bankId: bank.id, key: question.id } });
      await tx.questionRevision.create({
        data: { id: revisionId, questionId, number: 1, hash, content, createdAt, byPersonId: null },
      });
    }
    const facts = {
      host: "local",
      state: "ready",
      title: "Webinar",
      bytes: 1,
      width: 1280,
      height: 720,
      sha256: "0".repeat(64),
    };
    await tx.mediaAsset.upsert({
      where: { id: recording.assetId },
      update: {},
      create: {
        ...facts,
        id: recording.assetId,
        durationMs: recording.durationMs,
        locator: "x.mp4",
        audience: "enrolled",
        createdAt,
        tracks: {
          create: ["en", "de"].flatMap((language) =>
            ["captions", "chapters"].map((kind) => ({ kind, language, vtt: "WEBVTT\n" })),
          ),
        },
      },
    });
    await writeDraftSource(tx, { trackId, source, byPersonId: null, now: createdAt });
  });
  return { society, trackId, slug, source };
}
