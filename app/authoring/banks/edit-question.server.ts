import type { Kind, Question } from "../../../quizzes/engine/model";
import { AnyShape } from "../../../quizzes/question-shapes";
import { prepareQuestionPicture, storeQuestionPicture } from "../../media/question-pictures.server";
import { transact } from "../../platform/db.server";
import type { FormFault } from "./form-faults";
import { type Typed, valueOf } from "./form-fields";
import { afterRowButton, questionOf } from "./question-form";
import { previewQuestion, type QuestionPreview } from "./preview-question.server";
import { type ChangedLine, changedLines } from "./question-text";
import type { UploadedFile } from "./read-upload.server";
import { saveQuestion } from "./save-question.server";

export interface QuestionEdit {
  readonly societyId: string;
  readonly bankSlug: string;
  /** Null for a new question. */
  readonly key: string | null;
  readonly kind: Kind;
  /** Every field of the form, `intent` and `base` among them. */
  readonly typed: Typed;
  readonly file: UploadedFile | null;
  readonly byPersonId: string;
  readonly now: Date;
}

/** The form as it comes back: nothing that was typed is lost. */
export interface EditAnswer {
  readonly typed: Typed;
  readonly faults: readonly FormFault[];
  /** Null where no preview was asked for. */
  readonly preview: QuestionPreview | null;
  /** Somebody saved revision `number` in between: what differs between it and this form. */
  readonly conflict: { readonly number: number; readonly changes: readonly ChangedLine[] } | null;
  /** Nothing differs from the latest revision. */
  readonly isUnchanged: boolean;
}

export type Edited =
  | { readonly done: true; readonly key: string }
  | { readonly done: false; readonly reason: "not-there" }
  | ({ readonly done: false; readonly reason: "open" } & EditAnswer);

/** Does what the pressed button says: changes a row, shows a preview, or keeps a new revision. */
export async function editQuestion(edit: QuestionEdit): Promise<Edited> {
  const { typed, faults } = await withPicture(edit);
  const intent = typed["intent"] ?? "save";
  const moved = afterRowButton(edit.kind, typed, intent);
  if (moved !== null) return open(moved, faults);
  const read = questionOf(edit.kind, edit.key ?? "new-question", typed);
  const wrong = [...faults, ...(read.ok ? [] : read.faults)];
  if (!read.ok || wrong.length > 0) return open(typed, wrong);
  if (intent !== "save") return open(typed, [], { preview: previewQuestion(read.question) });
  return save(edit, typed, read.question);
}

function open(typed: Typed, faults: readonly FormFault[], more: Partial<EditAnswer> = {}): Edited {
  return { done: false, reason: "open", typed, faults, preview: null, conflict: null, isUnchanged: false, ...more };
}

async function save(edit: QuestionEdit, typed: Typed, question: Question): Promise<Edited> {
  const { societyId, bankSlug, byPersonId, now } = edit;
  const base = edit.key === null ? null : Number(valueOf(typed, "base")) || 0;
  const saved = await saveQuestion({ societyId, bankSlug, question, base, byPersonId, now });
  if (saved.ok) return { done: true, key: saved.key };
  switch (saved.reason) {
    case "not-there":
      return { done: false, reason: "not-there" };
    case "unchanged":
      return open(typed, [], { isUnchanged: true });
    case "newer": {
      // The revision may be older than a rule that banks keep today. Saving once more is then a decision: the form goes on from the revision that it now shows beside it.
      const changes = changedLines(AnyShape.parse(JSON.parse(saved.latest)), question);
      return open({ ...typed, base: String(saved.number) }, [], { conflict: { number: saved.number, changes } });
    }
  }
}

/**
 * Takes an uploaded picture in. A file field can't be filled again, so the picture is stored at once, under the hash of
 * its content, and the form goes on with its name.
 */
async function withPicture({ typed, file, kind, now }: QuestionEdit): Promise<{ typed: Typed; faults: FormFault[] }> {
  if (file === null) return { typed, faults: [] };
  const isSubject = kind === "hotspot" || kind === "labelling";
  const alt = valueOf(typed, isSubject ? "alt" : "pictureAlt");
  if (alt === "") return { typed, faults: [fault(isSubject ? "alt" : "pictureAlt", "empty")] };
  const prepared = prepareQuestionPicture(file.bytes);
  if (!prepared.ok) return { typed, faults: [fault("file", "value", prepared.reason)] };
  const { picture } = prepared;
  await transact((tx) => storeQuestionPicture(tx, picture, now));
  if (isSubject) {
    const size = { width: String(picture.width), height: String(picture.height) };
    return { typed: { ...typed, picture: picture.name, ...size }, faults: [] };
  }
  const words = alt.replace(/[[\]\n]/g, " ");
  const stem = `${valueOf(typed, "stem")}\n\n![${words}](picture:${picture.name})`.trim();
  return { typed: { ...typed, stem, pictureAlt: "" }, faults: [] };
}

const fault = (field: string, code: FormFault["code"], detail = ""): FormFault => ({ field, code, line: 0, detail });
