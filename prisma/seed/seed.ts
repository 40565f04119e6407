import path from "node:path";
import { z } from "zod";
import type { PublicationSource, Recording } from "../../app/authoring/publication";
import { writeDraftSource } from "../../app/authoring/drafts/write-draft-source.server";
import { inEnglish } from "../../app/authoring/say-finding.server";
import { type Publication, type Published, publishEdition } from "../../app/authoring/publish-edition.server";
import { importRecording } from "../../app/media/import-recording.server";
import { db, transact } from "../../app/platform/db.server";
import { env } from "../../app/platform/env.server";
import { registerSociety } from "../../app/societies/register-society.server";
import { seedDemonstrationAccounts } from "./accounts";
import {
  banksFolder,
  ContentError,
  contentFolder,
  listTrackFolders,
  readJson,
  readRecording,
  readTrack,
} from "./read-content";
import { seedSitePages } from "./site-pages";
import { societies } from "./societies";

interface Seeding {
  readonly now: Date;
  /** Other folders than the shipped ones. */
  readonly content?: string;
  readonly banks?: string;
  readonly correction?: Correction;
}

/** What is published of one track mends a mistake: its learners are told what it was. */
export interface Correction {
  readonly trackSlug: string;
  readonly note: string;
}

export interface SeededTrack {
  readonly slug: string;
  readonly published: Published;
}

/**
 * Fills a migrated database with the shipped societies, site pages, recordings and tracks, and in demonstration mode
 * with its accounts. What is there already stays as it is, so seeding again changes nothing.
 * @throws ContentError with the sentences of whatever is wrong in the content; what was seeded before it stays
 */
export async function seed({
  now,
  content = contentFolder,
  banks = banksFolder,
  correction,
}: Seeding): Promise<readonly SeededTrack[]> {
  const folders = listTrackFolders(content);
  if (correction !== undefined && !folders.some((folder) => slugOf(folder) === correction.trackSlug))
    throw new ContentError(`There is no shipped track "${correction.trackSlug}" to correct.`);
  const societyIds = new Map<string, string>();
  for (const society of societies)
    societyIds.set(society.slug, await registerSociety({ ...society, isDemonstration: true }));
  if (env.isDemonstration) await seedDemonstrationAccounts(now);
  await seedSitePages(now);
  await seedIntroduction(path.join(content, "introduction"), now);
  const seeded: SeededTrack[] = [];
  for (const folder of folders) seeded.push(await seedTrack(folder, { banks, societyIds, now, correction }));
  return seeded;
}

function slugOf(folder: string): string {
  return readJson(path.join(folder, "track.json"), z.object({ slug: z.string() })).slug;
}

async function seedRecording(
  folder: string,
  name: string,
  title: string,
  audience: "anyone" | "enrolled",
  now: Date,
): Promise<Recording> {
  const recording = readRecording(folder);
  const imported = await importRecording({ ...recording, name, title, audience, now });
  if (imported.ok) return { assetId: imported.assetId, durationMs: recording.durationMs };
  switch (imported.reason) {
    case "no-file":
      throw new ContentError(`${recording.videoFile} is missing: make it with scripts/make-webinar.`);
    case "no-poster":
      throw new ContentError(`${recording.posterFile} is missing: make it with scripts/make-webinar.`);
    case "other-file":
      throw new ContentError(`${recording.videoFile} is not the file that media.json beside it describes.`);
  }
}

async function seedIntroduction(folder: string, now: Date): Promise<void> {
  const { title } = readJson(path.join(folder, "script.json"), z.object({ title: z.object({ en: z.string() }) }));
  await seedRecording(folder, "introduction", title.en, "anyone", now);
}

interface TrackSeeding {
  readonly banks: string;
  readonly societyIds: ReadonlyMap<string, string>;
  readonly now: Date;
  readonly correction: Correction | undefined;
}

async function seedTrack(folder: string, { banks, societyIds, now, correction }: TrackSeeding): Promise<SeededTrack> {
  const source = readTrack(folder, banks);
  const { slug, society } = source.file;
  const societyId = societyIds.get(society);
  if (societyId === undefined) throw new ContentError(`${folder} names the society "${society}", which is not seeded.`);
  const media = await seedWebinars(folder, source, now);
  const note = correction?.trackSlug === slug ? { isCorrection: true, changeNote: correction.note } : {};
  const published = await publishShipped({ ...source, ...note, media, societyId, now });
  await transact(async (tx) => {
    const track = await tx.track.findUnique({ where: { slug, societyId }, select: { id: true } });
    if (track === null) return;
    await writeDraftSource(tx, { trackId: track.id, source: { ...source, media }, byPersonId: null, now });
  });
  // What a society has decided about its questions must not keep the site from starting.
  if (published.ok || published.reason === "unchanged" || published.reason === "out-of-use") return { slug, published };
  if (published.reason === "not-yours")
    throw new ContentError(`The track or the bank of ${folder} belongs to another society.`);
  if (published.reason === "overtaken") throw new ContentError(`${folder} is being published by somebody else.`);
  throw new ContentError(
    `${folder} can't be published:\n${published.problems.map((problem) => `  ${inEnglish(problem)}`).join("\n")}`,
  );
}

/** A track that a person has published since is that person's: the shipped text would take the current edition back. */
async function publishShipped(publication: Publication): Promise<Published> {
  const track = await db.track.findUnique({
    where: { slug: publication.file.slug },
    select: { slug: true, currentEdition: { select: { id: true, number: true } } },
  });
  const byPerson =
    track?.currentEdition == null
      ? null
      : await db.auditEvent.findFirst({
          where: { subject: `track:${track.slug}`, action: "edition.publish", actorId: { not: null } },
          select: { id: true },
        });
  if (track?.currentEdition == null || byPerson === null) return publishEdition(publication);
  const { id: editionId, number } = track.currentEdition;
  return { ok: false, reason: "unchanged", editionId, number };
}

async function seedWebinars(
  folder: string,
  { file, texts }: Omit<PublicationSource, "media">,
  now: Date,
): Promise<Record<string, Recording>> {
  const english = texts.find(({ language }) => language === "en");
  const media: Record<string, Recording> = {};
  for (const lesson of file.modules.flatMap((module) => module.lessons)) {
    if (lesson.kind !== "webinar") continue;
    const title = english?.lessons[lesson.id]?.title ?? lesson.id;
    media[lesson.media] = await seedRecording(path.join(folder, lesson.media), file.slug, title, "enrolled", now);
  }
  return media;
}
