import { findAsset } from "../../media/find-asset.server";
import { statement } from "../../platform/db.server";
import { sha256 } from "../../platform/ids.server";
import { present } from "../../platform/invariant";
import type { Finding } from "../finding";
import type { PublicationSource, Recording } from "../publication";
import type { TrackFile, TrackText } from "../track-file";
import { readBankTexts, readDraftBank } from "./draft-bank.server";
import { parseStructure, parseWords } from "./draft-faults";
import { type DraftText, listDraftTexts } from "./draft-store.server";

/** The whole working copy of a track, as a publication takes it. */
export type DraftSource =
  | {
      readonly ok: true;
      readonly source: PublicationSource;
      readonly texts: readonly DraftText[];
      /** Names exactly this state of texts and questions. */
      readonly stamp: string;
    }
  /** It is not a track yet; `faults` say what is missing and where. */
  | { readonly ok: false; readonly faults: readonly Finding[] };

interface TrackRow {
  readonly slug: string;
  readonly societyId: string;
  readonly society: string;
  readonly currentEditionId: string | null;
}

const findTrack = statement<[string], TrackRow>(`
  SELECT t.slug, t.societyId, s.slug AS society, t.currentEditionId
    FROM Track t JOIN Society s ON s.id = t.societyId WHERE t.id = ?`);

/**
 * Reads the working copy strictly. Questions are the latest revisions of the society's bank; a webinar's recording is
 * named by its id.
 * @param trackId from a guard
 */
export async function readDraftSource(trackId: string): Promise<DraftSource> {
  const track = present(findTrack.get(trackId), `track ${trackId}`);
  const texts = await listDraftTexts(trackId, "all");
  const structure = texts.find(({ part }) => part === "structure");
  if (structure === undefined)
    return { ok: false, faults: [{ code: "nothing-written", params: {}, where: { at: "outline" } }] };
  const file = parseStructure(structure.content);
  // A language that isn't offered yet may be unfinished.
  const isOffered = (language: string) => !file.ok || file.value.languages.some((offered) => offered === language);
  const words = texts
    .filter(({ part, language }) => part === "words" && isOffered(language))
    .map(({ content, language }) => parseWords(content, language));
  const faults = [file, ...words].flatMap((parsed) => (parsed.ok ? [] : parsed.faults));
  if (!file.ok) return { ok: false, faults };
  const bank = readDraftBank({ ...track, bankSlug: file.value.bank });
  if (bank === null)
    faults.push({ code: "bank-missing", params: { bank: file.value.bank }, where: { at: "settings" } });
  else if (bank.bank.questions.length === 0)
    faults.push({ code: "bank-empty", params: { bank: bank.bank.title }, where: { at: "bank" } });
  if (faults.length > 0 || bank === null) return { ok: false, faults };

  const source: PublicationSource = {
    // What the track is called and whose it is says its row, not a file that may come from elsewhere.
    file: { ...file.value, slug: track.slug, society: track.society },
    texts: file.value.languages.flatMap((language) =>
      words.flatMap((parsed) =>
        parsed.ok && parsed.value.language === language ? [pruned(parsed.value, file.value)] : [],
      ),
    ),
    lessons: lessonsOf(texts, file.value),
    drawings: drawingsOf(texts),
    bank: bank.bank,
    bankTexts: readBankTexts({
      bank: bank.bank,
      languages: file.value.languages,
      texts,
      currentEditionId: track.currentEditionId,
    }),
    media: findRecordings(file.value),
  };
  return { ok: true, source, texts, stamp: stampOf(texts, bank.revisionIds) };
}

/** The name that `readDraftSource` gives the present state; null where the working copy can't be read. Reads no bodies. */
export async function draftStamp(trackId: string): Promise<string | null> {
  const track = present(findTrack.get(trackId), `track ${trackId}`);
  const texts = await listDraftTexts(trackId, "no-lessons");
  const structure = texts.find(({ part }) => part === "structure");
  const file = structure === undefined ? null : parseStructure(structure.content);
  const bank = file?.ok === true ? readDraftBank({ ...track, bankSlug: file.value.bank }) : null;
  return bank === null ? null : stampOf(texts, bank.revisionIds);
}

/** Names a state of a working copy: which version of each text, which revision of each question. */
function stampOf(texts: readonly DraftText[], revisionIds: readonly string[]): string {
  const versions = texts.map(({ part, language, version }) => `${part}.${language}@${String(version)}`);
  return sha256([...versions.sort(), ...[...revisionIds].sort()].join("\n"));
}

/** Texts of what was deleted since stay in the working copy, and are not published. */
function pruned(text: TrackText, file: TrackFile): TrackText {
  const keep = <Value>(table: Readonly<Record<string, Value>>, ids: readonly string[]) =>
    Object.fromEntries(Object.entries(table).filter(([id]) => ids.includes(id)));
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  return {
    ...text,
    outcomes: keep(
      text.outcomes,
      file.outcomes.map(({ code }) => code),
    ),
    modules: keep(text.modules, idsOf(file.modules)),
    lessons: keep(text.lessons, idsOf(file.modules.flatMap(({ lessons }) => lessons))),
    authors: keep(text.authors, idsOf(file.authors)),
  };
}

/** Lessons that the structure names; a lesson that was deleted keeps its versions, but is not published. */
function lessonsOf(texts: readonly DraftText[], file: TrackFile): Record<string, string> {
  const ids = new Set(file.modules.flatMap(({ lessons }) => lessons.map(({ id }) => `lesson:${id}`)));
  return Object.fromEntries(
    texts
      .filter(({ part }) => ids.has(part))
      .map(({ part, language, content }) => [`${part.slice("lesson:".length)}.${language}`, content]),
  );
}

function drawingsOf(texts: readonly DraftText[]): Record<string, string> {
  return Object.fromEntries(
    texts
      .filter(({ part, content }) => part.startsWith("drawing:") && content !== "")
      .map(({ part, content }) => [part.slice("drawing:".length), content]),
  );
}

function findRecordings(file: TrackFile): Record<string, Recording> {
  return Object.fromEntries(
    webinarsOf(file).flatMap(({ media }) => {
      const asset = findAsset(media);
      return asset === null ? [] : [[media, { assetId: asset.id, durationMs: asset.durationMs }]];
    }),
  );
}

function webinarsOf(file: TrackFile) {
  return file.modules.flatMap(({ lessons }) =>
    lessons.flatMap((lesson) => (lesson.kind === "webinar" ? [lesson] : [])),
  );
}
