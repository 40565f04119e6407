import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { answerForm, TextForm } from "../authoring/lessons/answer-form.server";
import { LessonTextPage } from "../authoring/lessons/components/lesson-text-page";
import { openLessonText } from "../authoring/lessons/open-lesson-text.server";
import { lessonRoles, mayWithLessons } from "../authoring/lessons/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { messages: ["lessonEditor", "review"] } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = (args) => pageTitle(args, () => args.data?.lessonTitle ?? "");

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    lessonRoles("look"),
  );
  const { societySlug = "", trackSlug = "", lessonId = "", language = "" } = args.params;
  const page = (await openLessonText({ societyId, trackSlug, lessonId, language })) ?? notFound("lesson");
  const isSaved = new URL(args.request.url).searchParams.has("saved");
  return { ...page, societySlug, mayWrite: mayWithLessons(role, "write"), timeZone: viewer.timeZone, isSaved };
}

/** The plain form, for a browser without scripts. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", lessonRoles("write"));
  const { trackSlug = "", lessonId = "", language = "" } = args.params;
  const form = await readForm(args.request, TextForm);
  if (!form.ok) badRequest("text");
  const address = { societyId, trackSlug, lessonId, language };
  const answer = (await answerForm(address, form.value, { byPersonId: viewer.id, now: now() })) ?? notFound("lesson");
  if (answer.state === "saved") return redirect(`${new URL(args.request.url).pathname}?saved=1`, 303);
  const status = { "too-long": 422, newer: 409, preview: 200 }[answer.state];
  return data(answer, { status });
}

export default function LessonText() {
  const page = useLoaderData<typeof loader>();
  return <LessonTextPage page={page} answer={useActionData<typeof action>() ?? null} />;
}
