import { readDraftSource } from "../drafts/draft-source.server";
import { findRecordings } from "../find-recordings.server";
import type { Finding } from "../finding";
import { type FrozenLanguage, freezeLanguage, renderAhead } from "../freeze-edition.server";
import type { PublicationSource } from "../publication";
import { checkCitations, checkPublication } from "../publish-checks";
import { findWarnings } from "./draft-warnings";

/** A working copy that is a track, as an edition would hold it: with those languages that are complete. */
export interface ReadyDraft {
  readonly source: PublicationSource;
  readonly languages: readonly FrozenLanguage[];
}

export interface CheckedDraft {
  /** They stop the publication. */
  readonly errors: readonly Finding[];
  readonly warnings: readonly Finding[];
  /** Null where the working copy is no track yet. */
  readonly draft: ReadyDraft | null;
  readonly stamp: string | null;
}

/** Everything that the checks have to say about a track's working copy. @param trackId from a guard */
export async function checkDraft(trackId: string, now: Date): Promise<CheckedDraft> {
  const read = await readDraftSource(trackId);
  if (!read.ok) return { errors: read.faults, warnings: [], draft: null, stamp: null };
  const { source, texts, stamp } = read;
  await renderAhead(source);
  const languages = source.texts.map((text) => freezeLanguage(source, text));
  const cited = new Set(languages.flatMap((language) => language.cited));
  const problems = [
    ...checkPublication(source, await findRecordings(source)),
    ...checkCitations(source, cited),
    ...languages.flatMap(({ findings }) => findings),
  ];
  const { errors, leftOut, complete } = leaveOutIncomplete(source, problems);
  const english = languages.find(({ text }) => text.language === "en");
  const warnings = findWarnings({
    source: complete,
    english: english?.text ?? null,
    citing: new Set(english?.citing ?? []),
    texts,
    today: now.toISOString().slice(0, 10),
  });
  const isOffered = ({ text }: FrozenLanguage) => complete.file.languages.includes(text.language);
  return {
    errors,
    warnings: [...leftOut, ...warnings],
    draft: { source: complete, languages: languages.filter(isOffered) },
    stamp,
  };
}

/** A translation that isn't complete doesn't stop the track: the edition is made without it. */
function leaveOutIncomplete(source: PublicationSource, problems: readonly Finding[]) {
  const isTranslation = ({ language }: Finding) => language !== undefined && language !== "en";
  const incomplete = new Set(problems.filter(isTranslation).map(({ language }) => language));
  const leftOut = [...incomplete].flatMap((language = ""): Finding[] => [
    { code: "language-left-out", params: {}, where: { at: "translation", language }, language },
    ...problems.filter((problem) => problem.language === language),
  ]);
  const stays = ({ language }: { readonly language: string }) => !incomplete.has(language);
  const languages = source.file.languages.filter((language) => stays({ language }));
  const complete: PublicationSource = {
    ...source,
    file: { ...source.file, languages },
    texts: source.texts.filter(stays),
    bankTexts: source.bankTexts.filter(stays),
  };
  return { errors: problems.filter((problem) => !isTranslation(problem)), leftOut, complete };
}
