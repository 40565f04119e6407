import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { TrackInsights } from "../authoring/insights/components/insights-page";
import { exportInsights } from "../authoring/insights/export-insights";
import { findInsights } from "../authoring/insights/find-insights.server";
import { insightRoles } from "../authoring/insights/policy";
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
  const page = (await findInsights({ societyId, trackSlug, locale, now: now() })) ?? notFound("track");
  const as = new URL(args.request.url).searchParams.get("as");
  if (as === "csv") throw asFile(exportInsights(page, t), "text/csv", `${page.trackSlug}-insights.csv`);
  if (as === "json") throw asFile(JSON.stringify(page, null, 2), "application/json", `${page.trackSlug}-insights.json`);
  return { page, societySlug, timeZone: viewer.timeZone, title: `${page.trackTitle} | ${t("insights:title")}` };
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
  return <TrackInsights {...useLoaderData<typeof loader>()} />;
}
