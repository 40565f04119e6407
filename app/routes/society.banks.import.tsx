import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { ImportForm } from "../authoring/banks/components/import-form";
import { findBank } from "../authoring/banks/find-bank.server";
import { isImportFormat, mostImportBytes } from "../authoring/banks/import-formats";
import { rolesFor } from "../authoring/banks/policy";
import { readUpload } from "../authoring/banks/read-upload.server";
import { keepUpload } from "../authoring/banks/upload-store.server";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:import.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const { slug, title } = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  return { bank: { slug, title }, societySlug: args.params["societySlug"] ?? "" };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const bank = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  const upload = await readUpload(args.request, mostImportBytes);
  if (!upload.ok) return data({ refused: upload.reason }, { status: upload.reason === "too-large" ? 413 : 400 });
  if (upload.file === null) return data({ refused: "no-file" as const }, { status: 422 });
  const { name, bytes } = upload.file;
  const asked = upload.fields["format"] ?? "";
  const format = isImportFormat(asked) ? asked : "";
  const id = keepUpload({ personId: viewer.id, bankId: bank.id, fileName: name, format }, bytes, now());
  return redirect(`/society/${societySlug}/banks/${bank.slug}/import/${id}`, 303);
}

export default function SocietyBankImport() {
  return <ImportForm page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused ?? null} />;
}
