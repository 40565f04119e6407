import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { SittingScreen } from "../assessments/components/sitting-screen";
import { requireViewer } from "../auth/viewer.server";
import { findSittingPage } from "../courses/find-quiz.server";
import { handInQuiz } from "../courses/hand-in-quiz.server";
import { SittingParams } from "../courses/lesson-params";
import { useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { chrome: "bare", messages: ["sitting"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = SittingParams.safeParse(args.params).data ?? notFound("sitting");
  const found = findSittingPage({ personId: viewer.id, ...params, now: now() }) ?? notFound("sitting");
  const lessonHref = `/learn/${params.trackSlug}/${params.lessonId}`;
  if (found.state === "over") throw redirect(`${lessonHref}/result/${String(params.number)}`);
  return { ...found.page, lessonHref };
}

/** Hands the sitting in. Twice, or after the time, leads to the same result. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = SittingParams.safeParse(args.params).data ?? notFound("sitting");
  const handed = await handInQuiz({ personId: viewer.id, ...params, now: now() });
  if (!handed.ok) notFound("sitting");
  return redirect(`/learn/${params.trackSlug}/${params.lessonId}/result/${String(params.number)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.lessonTitle }];

export default function Sitting() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  return (
    <>
      <a className="skip" href="#main">
        {t("common:skip")}
      </a>
      <SittingScreen key={page.sittingId} {...page} />
      <noscript>
        <p className="page note care">{t("sitting:noscript")}</p>
      </noscript>
    </>
  );
}
