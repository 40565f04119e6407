import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { exportBank } from "../authoring/banks/export-bank.server";
import { exportFiles, isExportFormat } from "../authoring/banks/export-formats";
import { rolesFor } from "../authoring/banks/policy";
import { badRequest, notFound } from "../platform/http.server";

/** A bank as a file for other platforms. */
export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const format = new URL(args.request.url).searchParams.get("format") ?? "";
  if (!isExportFormat(format)) badRequest("format");
  const bankSlug = args.params["bankSlug"] ?? "";
  const exported = (await exportBank({ societyId, bankSlug, format })) ?? notFound("bank");
  return new Response(new Uint8Array(exported.bytes), {
    headers: {
      "Content-Type": exportFiles[format].type,
      "Content-Disposition": `attachment; filename="${bankSlug}.${exportFiles[format].ending}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
