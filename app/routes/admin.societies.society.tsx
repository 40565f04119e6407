import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSiteAdmin } from "../auth/viewer.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { changeMembers } from "../societies/change-members.server";
import { AppointAdmins, appointmentsDone } from "../societies/components/admin-society";
import { findListedSociety } from "../societies/list-all-societies.server";
import { listInvitations } from "../societies/list-invitations.server";
import { faultyMembersForm, refuseMembersForm } from "../societies/refuse-form.server";
import { AdminInvitationForm } from "../societies/schemas";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.society.name }];

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireSiteAdmin(args);
  const society = findListedSociety(args.params["societySlug"] ?? "") ?? notFound("society");
  const done = new URL(args.request.url).searchParams.get("done");
  return {
    society,
    // The others are the society's own affair.
    invitations: listInvitations(society.id, now()).filter(({ role }) => role === "admin"),
    justDone: appointmentsDone.find((deed) => deed === done) ?? null,
    timeZone: viewer.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireSiteAdmin(args);
  const society = findListedSociety(args.params["societySlug"] ?? "") ?? notFound("society");
  const form = await readForm(args.request, AdminInvitationForm);
  if (!form.ok) return faultyMembersForm(form);
  const deed = { societyId: society.id, actorId: viewer.id, now: now() };
  const asked = form.value.intent === "invite" ? { ...form.value, role: "admin" as const } : form.value;
  const changed = await changeMembers(deed, asked);
  if (!changed.ok) return refuseMembersForm(form.value, changed.reason);
  return redirect(`${new URL(args.request.url).pathname}?done=${form.value.intent}`, 303);
}

export default function AdminSociety() {
  const answer = useActionData<typeof action>();
  return (
    <AppointAdmins
      page={useLoaderData<typeof loader>()}
      answer={answer ? { ...answer, errors: { ...answer.errors }, typed: { ...answer.typed } } : null}
    />
  );
}
