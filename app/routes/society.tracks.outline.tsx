import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { OutlinePage } from "../authoring/drafts/components/outline-page";
import { TypedForm } from "../authoring/drafts/draft-form";
import { editOutline } from "../authoring/drafts/edit-outline.server";
import { findOutlinePage } from "../authoring/drafts/outline-page.server";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true, islands: ["track-editor"] } satisfies PageHandle;

const placeOf = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  societySlug: params["societySlug"] ?? "",
  trackSlug: params["trackSlug"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("look"));
  const { societySlug, trackSlug } = placeOf(args);
  const seen = { societySlug, timeZone: viewer.timeZone, mayWrite: mayInDrafts(role, "write") };
  return findOutlinePage({ societyId, trackSlug, url: args.request.url, seen }) ?? notFound("track");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }];

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const { societySlug, trackSlug } = placeOf(args);
  const form = await readForm(args.request, TypedForm);
  if (!form.ok) badRequest("outline");
  const edited = await editOutline({ societyId, trackSlug, typed: form.value, byPersonId: viewer.id, now: now() });
  if (edited.ok) return redirect(`/society/${societySlug}/tracks/${trackSlug}${edited.query}`, 303);
  if (edited.reason === "bad-form") badRequest("outline");
  if (edited.reason === "not-there") notFound("track");
  return data(edited, { status: edited.conflict === null ? 422 : 409 });
}

export default function SocietyTrackOutline() {
  return <OutlinePage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
