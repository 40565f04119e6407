import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireViewer } from "../auth/viewer.server";
import { MistakeForm } from "../courses/components/mistake-form";
import { findEnrolment } from "../courses/find-enrolment.server";
import { getText } from "../courses/edition-store.server";
import { LessonParams } from "../courses/lesson-params";
import { reportMistake } from "../courses/report-mistake.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const enrolment = findEnrolment({ personId: viewer.id, trackSlug: params.trackSlug }) ?? notFound("lesson");
  const { text } = getText(enrolment.textId);
  const lesson = text.lessons[params.lessonId] ?? notFound("lesson");
  return {
    ...params,
    lessonTitle: lesson.title,
    language: text.language,
    questionId: QuestionId.parse(new URL(args.request.url).searchParams.get("question")) ?? null,
  };
}

/** Longer than any id of ours: the report then is about the lesson, and nothing that was typed is lost for it. */
const QuestionId = z.string().max(100).optional().catch(undefined);

const ReportForm = z.object({
  text: z.string().min(1, "empty").max(2000, "long"),
  question: QuestionId,
});

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const form = await readForm(args.request, ReportForm);
  if (!form.ok)
    return data(
      { sent: false, error: form.errors["text"] ?? "empty", typed: form.typed["text"] ?? "" },
      { status: 422 },
    );
  const { text, question } = form.value;
  const reported = await reportMistake({
    personId: viewer.id,
    ...params,
    questionId: question || null,
    text,
    now: now(),
  });
  if (!reported.ok && reported.reason === "too-many")
    return data({ sent: false, error: "too-many", typed: text }, { status: 429 });
  if (!reported.ok) notFound("lesson");
  return data({ sent: true, error: null, typed: "" });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.lessonTitle }];

export default function ReportMistake() {
  const page = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <MistakeForm page={page} sent={answer?.sent ?? false} error={answer?.error ?? null} typed={answer?.typed ?? ""} />
  );
}
