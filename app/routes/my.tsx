import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireViewer } from "../auth/viewer.server";
import { MyLearning } from "../courses/components/my-learning";
import { listMyLearning } from "../courses/list-my-learning.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const search = new URL(args.request.url).searchParams.get("q")?.slice(0, 100) ?? "";
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const societies = viewer.memberships.map(({ societySlug, role }) => ({ slug: societySlug, role }));
  return { societies, tracks: listMyLearning({ personId: viewer.id, search }), search, title: t("learning:my.title") };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function My() {
  const { tracks, search, societies } = useLoaderData<typeof loader>();
  return <MyLearning tracks={tracks} search={search} societies={societies} />;
}
