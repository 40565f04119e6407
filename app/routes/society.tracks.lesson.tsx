import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { LessonPage } from "../authoring/drafts/components/lesson-page";
import { TypedForm } from "../authoring/drafts/draft-form";
import { lessonForm } from "../authoring/drafts/lesson-form";
import { findLessonPage, isOffered } from "../authoring/drafts/lesson-page.server";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { saveDraftForm } from "../authoring/drafts/save-draft-form.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true, islands: ["track-editor"] } satisfies PageHandle;

const placeOf = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  societySlug: params["societySlug"] ?? "",
  trackSlug: params["trackSlug"] ?? "",
  lessonId: params["lessonId"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("look"));
  const { societySlug, trackSlug, lessonId } = placeOf(args);
  const seen = { societySlug, timeZone: viewer.timeZone, mayWrite: mayInDrafts(role, "write") };
  return findLessonPage({ societyId, trackSlug, lessonId, seen }) ?? notFound("lesson");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.fields["title"] }];

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const { societySlug, trackSlug, lessonId } = placeOf(args);
  const form = await readForm(args.request, TypedForm);
  if (!form.ok || !isOffered(societyId, form.value)) badRequest("lesson");
  const save = { societyId, trackSlug, form: lessonForm(lessonId), typed: form.value };
  const saved = await saveDraftForm({ ...save, byPersonId: viewer.id, now: now() });
  const href = `/society/${societySlug}/tracks/${trackSlug}/lessons/${lessonId}`;
  if (saved.ok) return redirect(form.value["intent"] === "browse" ? `${href}/questions` : href, 303);
  if (saved.reason === "bad-form") badRequest("lesson");
  if (saved.reason === "not-there") notFound("lesson");
  return data(saved, { status: saved.conflict === null ? 422 : 409 });
}

export default function SocietyTrackLesson() {
  return <LessonPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
