import { beginTrack } from "../../app/authoring/drafts/begin-track.server";
import { changeDraft } from "../../app/authoring/drafts/change-draft.server";
import type { Draft, DraftLesson } from "../../app/authoring/drafts/draft-file";
import { findDraft, type FoundDraft } from "../../app/authoring/drafts/find-draft.server";
import { addLesson, addModule } from "../../app/authoring/drafts/outline";
import { db } from "../../app/platform/db.server";
import { present } from "../../app/platform/invariant";
import type { Given } from "./given";
import type { GivenEdition } from "./given-edition";

/** A small outline: two modules, the first with one lesson of each kind. */
function smallOutline(draft: Draft): Draft {
  const first = addModule(draft, "Dose");
  let made = addModule(first.draft, "Practice").draft;
  for (const kind of ["reading", "webinar", "quiz", "evaluation"] as const)
    made = addLesson(made, { moduleId: first.id, kind, title: `A ${kind}` })?.draft ?? made;
  return made;
}

/** The small outline with the recording and the bank of an edition of the same society, and people who answer for it. */
export async function withRecordingAndBank(edition: GivenEdition): Promise<(draft: Draft) => Draft> {
  const bank = await db.bank.findUniqueOrThrow({ where: { id: edition.bankId } });
  return (blank) => {
    const draft = smallOutline(blank);
    const fill = (lesson: DraftLesson): DraftLesson => {
      if (lesson.kind === "webinar") return { ...lesson, media: edition.assetId };
      if (lesson.kind !== "quiz") return lesson;
      return {
        ...lesson,
        outcomes: ["T-K1"],
        blueprint: { ...lesson.blueprint, fixed: ["a-number"], draw: [{ count: 3 }] },
      };
    };
    const modules = draft.file.modules.map((module) => ({ ...module, lessons: module.lessons.map(fill) }));
    const authors = [{ id: "ada", name: "Ada Example", role: "author", declaredOn: "" } as const];
    const outcomes = [{ code: "T-K1" }];
    return {
      file: { ...draft.file, bank: bank.slug, modules, outcomes, authors },
      words: {
        ...draft.words,
        outcomes: { "T-K1": "Knows the dose." },
        authors: { ada: { qualifications: "MPE", interests: "None." } },
      },
    };
  };
}

/** A society with an author and a track in the making, whose draft is the blank one after `edit`. */
export async function givenDraft(
  given: Given,
  now: Date,
  wish: { society?: { id: string; slug: string }; title?: string; edit?: (draft: Draft) => Draft } = {},
) {
  const society = wish.society ?? (await given.society());
  const author = await given.member({ society, role: "author" });
  const begin = { societyId: society.id, societySlug: society.slug, byPersonId: author.id, now };
  const { slug } = await beginTrack({ ...begin, title: wish.title ?? "Dose in CT", language: "en", modality: "CT" });
  const edit = wish.edit ?? smallOutline;
  await changeDraft({
    societyId: society.id,
    trackSlug: slug,
    base: { structure: 1, words: 1 },
    edit: () => ({ touches: () => null, apply: (draft) => ({ draft: edit(draft) }) }),
    byPersonId: author.id,
    now,
  });
  const found = (): FoundDraft => present(findDraft(society.id, slug), "draft");
  return { society, author, slug, found };
}
