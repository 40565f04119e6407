import type { Loss } from "../../../quizzes/formats/imported";
import { findBank } from "./find-bank.server";
import type { OnClash, PlannedQuestion } from "./plan-import";
import { previewQuestion, type QuestionPreview } from "./preview-question.server";
import { readImport } from "./read-import.server";
import { findUpload } from "./upload-store.server";

export interface PreviewedQuestion {
  /** Its place in the file, from 0: what the form sends back. */
  readonly place: number;
  readonly fate: PlannedQuestion["fate"];
  readonly key: string;
  readonly kind: string;
  /** Null on another page of the list. */
  readonly preview: QuestionPreview | null;
  readonly losses: readonly Loss[];
  /** It names a picture that can't be stored: it is taken only when somebody ticks it. */
  readonly lacksPicture: boolean;
}

export interface ImportPreview {
  readonly bank: { readonly slug: string; readonly title: string };
  readonly fileName: string;
  readonly format: string;
  readonly refused: string | null;
  readonly questions: readonly PreviewedQuestion[];
  /** What was lost and belongs to no question that came through. */
  readonly otherLosses: readonly Loss[];
  readonly page: number;
  readonly pageCount: number;
  readonly onClash: OnClash;
}

const perPage = 50;

/** What an import of a kept file would bring and lose, for the person who brought it; null for anybody else. */
export async function previewImport(input: {
  societyId: string;
  bankSlug: string;
  uploadId: string;
  personId: string;
  page: number;
  onClash: OnClash;
  now: Date;
}): Promise<ImportPreview | null> {
  const bank = findBank(input.societyId, input.bankSlug);
  if (bank === null) return null;
  const { personId, now } = input;
  const upload = findUpload({ id: input.uploadId, personId, bankId: bank.id, now });
  if (upload === null) return null;
  const { plan, losses, refused, lacksPicture } = await readImport({ bank, upload, onClash: input.onClash });
  const pageCount = Math.max(1, Math.ceil(plan.length / perPage));
  const page = Math.min(input.page, pageCount);
  const named = plan.map((planned) => lossesOf(planned, losses));
  const said = new Set(named.flat());
  return {
    bank: { slug: bank.slug, title: bank.title },
    fileName: upload.fileName,
    format: upload.format,
    refused,
    page,
    pageCount,
    onClash: input.onClash,
    otherLosses: losses.filter((loss) => !said.has(loss)),
    questions: plan.map(({ fate, question }, place) => ({
      place,
      fate,
      key: question.id,
      kind: question.kind,
      preview: Math.floor(place / perPage) + 1 === page ? previewQuestion(question) : null,
      losses: named[place] ?? [],
      lacksPicture: lacksPicture[place] === true,
    })),
  };
}

/** A loss names its question as the source does, which is often its id. */
function lossesOf(planned: PlannedQuestion, losses: readonly Loss[]): Loss[] {
  const ids = planned.fate === "renamed" ? [planned.wanted, planned.question.id] : [planned.question.id];
  return losses.filter(({ item }) => ids.includes(item));
}
