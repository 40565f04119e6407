import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { QuestionView } from "../assessments/components/question-view";
import { requireViewer } from "../auth/viewer.server";
import { RefresherScreen } from "../courses/components/refresher-screen";
import { findRefresher, practise } from "../courses/find-practice.server";
import { PracticeForm } from "../courses/practice-form";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { messages: ["practice", "sitting"] } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const page = findRefresher({ personId: viewer.id, now: now() });
  return { page, timeZone: viewer.timeZone, title: t("practice:title") };
}

/** Marks and explains the answer. One that isn't asked any more gives the next question. */
export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const form = await readForm(args.request, PracticeForm);
  if (!form.ok) badRequest("response");
  const { track, question, turn, response } = form.value;
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const place = { place: "refresher", personId: viewer.id } as const;
  return practise({ ...place, trackSlug: track, questionId: question, turn, response, now: now(), t });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function Refresher() {
  const { page, timeZone } = useLoaderData<typeof loader>();
  return (
    <RefresherScreen
      page={page}
      done={useActionData<typeof action>() ?? null}
      timeZone={timeZone}
      answering={(question, response, onAnswer) => (
        <QuestionView question={question} response={response} onAnswer={onAnswer} />
      )}
    />
  );
}
