import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readerKey } from "../auth/reader.server";
import { requireViewer } from "../auth/viewer.server";
import { answerLesson } from "../courses/answer-lesson.server";
import { LessonView } from "../courses/components/lesson-view";
import { findLessonPage } from "../courses/find-lesson-page.server";
import { LessonParams } from "../courses/lesson-params";
import { LessonStep } from "../courses/lesson-step";
import { noteVisit } from "../courses/note-visit.server";
import { takeLessonStep } from "../courses/take-lesson-step.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true, islands: ["lesson"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const found = findLessonPage({ personId: viewer.id, ...params, locale }) ?? notFound("lesson");
  if (found.state === "open") noteVisit(found.enrolment, params.lessonId, now());
  return answerLesson(
    args.context,
    found,
    { name: viewer.name, timeZone: viewer.timeZone, locale, key: readerKey(locale, viewer) },
    now(),
  );
}

/** Ends a reading lesson, gives the evaluation or starts a sitting; then goes on. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const form = await readForm(args.request, LessonStep);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, { status: 422 });
  const taken =
    (await takeLessonStep({ personId: viewer.id, ...params, now: now() }, form.value)) ?? notFound("lesson");
  return "next" in taken ? redirect(taken.next) : data({ errors: taken.errors, typed: {} }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: lesson }) =>
  lesson ? [{ title: `${lesson.page.lesson.title} – ${lesson.page.trackTitle}` }] : [];

export default function LessonRoute() {
  const lesson = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return lesson === null ? null : <LessonView lesson={lesson} refused={answer ?? { errors: {}, typed: {} }} />;
}
