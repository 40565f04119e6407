import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { essayRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { EssayDesk } from "../courses/components/essay-list";
import { listEssaysToMark } from "../courses/list-essays-to-mark.server";
import { listMarkedEssays } from "../courses/list-marked-essays.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  show: z.enum(["waiting", "marked"]).catch("waiting"),
  track: z.string().max(100).catch(""),
  q: z.string().trim().max(200).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", essayRoles);
  const { show, ...query } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const title = translator(locale)("regrade:essays.title");
  const societySlug = args.params["societySlug"] ?? "";
  const place = { track: query.track, societySlug, timeZone: viewer.timeZone, title };
  // The tab of the marked ones says how many wait, on whichever track.
  const asked = show === "waiting" ? query : { track: "", page: 1 };
  const waiting = { ...listEssaysToMark({ societyId, ...asked, locale }), ...place };
  if (show === "waiting") return { waiting, marked: null };
  const marked = listMarkedEssays({ societyId, ...query, locale });
  return { waiting, marked: { ...marked, ...place, q: query.q, tracks: waiting.tracks } };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.waiting.title }];

export default function SocietyEssays() {
  return <EssayDesk {...useLoaderData<typeof loader>()} />;
}
