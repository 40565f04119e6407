import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { beginTrack } from "../authoring/drafts/begin-track.server";
import { TrackList } from "../authoring/drafts/components/track-list";
import { listTracks } from "../authoring/drafts/list-tracks.server";
import { NewTrackForm } from "../authoring/drafts/new-track";
import { draftRoles, mayInDrafts } from "../authoring/drafts/policy";
import { readTrackQuery } from "../authoring/drafts/track-query";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("tracks:list.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId, role } = await requireSocietyRole(args, args.params["societySlug"] ?? "", draftRoles("look"));
  const query = readTrackQuery(args.request.url);
  return {
    ...listTracks(societyId, query),
    query,
    societySlug: args.params["societySlug"] ?? "",
    mayWrite: mayInDrafts(role, "write"),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", draftRoles("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const form = await readForm(args.request, NewTrackForm);
  if (!form.ok) return data({ typed: form.typed, errors: form.errors }, { status: 422 });
  const { slug } = await beginTrack({ ...form.value, societyId, societySlug, byPersonId: viewer.id, now: now() });
  return redirect(`/society/${societySlug}/tracks/${slug}`, 303);
}

export default function SocietyTracks() {
  return <TrackList list={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
