import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { exportTranslation, isTranslationFormat } from "../authoring/translations/export-translation.server";
import { translationRoles } from "../authoring/translations/policy";
import { badRequest, notFound } from "../platform/http.server";

/** A language of a track as XLIFF or CSV. */
export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", translationRoles("look"));
  const { trackSlug = "", language = "" } = args.params;
  const format = new URL(args.request.url).searchParams.get("format");
  if (!isTranslationFormat(format)) badRequest("format");
  const file = (await exportTranslation({ societyId, trackSlug, language, format })) ?? notFound("translation");
  return new Response(file.content, {
    headers: {
      "Content-Type": file.type,
      "Content-Disposition": `attachment; filename="${file.name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
