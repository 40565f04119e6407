import { type EditionChanges, editionChanges } from "../../courses/edition-changes";
import { getEdition, getTextFor } from "../../courses/edition-store.server";
import type { Manifest } from "../../courses/manifest";
import { sha256 } from "../../platform/ids.server";
import { freezeQuestion } from "../banks/freeze-question.server";
import { canonicalJson } from "../canonical-json";
import { freezeManifest } from "../freeze-edition.server";
import type { PublicationSource } from "../publication";
import type { ReadyDraft } from "./check-draft.server";

/** What publishing would make of a working copy. */
export interface EditionPreview {
  /** `texts`: other texts of the current edition. `nothing`: learners have it already as it stands. */
  readonly is: "edition" | "texts" | "nothing";
  readonly number: number;
  /** Against the current edition; null for the first one. */
  readonly changes: EditionChanges | null;
  readonly languages: readonly string[];
}

/** The manifest that a publication of this source would freeze. */
function draftManifest(source: PublicationSource): Manifest {
  const { slug, questions } = source.bank;
  const revisions = new Map(questions.map((question) => [question.id, freezeQuestion(slug, question).revisionId]));
  return freezeManifest(source, revisions);
}

/** Compares a working copy with the edition that learners have now. */
export function previewEdition(currentEditionId: string | null, { source, languages }: ReadyDraft): EditionPreview {
  const manifest = draftManifest(source);
  const spoken = languages.map(({ text }) => text.language);
  if (currentEditionId === null) return { is: "edition", number: 1, changes: null, languages: spoken };
  const current = getEdition(currentEditionId);
  const before = getTextFor(currentEditionId, "en");
  const after = languages.find(({ text }) => text.language === "en");
  const changes =
    after === undefined
      ? null
      : editionChanges({ manifest: current.manifest, text: before.text }, { manifest, text: after.text });
  const isSame = sha256(canonicalJson(manifest)) === sha256(canonicalJson(current.manifest));
  const isSaid = languages.every(({ text }) => sha256(canonicalJson(text)) === hashOf(currentEditionId, text.language));
  const is = !isSame ? "edition" : isSaid ? "nothing" : "texts";
  return { is, number: is === "edition" ? current.number + 1 : current.number, changes, languages: spoken };
}

function hashOf(editionId: string, language: string): string {
  const { text, hash } = getTextFor(editionId, language);
  return text.language === language ? hash : "";
}
