import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerKey } from "../auth/reader.server";
import { requireViewer } from "../auth/viewer.server";
import { MyLearning } from "../courses/components/my-learning";
import { listMyLearning, stillMyTracks } from "../courses/list-my-learning.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import type { PageHandle } from "../platform/page-handle";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const search = new URL(args.request.url).searchParams.get("q")?.slice(0, 100) ?? "";
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const societies = viewer.memberships.map(({ societySlug, role }) => ({ slug: societySlug, role }));
  const { tracks, slots, key } = stillMyTracks(listMyLearning({ personId: viewer.id, search, now: now() }));
  // A page with search words is rendered each time, so that endless searches push no other shell out.
  const pageKey = search === "" ? `my ${readerKey(locale, viewer)} ${key} ${JSON.stringify(societies)}` : null;
  const title = translator(locale)("learning:my.title");
  return stillPage(args.context, { key: pageKey, slots, html: {} }, () => ({ societies, tracks, search, title }));
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function My() {
  const page = useLoaderData<typeof loader>();
  return page === null ? null : <MyLearning {...page} />;
}
