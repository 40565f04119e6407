import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "../auth/viewer.server";
import { MyCertificates } from "../certificates/components/my-certificates";
import { listMyCertificates } from "../certificates/list-my-certificates.server";
import { now } from "../platform/clock.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const search = new URL(args.request.url).searchParams.get("q")?.trim().slice(0, 100) ?? "";
  return { list: listMyCertificates({ personId: viewer.id, search, now: now() }), search };
}

export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("certificates:my.title"));

export default function MyCertificatesRoute() {
  const { list, search } = useLoaderData<typeof loader>();
  return <MyCertificates list={list} search={search} />;
}
