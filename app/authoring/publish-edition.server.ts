import { enqueueCorrectionNotice } from "../courses/correction-notice.job.server";
import type { EditionText } from "../courses/manifest";
import { markupVersion } from "../markup/render-lesson.server";
import { db, type Transaction, transact } from "../platform/db.server";
import { newId, sha256 } from "../platform/ids.server";
import { freezeQuestion } from "./banks/freeze-question.server";
import { canonicalJson } from "./canonical-json";
import { freezeLanguage, freezeManifest, renderAhead } from "./freeze-edition.server";
import { findRecordings } from "./find-recordings.server";
import type { Finding } from "./finding";
import type { PublicationSource } from "./publication";
import { findRetiredKeys, withoutQuestions } from "./retired-questions.server";
import { checkCitations, checkPublication } from "./publish-checks";

export interface Publication extends PublicationSource {
  readonly societyId: string;
  /** The edition mends a mistake: enrolled and completed learners are told. */
  readonly isCorrection?: boolean;
  /** What changed since the edition before, in the track's own language. A correction must say it. */
  readonly changeNote?: string;
  /** Who publishes; absent when the product itself does. */
  readonly actorId?: string;
  /** What must still hold when the writing begins, and what is written with it, in the same transaction. */
  readonly together?: {
    readonly holds: () => Promise<boolean>;
    readonly write: (tx: Transaction) => Promise<void>;
  };
  readonly now: Date;
}

export type Published =
  /** `made`: a new edition, or new texts of the current one. */
  | { readonly ok: true; readonly editionId: string; readonly number: number; readonly made: "edition" | "texts" }
  /** Everything is published already as it stands. */
  | { readonly ok: false; readonly reason: "unchanged"; readonly editionId: string; readonly number: number }
  /** The track or its bank belongs to another society. */
  | { readonly ok: false; readonly reason: "not-yours" }
  /** What `together` asks for doesn't hold any more. */
  | { readonly ok: false; readonly reason: "overtaken" }
  /** All would be well, had the society not taken questions out of use. The current edition stays. */
  | { readonly ok: false; readonly reason: "out-of-use"; readonly retired: readonly string[] }
  | { readonly ok: false; readonly reason: "problems"; readonly problems: readonly Finding[] };

interface Texts {
  readonly language: string;
  readonly content: string;
  readonly hash: string;
}

/**
 * Publishes a track: renders and freezes its texts, pins its questions, and makes a new edition where structure, rules
 * or questions changed, or a new revision of those texts that changed. What didn't change stays the row that it was.
 * Questions that the society has taken out of use are left out.
 */
export async function publishEdition(written: Publication): Promise<Published> {
  const retired = await findRetiredKeys(written.bank.slug, written.societyId);
  const publication = withoutQuestions(written, retired);
  const sourceHash = hashSource(publication);
  const before = await findUnchanged(publication.file.slug, sourceHash);
  if (before !== null) return { ok: false, reason: "unchanged", ...before };

  const recordings = await findRecordings(publication);
  const problems = checkPublication(publication, recordings);
  if (problems.length > 0 && retired.size > 0 && checkPublication(written, recordings).length === 0)
    return { ok: false, reason: "out-of-use", retired: [...retired] };
  if (publication.isCorrection === true && noteOf(publication) === "")
    problems.push({ code: "correction-unexplained", params: {}, where: { at: "settings" } });
  const wanted = publication.texts.filter(({ language }) => publication.file.languages.includes(language));
  await renderAhead({ ...publication, texts: wanted });
  const frozen = wanted.map((text) => freezeLanguage(publication, text));
  const cited = new Set(frozen.flatMap((language) => language.cited));
  problems.push(...checkCitations(publication, cited), ...frozen.flatMap((language) => language.findings));
  if (problems.length > 0) return { ok: false, reason: "problems", problems };

  const bodies = Object.fromEntries(frozen.flatMap((language) => Object.entries(language.bodies)));
  const texts = frozen.map(({ text }) => freezeText(text));
  return transact((tx) => store(tx, publication, { bodies, texts, sourceHash }));
}

function noteOf({ changeNote }: Publication): string {
  return changeNote?.trim() ?? "";
}

function freezeText(text: EditionText): Texts {
  const content = canonicalJson(text);
  return { language: text.language, content, hash: sha256(content) };
}

function hashSource({ file, texts, lessons, drawings, bank, bankTexts, media, societyId }: Publication): string {
  return sha256(canonicalJson({ markupVersion, file, texts, lessons, drawings, bank, bankTexts, media, societyId }));
}

/** The current edition, where the last publication was made of the same source. Rendering it again would take seconds. */
async function findUnchanged(slug: string, sourceHash: string): Promise<{ editionId: string; number: number } | null> {
  const track = await db.track.findUnique({
    where: { slug },
    select: { currentEdition: { select: { id: true, number: true } } },
  });
  const last = await db.auditEvent.findFirst({
    where: { subject: subjectOf(slug), action: "edition.publish" },
    orderBy: { id: "desc" },
    select: { details: true },
  });
  if (track?.currentEdition == null || last === null) return null;
  return last.details.includes(sourceHash)
    ? { editionId: track.currentEdition.id, number: track.currentEdition.number }
    : null;
}

function subjectOf(slug: string): string {
  return `track:${slug}`;
}

interface Frozen {
  readonly bodies: Readonly<Record<string, string>>;
  readonly texts: readonly Texts[];
  readonly sourceHash: string;
}

async function store(tx: Transaction, publication: Publication, frozen: Frozen): Promise<Published> {
  const { file, bank, societyId, now } = publication;
  if (!(await stillHolds(publication))) return { ok: false, reason: "overtaken" };
  const trackId = await ownTrack(tx, file.slug, societyId);
  const bankId = await ownBank(tx, bank, societyId);
  if (trackId === null || bankId === null) return { ok: false, reason: "not-yours" };

  const revisionIds = await storeQuestions(tx, bankId, publication);
  await storeBodies(tx, frozen.bodies);
  const manifest = canonicalJson(freezeManifest(publication, revisionIds));
  const note = { isCorrection: publication.isCorrection ?? false, changeNote: noteOf(publication) };
  const edition = await storeEdition(tx, { trackId, manifest, ...note, now });
  const changedTexts = await storeTexts(tx, edition.id, frozen.texts, now);
  const named = { editionId: edition.id, number: edition.number };
  if (!edition.isNew && changedTexts.length === 0) return { ok: false, reason: "unchanged", ...named };

  await tx.publicVersion.upsert({
    where: { name: "catalogue" },
    create: { name: "catalogue", version: 1 },
    update: { version: { increment: 1 } },
  });
  if (note.isCorrection) await announceCorrection(tx, edition, { note: note.changeNote, ...frozen, now });
  await record(tx, publication, { ...named, texts: changedTexts, sourceHash: frozen.sourceHash });
  await publication.together?.write(tx);
  return { ok: true, ...named, made: edition.isNew ? "edition" : "texts" };
}

/** A correction of nothing but texts makes no edition: it is named by what it published. */
async function announceCorrection(
  tx: Transaction,
  { id: editionId, isNew }: { readonly id: string; readonly isNew: boolean },
  { note, sourceHash, now }: { readonly note: string; readonly sourceHash: string; readonly now: Date },
): Promise<void> {
  const correction = isNew ? editionId : sha256(sourceHash).slice(0, 25);
  await enqueueCorrectionNotice(tx, { editionId, note, correction, after: "" }, now);
}

async function stillHolds({ together }: Publication): Promise<boolean> {
  return together === undefined || (await together.holds());
}

async function record(tx: Transaction, { file, actorId, now }: Publication, details: object): Promise<void> {
  await tx.auditEvent.create({
    data: {
      ...{ id: newId(), at: now, actorId: actorId ?? null, action: "edition.publish", subject: subjectOf(file.slug) },
      details: JSON.stringify(details),
    },
  });
}

/** The track's id, made where it is new; null when it is another society's. */
async function ownTrack(tx: Transaction, slug: string, societyId: string): Promise<string | null> {
  const track = await tx.track.findUnique({ where: { slug }, select: { id: true, societyId: true } });
  if (track !== null) return track.societyId === societyId ? track.id : null;
  const made = await tx.track.create({
    data: { id: newId(), slug, societyId, availability: "open" },
    select: { id: true },
  });
  return made.id;
}

async function ownBank(
  tx: Transaction,
  { slug, title }: Publication["bank"],
  societyId: string,
): Promise<string | null> {
  const bank = await tx.bank.findUnique({ where: { slug }, select: { id: true, societyId: true, title: true } });
  if (bank === null) {
    const made = await tx.bank.create({ data: { id: newId(), slug, title, societyId }, select: { id: true } });
    return made.id;
  }
  if (bank.societyId !== societyId) return null;
  if (bank.title !== title) await tx.bank.update({ where: { id: bank.id }, data: { title } });
  return bank.id;
}

/**
 * Gives each question of the bank its revision: the first row that holds the same content, so that an author who went
 * back to it changes no edition, or a new one.
 * @returns question key -> revision id
 */
async function storeQuestions(
  tx: Transaction,
  bankId: string,
  { bank, now }: Publication,
): Promise<Map<string, string>> {
  const known = await tx.question.findMany({
    where: { bankId },
    select: {
      id: true,
      key: true,
      revisions: { orderBy: { number: "asc" }, select: { id: true, number: true, hash: true } },
    },
  });
  const ids = new Map<string, string>();
  for (const question of bank.questions) {
    const { content, hash, revisionId } = freezeQuestion(bank.slug, question);
    const row = known.find(({ key }) => key === question.id) ?? {
      ...(await tx.question.create({ data: { id: newId(), bankId, key: question.id } })),
      revisions: [],
    };
    const same = row.revisions.find((revision) => revision.hash === hash);
    ids.set(question.id, same?.id ?? revisionId);
    if (same !== undefined) continue;
    const number = Math.max(0, ...row.revisions.map((revision) => revision.number)) + 1;
    await tx.questionRevision.create({
      data: { id: revisionId, questionId: row.id, number, hash, content, createdAt: now },
    });
  }
  return ids;
}

async function storeBodies(tx: Transaction, bodies: Readonly<Record<string, string>>): Promise<void> {
  const stored = await tx.body.findMany({ where: { hash: { in: Object.keys(bodies) } }, select: { hash: true } });
  const known = new Set(stored.map(({ hash }) => hash));
  const missing = Object.entries(bodies).filter(([hash]) => !known.has(hash));
  if (missing.length > 0) await tx.body.createMany({ data: missing.map(([hash, content]) => ({ hash, content })) });
}

interface EditionToStore {
  readonly trackId: string;
  readonly manifest: string;
  readonly isCorrection: boolean;
  readonly changeNote: string;
  readonly now: Date;
}

/** The edition with this manifest, made where there is none, as the track's current one. `isNew`: it was not the current one before. */
async function storeEdition(
  tx: Transaction,
  { trackId, manifest, isCorrection, changeNote, now }: EditionToStore,
): Promise<{ id: string; number: number; isNew: boolean }> {
  const hash = sha256(manifest);
  const editions = await tx.edition.findMany({
    where: { trackId },
    select: { id: true, number: true, hash: true, currentOf: { select: { id: true } } },
  });
  const same = editions.find((edition) => edition.hash === hash);
  if (same?.currentOf != null) return { id: same.id, number: same.number, isNew: false };
  const number = Math.max(0, ...editions.map((edition) => edition.number)) + 1;
  const edition =
    same ??
    (await tx.edition.create({
      data: { id: newId(), trackId, number, hash, manifest, isCorrection, changeNote, publishedAt: now },
    }));
  await tx.track.update({ where: { id: trackId }, data: { currentEditionId: edition.id } });
  return { id: edition.id, number: edition.number, isNew: true };
}

/** Stores those texts that differ from their language's last revision. @returns their languages */
async function storeTexts(tx: Transaction, editionId: string, texts: readonly Texts[], now: Date): Promise<string[]> {
  const stored = await tx.editionText.findMany({
    where: { editionId },
    orderBy: { revision: "asc" },
    select: { language: true, revision: true, hash: true },
  });
  const latest = new Map(stored.map((text) => [text.language, text]));
  const changed = texts.filter(({ language, hash }) => latest.get(language)?.hash !== hash);
  for (const { language, hash, content } of changed) {
    const revision = (latest.get(language)?.revision ?? 0) + 1;
    await tx.editionText.create({
      data: { id: newId(), editionId, language, revision, hash, content, publishedAt: now },
    });
  }
  return changed.map(({ language }) => language);
}
