import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { canRule } from "../assessments/regrade-policy";
import { societyRoles } from "../auth/roles";
import { requireSocietyRole } from "../auth/viewer.server";
import { mayInBanks } from "../authoring/banks/policy";
import { StatisticsPage } from "../courses/components/statistics-page";
import { exportQuizStatistics } from "../courses/export-quiz-statistics";
import { findItemDesk } from "../courses/find-item-desk.server";
import { findQuizStatistics } from "../courses/find-quiz-statistics.server";
import { selectItems } from "../courses/select-items";
import { readStatisticsQuery } from "../courses/statistics-query";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, args.params["societySlug"] ?? "", societyRoles);
  const { societySlug = "", trackSlug = "", lessonId = "" } = args.params;
  const query = readStatisticsQuery(args.request.url);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const t = translator(locale);
  const asked = { societyId, trackSlug, lessonId, which: query.attempts, locale };
  const page = (await findQuizStatistics(asked)) ?? notFound("quiz");
  if (query.as === "csv") throw asFile(exportQuizStatistics(page, t), lessonId);
  const rights = { mayWrite: mayInBanks(role, "write"), mayRule: canRule(role) };
  const desk = findItemDesk({ societyId, revisionId: query.item, rights });
  const selected = selectItems(page.items, query);
  return { page, query, selected, desk, societySlug, timeZone: viewer.timeZone, title: t("statistics:title") };
}

function asFile(text: string, lessonId: string): Response {
  return new Response(text, {
    headers: {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": `attachment; filename="${lessonId.replace(/[^a-z0-9-]/g, "")}-statistics.csv"`,
      "Cache-Control": "private, no-store",
    },
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyQuizStatistics() {
  return <StatisticsPage {...useLoaderData<typeof loader>()} />;
}
