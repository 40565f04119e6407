import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { readBankQuery } from "../authoring/banks/bank-query";
import { QuestionChoicePage } from "../authoring/drafts/components/question-choice";
import { fixQuestion } from "../authoring/drafts/fix-question.server";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { findQuestionChoice } from "../authoring/drafts/question-choice.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const placeOf = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  societySlug: params["societySlug"] ?? "",
  trackSlug: params["trackSlug"] ?? "",
  lessonId: params["lessonId"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("look"));
  const { societySlug, trackSlug, lessonId } = placeOf(args);
  const seen = { societySlug, timeZone: viewer.timeZone, mayWrite: mayInDrafts(role, "write") };
  const query = readBankQuery(args.request.url);
  return findQuestionChoice({ societyId, trackSlug, lessonId, query, seen }) ?? notFound("lesson");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.lesson.title }];

const Intent = z.object({ intent: z.string().regex(/^(put-in|take-out):[a-z0-9-]{1,200}$/) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const { societySlug, trackSlug, lessonId } = placeOf(args);
  const form = await readForm(args.request, Intent);
  if (!form.ok) badRequest("question");
  const [act = "", key = ""] = form.value.intent.split(":");
  const fix = { societyId, trackSlug, lessonId, key, isIn: act === "put-in", byPersonId: viewer.id, now: now() };
  if (!(await fixQuestion(fix))) notFound("question");
  const { search } = new URL(args.request.url);
  return redirect(`/society/${societySlug}/tracks/${trackSlug}/lessons/${lessonId}/questions${search}`, 303);
}

export default function SocietyTrackQuestions() {
  return <QuestionChoicePage page={useLoaderData<typeof loader>()} />;
}
