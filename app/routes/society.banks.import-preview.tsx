import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { ImportPreviewPage, type ImportPreviewPageData } from "../authoring/banks/components/import-preview";
import { ImportChoice } from "../authoring/banks/import-choice";
import { importQuestionsIntoBank } from "../authoring/banks/import-questions-into-bank.server";
import { rolesFor } from "../authoring/banks/policy";
import { previewImport } from "../authoring/banks/preview-import.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:preview.title"));

const placeOf = (params: LoaderFunctionArgs["params"]) => ({
  societySlug: params["societySlug"] ?? "",
  bankSlug: params["bankSlug"] ?? "",
  uploadId: params["uploadId"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const { societySlug, ...named } = placeOf(args.params);
  const place = { ...named, societyId, personId: viewer.id };
  const preview = (await previewImport({ ...place, page: 1, onClash: "beside", now: now() })) ?? notFound("file");
  return { preview, societySlug, chosen: null, refused: null };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const form = await readForm(args.request, ImportChoice);
  if (!form.ok) badRequest("choice");
  const { chosen, onClash, page, isImport } = form.value;
  const { societySlug, ...named } = placeOf(args.params);
  const place = { ...named, societyId, personId: viewer.id, onClash, now: now() };
  const done = isImport ? await importQuestionsIntoBank({ ...place, chosen }) : null;
  if (done?.ok)
    return redirect(`/society/${societySlug}/banks/${place.bankSlug}?imported=${String(done.written)}`, 303);
  const preview = (await previewImport({ ...place, page })) ?? notFound("file");
  return data({ preview, societySlug, chosen, refused: done?.reason ?? null }, { status: done === null ? 200 : 422 });
}

export default function SocietyBankImportPreview() {
  const kept = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>() ?? kept;
  // JSON leaves an absent property absent; Remix's type can only say that it may be undefined.
  return (
    <ImportPreviewPage
      page={answer as ImportPreviewPageData}
      learner={(question) => <AskedQuestion question={question} response={null} onAnswer={null} />}
    />
  );
}
