import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { societyRoles } from "../auth/roles";
import { requireSocietyRole } from "../auth/viewer.server";
import { StatisticsPage } from "../courses/components/statistics-page";
import { exportQuizStatistics } from "../courses/export-quiz-statistics";
import { findQuizStatistics } from "../courses/find-quiz-statistics.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  attempts: z.enum(["first", "all"]).catch("first"),
  show: z.enum(["all", "flagged"]).catch("all"),
  item: z.string().max(64).nullable().catch(null),
  as: z.enum(["page", "csv"]).catch("page"),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", societyRoles);
  const { trackSlug = "", lessonId = "" } = args.params;
  const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const t = translator(locale);
  const which = query.attempts;
  const page = (await findQuizStatistics({ societyId, trackSlug, lessonId, which, locale })) ?? notFound("quiz");
  if (query.as === "csv") throw asFile(exportQuizStatistics(page, t), lessonId);
  return { page, query, timeZone: viewer.timeZone, title: t("statistics:title") };
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
  const { page, query, timeZone } = useLoaderData<typeof loader>();
  return (
    <StatisticsPage
      page={page}
      chosen={query.item ?? null}
      flaggedOnly={query.show === "flagged"}
      timeZone={timeZone}
    />
  );
}
