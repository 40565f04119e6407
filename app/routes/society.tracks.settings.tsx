import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { SettingsPage } from "../authoring/drafts/components/settings-page";
import { TypedForm } from "../authoring/drafts/draft-form";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { findSettingsPage, saveSettings } from "../authoring/drafts/settings-page.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const placeOf = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  societySlug: params["societySlug"] ?? "",
  trackSlug: params["trackSlug"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("look"));
  const { societySlug, trackSlug } = placeOf(args);
  const seen = { societySlug, timeZone: viewer.timeZone, mayWrite: mayInDrafts(role, "write") };
  return findSettingsPage({ societyId, trackSlug, seen }) ?? notFound("track");
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.head.title }];

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const { societySlug, trackSlug } = placeOf(args);
  const form = await readForm(args.request, TypedForm);
  if (!form.ok) badRequest("settings");
  const saved = await saveSettings({ societyId, trackSlug, typed: form.value, byPersonId: viewer.id, now: now() });
  if (saved.ok) return redirect(`/society/${societySlug}/tracks/${trackSlug}/settings`, 303);
  if (saved.reason === "bad-form") badRequest("settings");
  if (saved.reason === "not-there") notFound("track");
  return data(saved, { status: saved.conflict === null ? 422 : 409 });
}

export default function SocietyTrackSettings() {
  return <SettingsPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
