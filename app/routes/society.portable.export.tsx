import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { TrackExportPage } from "../authoring/portable/components/portable-pages";
import { packTrack } from "../authoring/portable/pack-track.server";
import { portableRoles } from "../authoring/portable/policy";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("portable:export.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", portableRoles("export"));
  const { societySlug = "", trackSlug = "" } = args.params;
  const packed = (await packTrack({ societyId, trackSlug, withVideo: false })) ?? notFound("track");
  const { ok } = packed;
  const shown = ok
    ? { title: packed.title, language: packed.language, files: packed.files.size, losses: packed.losses }
    : null;
  return { trackSlug, societySlug, packed: shown };
}

export default function SocietyPortableExport() {
  return <TrackExportPage {...useLoaderData<typeof loader>()} />;
}
