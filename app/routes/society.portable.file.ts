import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { packTrack, writePackage } from "../authoring/portable/pack-track.server";
import { portableRoles } from "../authoring/portable/policy";
import { notFound } from "../platform/http.server";

/** A track as a zip. */
export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", portableRoles("export"));
  const { trackSlug = "" } = args.params;
  const withVideo = new URL(args.request.url).searchParams.get("video") === "yes";
  const packed = await packTrack({ societyId, trackSlug, withVideo });
  if (packed?.ok !== true) notFound("track");
  return new Response(new Uint8Array(await writePackage(packed.files)), {
    headers: {
      "Content-Type": "application/zip",
      "Content-Disposition": `attachment; filename="${trackSlug.replace(/[^a-z0-9-]/g, "")}.zip"`,
      "Cache-Control": "private, no-store",
    },
  });
}
