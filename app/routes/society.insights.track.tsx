import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { TrackInsights } from "../authoring/insights/components/insights-page";
import { UnpublishedInsights } from "../authoring/insights/components/unpublished-page";
import { exportInsights } from "../authoring/insights/export-insights";
import { findInsights } from "../authoring/insights/find-insights.server";
import { insightRoles } from "../authoring/insights/policy";
import { findOwnTrack } from "../authoring/review/find-own-track.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", insightRoles);
  const { societySlug = "", trackSlug = "" } = args.params;
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const t = translator(locale);
  const page = await findInsights({ societyId, trackSlug, locale, now: now() });
  if (page === null)
    return { draft: findOwnTrack(societyId, trackSlug) ?? notFound("track"), title: t("insights:title") };
  const as = new URL(args.request.url).searchParams.get("as");
  if (as === "csv") throw asFile(exportInsights(page, t), "text/csv", `${page.trackSlug}-insights.csv`);
  if (as === "json") throw asFile(JSON.stringify(page, null, 2), "application/json", `${page.trackSlug}-insights.json`);
  const title = `${page.trackTitle} | ${t("insights:title")}`;
  return { draft: null, page, societySlug, timeZone: viewer.timeZone, title };
}

function asFile(text: string, type: string, name: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": `${type}; charset=utf-8`,
      "Content-Disposition": `attachment; filename="${name}"`,
      "Cache-Control": "private, no-store",
    },
  });
}

export default function SocietyTrackInsights() {
  const found = useLoaderData<typeof loader>();
  if (found.draft !== null) return <UnpublishedInsights title={found.draft.title} language={found.draft.language} />;
  return <TrackInsights page={found.page} societySlug={found.societySlug} timeZone={found.timeZone} />;
}
