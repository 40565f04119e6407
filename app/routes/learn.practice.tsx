import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { QuestionView } from "../assessments/components/question-view";
import { requireViewer } from "../auth/viewer.server";
import { QuizPracticeScreen } from "../courses/components/quiz-practice-screen";
import { findQuizPractice, practise } from "../courses/find-practice.server";
import { LessonParams } from "../courses/lesson-params";
import { PracticeForm } from "../courses/practice-form";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { messages: ["practice", "sitting"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const page = findQuizPractice({ personId: viewer.id, ...params, now: now() }) ?? notFound("lesson");
  return { page, timeZone: viewer.timeZone, title: `${t("practice:quiz")} – ${page.lesson.title}` };
}

/** Marks and explains the answer. One that isn't asked any more gives the page as it stands now. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const params = LessonParams.safeParse(args.params).data ?? notFound("lesson");
  const form = await readForm(args.request, PracticeForm);
  if (!form.ok) badRequest("response");
  const { question: questionId, turn, response } = form.value;
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  return practise({ place: "quiz", personId: viewer.id, ...params, questionId, turn, response, now: now(), t });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function QuizPractice() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  return (
    <QuizPracticeScreen
      page={page}
      done={useActionData<typeof action>() ?? null}
      timeZone={timeZone}
      answering={(question, response, onAnswer) => (
        <QuestionView question={question} response={response} onAnswer={onAnswer} />
      )}
    />
  );
}
