import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { changeMembers } from "../societies/change-members.server";
import { MembersPage, membersDone } from "../societies/components/members-page";
import { listInvitations } from "../societies/list-invitations.server";
import { findMember, listMembers } from "../societies/list-members.server";
import { mayInSociety, rolesFor } from "../societies/policy";
import { faultyMembersForm, refuseMembersForm } from "../societies/refuse-form.server";
import { MembersForm } from "../societies/schemas";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction<typeof loader> = (args) =>
  pageTitle(args, (t) => t("societies:members.title", { society: args.data?.society.acronym ?? "" }));

const Query = z.object({
  q: z.string().trim().max(254).catch(""),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
  done: z.enum(membersDone).nullable().catch(null),
  remove: z.string().max(64).catch(""),
});

export async function loader(args: LoaderFunctionArgs) {
  const proved = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const { societyId, viewer, role, society } = proved;
  const mayManage = mayInSociety(role, "manage");
  const { q, page, done, remove } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  return {
    ...listMembers({ societyId, q, page, showsEmail: mayManage }),
    q,
    society: { acronym: society.acronym },
    viewerId: viewer.id,
    timeZone: viewer.timeZone,
    justDone: mayManage ? done : null,
    removing: mayManage && remove !== "" ? findMember(societyId, remove) : null,
    invitations: mayManage ? listInvitations(societyId, now()) : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  const proved = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("manage"));
  const { societyId, viewer } = proved;
  const form = await readForm(args.request, MembersForm);
  if (!form.ok) return faultyMembersForm(form);
  const changed = await changeMembers({ societyId, actorId: viewer.id, now: now() }, form.value);
  if (!changed.ok) return refuseMembersForm(form.value, changed.reason);
  // Who took themselves out may not see this page any more.
  const isLeaving = form.value.intent === "remove" && form.value.person === viewer.id;
  return redirect(isLeaving ? "/my" : `${new URL(args.request.url).pathname}?done=${form.value.intent}`, 303);
}

export default function SocietyMembers() {
  const answer = useActionData<typeof action>();
  return (
    <MembersPage
      page={useLoaderData<typeof loader>()}
      answer={answer ? { ...answer, errors: { ...answer.errors }, typed: { ...answer.typed } } : null}
    />
  );
}
