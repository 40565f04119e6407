import { type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { settleOverdue } from "../courses/settle-overdue.server";
import { ResultView } from "../courses/components/result-view";
import { requireViewer } from "../auth/viewer.server";
import { findResultPage } from "../courses/find-quiz.server";
import { SittingParams } from "../courses/lesson-params";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = SittingParams.safeParse(args.params).data ?? notFound("sitting");
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const where = { personId: viewer.id, ...params, now: now(), t };
  await settleOverdue(where);
  const found = findResultPage(where) ?? notFound("sitting");
  if (found === "running")
    throw redirect(`/learn/${params.trackSlug}/${params.lessonId}/sitting/${String(params.number)}`);
  return { page: found, timeZone: viewer.timeZone };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.lesson.title }];

export default function Result() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  return <ResultView page={page} timeZone={timeZone} />;
}
