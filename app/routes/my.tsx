import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerKey } from "../auth/reader.server";
import { requireViewer } from "../auth/viewer.server";
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
  const societies = viewer.memberships.map(({ societySlug, role }) => ({ slug: societySlug, role }));
  const found = findMyLearning({ personId: viewer.id, search, now: now() });
  const { tracks, slots, key } = stillMyTracks(found.tracks);
  const t = translator(locale);
  const refresher = found.refresher === null ? null : t("practice:my", { count: found.refresher.due });
  // A page with search words is rendered each time, so that endless searches push no other shell out.
  const shown = JSON.stringify([societies, refresher !== null]);
  const pageKey = search === "" ? `my ${readerKey(locale, viewer)} ${key} ${shown}` : null;
  const page = { societies, tracks, search, hasRefresher: refresher !== null, title: t("learning:my.title") };
  return stillPage(
    args.context,
    { key: pageKey, slots: { ...slots, refresher: refresher ?? "" }, html: {} },
    () => page,
  );
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function My() {
  const page = useLoaderData<typeof loader>();
  return page === null ? null : <MyLearning {...page} />;
}
