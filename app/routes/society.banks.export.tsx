import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { ExportPage } from "../authoring/banks/components/export-page";
import { exportBank } from "../authoring/banks/export-bank.server";
import { isExportFormat } from "../authoring/banks/export-formats";
import { findBank } from "../authoring/banks/find-bank.server";
import { rolesFor } from "../authoring/banks/policy";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:export.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const societySlug = args.params["societySlug"] ?? "";
  const { slug, title } = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  const asked = new URL(args.request.url).searchParams.get("format") ?? "";
  const format = isExportFormat(asked) ? asked : null;
  const exported = format === null ? null : await exportBank({ societyId, bankSlug: slug, format });
  const { questions, losses } = exported ?? { questions: 0, losses: [] };
  return { bank: { slug, title }, societySlug, format, questions, losses };
}

export default function SocietyBankExport() {
  return <ExportPage page={useLoaderData<typeof loader>()} />;
}
