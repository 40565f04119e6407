import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerKey } from "../auth/reader.server";
import { requireViewer, type Viewer } from "../auth/viewer.server";
import { MyLearning } from "../courses/components/my-learning";
import { findMyLearning, stillMyTracks } from "../courses/list-my-learning.server";
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
  const work = workOf(viewer);
  const found = findMyLearning({ personId: viewer.id, search, now: now() });
  const { tracks, slots, key } = stillMyTracks(found.tracks);
  const t = translator(locale);
  const refresher = found.refresher === null ? null : t("practice:my", { count: found.refresher.due });
  // A page with search words is rendered each time, so that endless searches push no other shell out.
  const shown = JSON.stringify([work, refresher !== null]);
  const pageKey = search === "" ? `my ${readerKey(locale, viewer)} ${key} ${shown}` : null;
  const page = { ...work, tracks, search, hasRefresher: refresher !== null, title: t("learning:my.title") };
  const still = { key: pageKey, slots: { ...slots, refresher: refresher ?? "" }, html: {} };
  return stillPage(args.context, still, () => page);
}

/** Where somebody works besides learning. */
function workOf({ memberships, isSiteAdmin }: Viewer) {
  return {
    societies: memberships.map(({ societySlug, role, society }) => ({ ...society, slug: societySlug, role })),
    isSiteAdmin,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function My() {
  const page = useLoaderData<typeof loader>();
  return page === null ? null : <MyLearning {...page} />;
}
