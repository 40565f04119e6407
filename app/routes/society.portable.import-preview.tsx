import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { TrackImportPreview } from "../authoring/portable/components/portable-pages";
import { importTrack, previewTrack } from "../authoring/portable/import-track.server";
import { portableRoles } from "../authoring/portable/policy";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("portable:preview.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    portableRoles("import"),
  );
  const { societySlug = "", uploadId = "" } = args.params;
  const kept = { societyId, societySlug, uploadId, personId: viewer.id, now: now() };
  return { preview: (await previewTrack(kept)) ?? notFound("file") };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    portableRoles("import"),
  );
  const { societySlug = "", uploadId = "" } = args.params;
  const done = await importTrack({ societyId, societySlug, uploadId, personId: viewer.id, now: now() });
  if (done.ok) return redirect(`/society/${societySlug}/tracks/${done.slug}/export`, 303);
  if (done.reason === "not-there") notFound("file");
  return data({ isRefused: true }, { status: 422 });
}

export default function SocietyPortableImportPreview() {
  const isRefused = useActionData<typeof action>()?.isRefused ?? false;
  return <TrackImportPreview {...useLoaderData<typeof loader>()} isRefused={isRefused} />;
}
