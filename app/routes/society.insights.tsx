import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { InsightList } from "../authoring/insights/components/insight-list";
import { listInsightTracks } from "../authoring/insights/list-insight-tracks.server";
import { insightRoles } from "../authoring/insights/policy";
import { chooseLocale } from "../i18n/choose-locale.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("insights:title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", insightRoles);
  const q = (new URL(args.request.url).searchParams.get("q") ?? "").slice(0, 100);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  return { tracks: listInsightTracks({ societyId, q, locale }), q, societySlug: args.params["societySlug"] ?? "" };
}

export default function SocietyInsights() {
  return <InsightList {...useLoaderData<typeof loader>()} />;
}
