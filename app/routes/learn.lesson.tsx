import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { readerKey } from "../auth/reader.server";
import { requireViewer } from "../auth/viewer.server";
import { answerLesson } from "../courses/answer-lesson.server";
import { EvaluationLesson } from "../courses/components/evaluation-lesson";
import { LockedLesson } from "../courses/components/locked-lesson";
import { QuizLesson } from "../courses/components/quiz-lesson";
import { ReadingLesson } from "../courses/components/reading-lesson";
import { WebinarLesson } from "../courses/components/webinar-lesson";
import { findLessonPage } from "../courses/find-lesson-page.server";
import { finishReading } from "../courses/finish-reading.server";
import { giveEvaluation } from "../courses/give-evaluation.server";
import { LessonParams } from "../courses/lesson-params";
import { noteVisit } from "../courses/note-visit.server";
import { startQuiz } from "../courses/start-quiz.server";
import { EvaluationAnswers } from "../evaluations/evaluation-form";
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
  return answerLesson(args.context, found, { name: viewer.name, timeZone: viewer.timeZone, locale, key: readerKey(locale, viewer) }, now());
}

const LessonForm = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("done") }),
  EvaluationAnswers.extend({ intent: z.literal("evaluation") }),
  z.object({ intent: z.literal("start"), identity: z.literal("yes").optional() }),
]);

/** Ends a reading lesson, gives the evaluation or starts a sitting; then goes on. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const form = await readForm(args.request, LessonForm);
  if (!form.ok) return data({ errors: form.errors, typed: form.typed }, { status: 422 });
  const whoAndWhere = { personId: viewer.id, ...params, now: now() };
  const here = `/learn/${params.trackSlug}/${params.lessonId}`;
  if (form.value.intent === "start") {
    const started = await startQuiz({ ...whoAndWhere, confirmsIdentity: form.value.identity === "yes" });
    if (started.ok) return redirect(`${here}/sitting/${String(started.number)}`);
    if (started.reason === "not-enrolled" || started.reason === "no-such-lesson") notFound("lesson");
    return started.reason === "identity-unconfirmed" ? data({ errors: { identity: "unconfirmed" }, typed: {} }, { status: 422 }) : redirect(here);
  }
  if (form.value.intent === "evaluation") {
    const { intent: _, ...answers } = form.value;
    const given = await giveEvaluation({ ...whoAndWhere, answers });
    if (!given.ok && given.reason !== "locked") notFound("lesson");
    return redirect(given.ok ? "/my/certificates" : here);
  }
  const finished = await finishReading(whoAndWhere);
  if (!finished.ok && finished.reason !== "locked") notFound("lesson");
  const next = finished.ok ? finished.nextLessonId : params.lessonId;
  return redirect(next === null ? "/my" : `/learn/${params.trackSlug}/${next}`);
}

export const meta: MetaFunction<typeof loader> = ({ data: lesson }) => (lesson ? [{ title: `${lesson.page.lesson.title} – ${lesson.page.trackTitle}` }] : []);

export default function LessonRoute() {
  const lesson = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  switch (lesson?.view) {
    case undefined:
      return null;
    case "locked":
      return <LockedLesson page={lesson.page} first={lesson.first} />;
    case "reading":
      return <ReadingLesson page={lesson.page} />;
    case "webinar":
      return <WebinarLesson webinar={lesson.webinar} />;
    case "quiz":
      return <QuizLesson {...lesson} error={answer?.errors["identity"] ?? null} />;
    case "evaluation":
      return <EvaluationLesson page={lesson.page} state={{ isGiven: lesson.isGiven, errors: answer?.errors ?? {}, typed: answer?.typed ?? {} }} />;
  }
}
