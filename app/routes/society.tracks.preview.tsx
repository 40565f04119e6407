import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { draftRoles } from "../authoring/drafts/policy";
import { PreviewBar } from "../authoring/preview/components/preview-bar";
import { findTrackPreview } from "../authoring/preview/find-track-preview.server";
import { readPreviewQuery } from "../authoring/preview/preview-query";
import { TrackPage } from "../courses/components/track-page";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", draftRoles("look"));
  const { societySlug = "", trackSlug = "" } = args.params;
  const { language } = readPreviewQuery(args.request.url);
  return (await findTrackPreview({ societyId, societySlug, trackSlug, language })) ?? notFound("track");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.track.title }];

const nobody = { place: "preview", isEnded: false, offer: null, fault: null } as const;

export default function SocietyTrackPreview() {
  const { bar, track } = useLoaderData<typeof loader>();
  return (
    <>
      <PreviewBar bar={bar} lessonId={null} />
      <TrackPage track={track} standing={nobody} />
    </>
  );
}
