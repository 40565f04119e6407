import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { EditorPage, type EditorPageData } from "../authoring/banks/components/editor-page";
import { KindChoice } from "../authoring/banks/components/kind-choice";
import { editQuestion } from "../authoring/banks/edit-question.server";
import { findBank } from "../authoring/banks/find-bank.server";
import { isKind } from "../authoring/banks/kinds";
import { openBlank } from "../authoring/banks/open-editor.server";
import { rolesFor } from "../authoring/banks/policy";
import { readUpload } from "../authoring/banks/read-upload.server";
import { mostPictureBytes } from "../authoring/banks/import-formats";
import { now } from "../platform/clock.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:edit.new"));

const kindOf = (request: Request) => new URL(request.url).searchParams.get("kind") ?? "";

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const { slug, title } = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  const kind = kindOf(args.request);
  const editor = isKind(kind) ? openBlank(societyId, slug, kind) : null;
  return { societySlug, bank: { slug, title }, editor: editor && { ...editor, societySlug, questionKey: null } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const { slug, title } = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  const kind = kindOf(args.request);
  const form = await readUpload(args.request, mostPictureBytes);
  if (!isKind(kind) || !form.ok) badRequest("question");
  const { fields: typed, file } = form;
  const edit = { societyId, bankSlug: slug, key: null, kind, typed, file, byPersonId: viewer.id, now: now() };
  const edited = await editQuestion(edit);
  if (edited.done) return redirect(`/society/${societySlug}/banks/${slug}/questions/${edited.key}?saved=1`, 303);
  if (edited.reason === "not-there") notFound("bank");
  const page = { bank: { slug, title }, societySlug, questionKey: null, kind, answer: edited };
  return data(page, { status: edited.faults.length > 0 ? 422 : 200 });
}

export default function NewQuestion() {
  const page = useLoaderData<typeof loader>();
  const editor = useActionData<typeof action>() ?? page.editor;
  if (editor === null) return <KindChoice page={page} />;
  // JSON leaves an absent property absent; Remix's type can only say that it may be undefined.
  return (
    <EditorPage
      page={editor as EditorPageData}
      learner={(question) => <AskedQuestion question={question} response={null} onAnswer={null} />}
    />
  );
}
