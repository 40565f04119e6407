import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { EditorPage, type EditorPageData } from "../authoring/banks/components/editor-page";
import { editQuestion } from "../authoring/banks/edit-question.server";
import { mostPictureBytes } from "../authoring/banks/import-formats";
import { openEditor } from "../authoring/banks/open-editor.server";
import { rolesFor } from "../authoring/banks/policy";
import { readUpload } from "../authoring/banks/read-upload.server";
import { now } from "../platform/clock.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:question.edit"));

const placeOf = (params: LoaderFunctionArgs["params"]) => ({
  bankSlug: params["bankSlug"] ?? "",
  key: params["questionKey"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const place = placeOf(args.params);
  const editor = (await openEditor({ societyId, ...place })) ?? notFound("question");
  return { ...editor, societySlug, questionKey: place.key };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const place = placeOf(args.params);
  const { bank, kind } = (await openEditor({ societyId, ...place })) ?? notFound("question");
  const form = await readUpload(args.request, mostPictureBytes);
  if (!form.ok) badRequest("question");
  const { fields: typed, file } = form;
  const edited = await editQuestion({ societyId, ...place, kind, typed, file, byPersonId: viewer.id, now: now() });
  if (edited.done) return redirect(`/society/${societySlug}/banks/${bank.slug}/questions/${edited.key}?saved=1`, 303);
  if (edited.reason === "not-there") notFound("question");
  const status = edited.conflict !== null ? 409 : edited.faults.length > 0 ? 422 : 200;
  return data({ bank, societySlug, questionKey: place.key, kind, answer: edited }, { status });
}

export default function EditQuestion() {
  const kept = useLoaderData<typeof loader>();
  // JSON leaves an absent property absent; Remix's type can only say that it may be undefined.
  return (
    <EditorPage
      page={(useActionData<typeof action>() ?? kept) as EditorPageData}
      learner={(question) => <AskedQuestion question={question} response={null} onAnswer={null} />}
    />
  );
}
