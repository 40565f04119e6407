import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { rulingRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { RegradeRecord } from "../courses/components/regrade-record";
import { findRuling } from "../courses/find-regrade.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  page: z.coerce.number().int().min(1).max(100_000).catch(1),
  done: z.string().optional().catch(undefined),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rulingRoles);
  const { page, done } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const rulingId = args.params["rulingId"] ?? "";
  const record = findRuling({ societyId, rulingId, page }) ?? notFound("ruling");
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const title = t("regrade:record.title", { question: record.question.id });
  const societySlug = args.params["societySlug"] ?? "";
  return { record, title, isJustMade: done === "ruled", societySlug, timeZone: viewer.timeZone };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyRegradeRecord() {
  return <RegradeRecord page={useLoaderData<typeof loader>()} />;
}
