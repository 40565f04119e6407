import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { draftRoles } from "../authoring/drafts/policy";
import { BodyNote } from "../authoring/preview/components/body-note";
import { Paper } from "../authoring/preview/components/paper";
import { PreviewBar } from "../authoring/preview/components/preview-bar";
import { findLessonPreview, type LessonPreview } from "../authoring/preview/find-lesson-preview.server";
import { readPreviewQuery } from "../authoring/preview/preview-query";
import { EvaluationLesson } from "../courses/components/evaluation-lesson";
import { QuizPreview } from "../courses/components/quiz-lesson";
import { ReadingLesson } from "../courses/components/reading-lesson";
import { WebinarLesson } from "../courses/components/webinar-lesson";
import { chooseLocale } from "../i18n/choose-locale.server";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { stillPage } from "../platform/still.server";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", draftRoles("look"));
  const { societySlug = "", trackSlug = "", lessonId = "" } = args.params;
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const place = { societyId, societySlug, trackSlug, lessonId, ...readPreviewQuery(args.request.url) };
  const found = await findLessonPreview({ ...place, viewerId: viewer.id, locale, now: now() });
  const { data, slots, body } = found ?? notFound("lesson");
  return stillPage(args.context, { key: null, slots, html: { body } }, () => data);
}

export const meta: MetaFunction<typeof loader> = ({ data: preview }) => [{ title: preview?.page.lesson.title }];

const untouched = { isGiven: false, nameToConfirm: null, errors: {}, typed: {} } as const;

function Lesson({ preview }: { preview: LessonPreview }) {
  switch (preview.view) {
    case "reading":
      return (
        <ReadingLesson page={preview.page} note={<BodyNote preview={preview} />} language={preview.body.language} />
      );
    case "webinar":
      return <WebinarLesson webinar={preview.webinar} />;
    case "quiz":
      return (
        <QuizPreview
          page={preview.page}
          quiz={preview.quiz}
          paper={
            <Paper
              preview={preview}
              asked={({ question, marks }, number) => (
                <AskedQuestion question={question} marks={marks} number={number} response={null} onAnswer={null} />
              )}
            />
          }
        />
      );
    case "evaluation":
      return <EvaluationLesson page={preview.page} state={untouched} />;
  }
}

export default function SocietyTrackPreviewLesson() {
  const preview = useLoaderData<typeof loader>();
  if (preview === null) return null;
  return (
    <>
      <PreviewBar bar={preview.bar} lessonId={preview.page.lesson.id} />
      <Lesson preview={preview} />
    </>
  );
}
