import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { AskedQuestion } from "../assessments/components/asked-question";
import { requireSocietyRole } from "../auth/viewer.server";
import { SamplePage } from "../authoring/drafts/components/sample-page";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { findSample } from "../authoring/drafts/question-choice.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const seedOf = (url: string) =>
  Math.min(9999, Math.max(1, Math.floor(Number(new URL(url).searchParams.get("seed"))) || 1));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    draftRoles("look"),
  );
  const { societySlug = "", trackSlug = "", lessonId = "" } = args.params;
  const seen = { societySlug, timeZone: viewer.timeZone, mayWrite: mayInDrafts(role, "write") };
  return findSample({ societyId, trackSlug, lessonId, seed: seedOf(args.request.url), seen }) ?? notFound("lesson");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.lesson.title }];

export default function SocietyTrackSample() {
  const page = useLoaderData<typeof loader>();
  return (
    <SamplePage
      page={page}
      asked={({ question, marks }, number) => (
        <AskedQuestion question={question} marks={marks} number={number} response={null} onAnswer={null} />
      )}
    />
  );
}
