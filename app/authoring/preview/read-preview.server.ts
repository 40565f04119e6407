import type { LessonSource } from "../../courses/lesson-view";
import type { EditionText } from "../../courses/manifest";
import type { PreviewPlace } from "../../courses/preview-place";
import type { TrackFacts } from "../../courses/view-track.server";
import { isLocale } from "../../i18n/locales";
import { translator } from "../../i18n/translate";
import { statement } from "../../platform/db.server";
import { present } from "../../platform/invariant";
import { type ContentLanguage, type DraftFile, sourceLanguageOf } from "../drafts/draft-file";
import { type DraftText, listDraftTexts } from "../drafts/draft-store.server";
import { findDraft, type FoundDraft } from "../drafts/find-draft.server";
import { listRecordings } from "../drafts/society-media.server";
import { previewManifest } from "./preview-manifest";
import { previewWords, readWordsSoFar } from "./preview-words";

/** Which preview is asked for. The society's id comes from a guard, the language from whoever asks. */
export interface PreviewPlea {
  readonly societyId: string;
  readonly societySlug: string;
  readonly trackSlug: string;
  readonly language: string;
}

/** What stands over every page of a preview. */
export interface PreviewBar {
  /** Address of the track in the workspace. */
  readonly track: string;
  readonly language: ContentLanguage;
  readonly languages: readonly ContentLanguage[];
  /** The language of the texts that aren't translated yet; null where there are none. */
  readonly untranslated: ContentLanguage | null;
}

/** A working copy in the shape of an edition, in one language. Reading it writes nothing. */
export interface DraftPreview {
  readonly draft: FoundDraft;
  readonly texts: readonly DraftText[];
  readonly currentEditionId: string | null;
  readonly language: ContentLanguage;
  readonly facts: TrackFacts;
  readonly source: LessonSource;
  readonly text: EditionText;
  readonly place: PreviewPlace;
  readonly bar: PreviewBar;
}

interface SocietyRow {
  readonly slug: string;
  readonly acronym: string;
  readonly name: string;
  readonly website: string;
  readonly isDemonstration: 0 | 1;
  readonly currentEditionId: string | null;
}

const findSociety = statement<[string], SocietyRow>(`
  SELECT s.slug, s.acronym, s.name, s.website, s.isDemonstration, t.currentEditionId
    FROM Track t JOIN Society s ON s.id = t.societyId WHERE t.id = ?`);

/** The working copy of one of this society's tracks, or null. A language that it doesn't have is its first one. */
export async function readPreview(plea: PreviewPlea): Promise<DraftPreview | null> {
  const draft = findDraft(plea.societyId, plea.trackSlug);
  if (draft === null) return null;
  const texts = await listDraftTexts(draft.trackId, "all");
  const source = sourceLanguageOf(draft.file);
  const languages = languagesOf(draft.file, texts);
  const language = languages.find((one) => one === plea.language) ?? source;
  const own = texts.find((text) => text.part === "words" && text.language === language);
  const { text, isMixed } = previewWords({
    file: draft.file,
    language,
    words: language === source ? draft.words : readWordsSoFar(own?.content ?? "{}"),
    source: draft.words,
    t: translator(language),
  });
  const { currentEditionId, isDemonstration, ...named } = present(findSociety.get(draft.trackId), "society of a draft");
  const society = { ...named, isDemonstration: isDemonstration === 1 };
  const track = `/society/${plea.societySlug}/tracks/${draft.slug}`;
  const place = { href: `${track}/preview`, query: language === source ? "" : `?language=${language}` };
  const unpublished = { publishedAt: "", society, preview: place };
  const lengths = new Map(listRecordings(plea.societyId).map(({ id, durationMs }) => [id, durationMs]));
  const manifest = previewManifest(draft.file, draft.slug, lengths);
  return {
    ...{ draft, texts, currentEditionId, language, text, place },
    facts: {
      ...unpublished,
      slug: draft.slug,
      languages,
      isListed: false,
      isInvited: false,
      isWaiting: false,
      editionNumber: null,
    },
    source: { ...unpublished, trackSlug: draft.slug, manifest, number: null },
    bar: { track, language, languages, untranslated: isMixed ? source : null },
  };
}

/** The first one is what the authors write in; then what is offered, then what is being translated. */
function languagesOf(file: DraftFile, texts: readonly DraftText[]): ContentLanguage[] {
  const begun = texts.flatMap(({ part, language }) => (part === "words" && isLocale(language) ? [language] : []));
  return [...new Set([...file.languages, ...begun])];
}
