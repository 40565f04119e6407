import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { OverviewPage } from "../authoring/workspace/components/overview-page";
import { findOverview } from "../authoring/workspace/find-overview.server";
import { now } from "../platform/clock.server";
import type { PageHandle } from "../platform/page-handle";
import { rolesFor } from "../societies/policy";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (t) => t("societies:overview.title", { society: args.data?.society.acronym ?? "" }));

export async function loader(args: LoaderFunctionArgs) {
  const proved = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const { societyId, role, society } = proved;
  return {
    overview: findOverview({ societyId, role, now: now() }),
    society: { slug: args.params["societySlug"] ?? "", acronym: society.acronym },
    isNew: new URL(args.request.url).searchParams.has("welcome"),
  };
}

export default function SocietyOverview() {
  return <OverviewPage {...useLoaderData<typeof loader>()} />;
}
