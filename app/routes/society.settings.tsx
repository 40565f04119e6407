import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { readUpload } from "../authoring/banks/read-upload.server";
import { publishedTracks } from "../courses/published-tracks.server";
import { mostLogoBytes } from "../media/make-logo.server";
import { now } from "../platform/clock.server";
import { badRequest } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { SettingsPage } from "../societies/components/settings-page";
import { rolesFor } from "../societies/policy";
import { readSettings } from "../societies/read-settings";
import { faultySettings, refuseSettings } from "../societies/refuse-form.server";
import { findSettings, saveSettings, textsOf } from "../societies/society-settings.server";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("societies:settings.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("manage"));
  return { settings: findSettings(societyId), isSaved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: ActionFunctionArgs) {
  const { societyId, viewer } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("manage"));
  const upload = await readUpload(args.request, mostLogoBytes + 1);
  if (!upload.ok) {
    if (upload.reason === "broken-form") badRequest("settings");
    // What was typed ended with the body that was too long, so the page shows what is kept.
    return faultySettings({ file: "logo-large" }, textsOf(findSettings(societyId)), 413);
  }
  const form = readSettings(upload.fields);
  if (!form.ok) return faultySettings(form.errors, upload.fields);
  const file = upload.file?.bytes ?? null;
  const saved = await saveSettings({ societyId, actorId: viewer.id, form: form.value, file, now: now() });
  if (!saved.ok) return refuseSettings(saved.reason, upload.fields);
  // Pages that name the society in this process read it anew at once; other processes do at their next public page.
  publishedTracks();
  return redirect(`${new URL(args.request.url).pathname}?saved=1`, 303);
}

export default function SocietySettings() {
  const answer = useActionData<typeof action>();
  return (
    <SettingsPage
      {...useLoaderData<typeof loader>()}
      answer={answer ? { ...answer, errors: { ...answer.errors }, typed: { ...answer.typed } } : null}
    />
  );
}
