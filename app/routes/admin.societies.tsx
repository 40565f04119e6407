import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSiteAdmin } from "../auth/viewer.server";
import type { PageHandle } from "../platform/page-handle";
import { SocietyAdminList } from "../societies/components/admin-list";
import { listAllSocieties } from "../societies/list-all-societies.server";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("societies:admin.title"));

const Query = z.object({
  q: z.string().trim().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireSiteAdmin(args);
  const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  return { ...listAllSocieties(query), q: query.q };
}

export default function AdminSocieties() {
  return <SocietyAdminList list={useLoaderData<typeof loader>()} />;
}
