import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { readUpload } from "../authoring/banks/read-upload.server";
import { keepUpload } from "../authoring/banks/upload-store.server";
import { TrackImportForm } from "../authoring/portable/components/portable-pages";
import { trackUploadPlace } from "../authoring/portable/import-track.server";
import { largestPackage } from "../authoring/portable/package-format";
import { portableRoles } from "../authoring/portable/policy";
import { now } from "../platform/clock.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("portable:import.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requireSocietyRole(args, args.params["societySlug"] ?? "", portableRoles("import"));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    portableRoles("import"),
  );
  const upload = await readUpload(args.request, largestPackage);
  if (!upload.ok) return data({ refused: upload.reason }, { status: upload.reason === "too-large" ? 413 : 400 });
  if (upload.file === null) return data({ refused: "no-file" as const }, { status: 422 });
  const { name, bytes } = upload.file;
  const facts = { personId: viewer.id, bankId: trackUploadPlace(societyId), fileName: name, format: "track" };
  const id = keepUpload(facts, bytes, now());
  return redirect(`/society/${args.params["societySlug"] ?? ""}/tracks/import/${id}`, 303);
}

export default function SocietyPortableImport() {
  return <TrackImportForm refused={useActionData<typeof action>()?.refused ?? null} />;
}
