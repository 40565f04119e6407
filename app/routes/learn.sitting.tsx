import {
  type ActionFunctionArgs,
  data as answer,
  type LoaderFunctionArgs,
  type MetaFunction,
  redirect,
} from "@remix-run/node";
import { useLoaderData, useParams } from "@remix-run/react";
import { z } from "zod";
import type { AnswerChecked } from "../assessments/check-answer.server";
import { SittingScreen } from "../assessments/components/sitting-screen";
import { requireViewer } from "../auth/viewer.server";
import { checkAnswer } from "../courses/check-answer.server";
import { ExplainedAnswer } from "../courses/components/explained-answer";
import { findSittingPage } from "../courses/find-quiz.server";
import { handInQuiz } from "../courses/hand-in-quiz.server";
import { SittingParams } from "../courses/lesson-params";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { chrome: "bare", messages: ["sitting"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = SittingParams.safeParse(args.params).data ?? notFound("sitting");
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const found = findSittingPage({ personId: viewer.id, ...params, now: now(), t }) ?? notFound("sitting");
  const lessonHref = `/learn/${params.trackSlug}/${params.lessonId}`;
  if (found.state === "over") throw redirect(`${lessonHref}/result/${String(params.number)}`);
  return { ...found.page, lessonHref };
}

const checkStatus = {
  "no-such-sitting": 404,
  "no-such-question": 404,
  "not-explained-yet": 409,
  open: 409,
  over: 409,
} as const satisfies Readonly<Record<Extract<AnswerChecked, { ok: false }>["reason"], number>>;

const Intent = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("hand-in") }),
  z.object({ intent: z.literal("check"), questionId: z.string().max(200) }),
]);

/** Hands the sitting in, or checks one answer. Twice, or after the time, leads to the same result. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = SittingParams.safeParse(args.params).data ?? notFound("sitting");
  const form = await readForm(args.request, Intent);
  if (!form.ok) badRequest("intent");
  const where = { personId: viewer.id, ...params, now: now() };
  if (form.value.intent === "check") {
    const checked = await checkAnswer({ ...where, questionId: form.value.questionId });
    if (!checked.ok && checkStatus[checked.reason] === 404) notFound("question");
    return answer(checked, { status: checked.ok ? 200 : checkStatus[checked.reason] });
  }
  const handed = await handInQuiz(where);
  if (!handed.ok) notFound("sitting");
  return redirect(`/learn/${params.trackSlug}/${params.lessonId}/result/${String(params.number)}`);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.lessonTitle }];

export default function Sitting() {
  const page = useLoaderData<typeof loader>();
  const t = useTranslate();
  const { trackSlug = "", lessonId = "" } = useParams();
  const place = { trackSlug, lesson: { id: lessonId } };
  return (
    <>
      <a className="skip" href="#main">
        {t("common:skip")}
      </a>
      <SittingScreen
        key={page.sittingId}
        {...page}
        explain={(item) => (
          <ExplainedAnswer question={{ ...item, coveredIn: null }} page={{ ...place, language: page.language }} />
        )}
      />
      <noscript>
        <p className="page note care">{t("sitting:noscript")}</p>
      </noscript>
    </>
  );
}
