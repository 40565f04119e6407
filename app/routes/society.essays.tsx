import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { essayRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { EssayList } from "../courses/components/essay-list";
import { listEssaysToMark } from "../courses/list-essays-to-mark.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  track: z.string().max(100).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", essayRoles);
  const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const found = listEssaysToMark({ societyId, ...query, locale });
  const title = translator(locale)("regrade:essays.title");
  const societySlug = args.params["societySlug"] ?? "";
  return { ...found, track: query.track, societySlug, timeZone: viewer.timeZone, title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyEssays() {
  return <EssayList list={useLoaderData<typeof loader>()} />;
}
