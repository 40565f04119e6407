import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { AccessForm } from "../authoring/access/access-form";
import { changeAccess } from "../authoring/access/change-access.server";
import { AccessPage } from "../authoring/access/components/access-page";
import { type AccessAnswer, accessDone } from "../authoring/access/components/access-props";
import { findAccess } from "../authoring/access/find-access.server";
import { findOwnTrack } from "../authoring/review/find-own-track.server";
import { rolesFor } from "../authoring/review/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true, islands: ["copy"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("access:title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("open"));
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const { slug, title, language } = track;
  const said = new URL(args.request.url).searchParams;
  return {
    track: { slug, title, language },
    access: findAccess(track, viewer.timeZone),
    timeZone: viewer.timeZone,
    justDone: accessDone.find((deed) => deed === said.get("done")) ?? null,
    isRenewing: said.get("step") === "renew",
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("open"));
  const form = await readForm(args.request, AccessForm);
  if (!form.ok) badRequest("access-form");
  const about = { societyId, actorId: viewer.id, trackSlug: args.params["trackSlug"] ?? "", now: now() };
  const changed = await changeAccess(about, form.value, viewer.timeZone);
  const { pathname } = new URL(args.request.url);
  switch (changed.is) {
    case "done":
      return redirect(`${pathname}?done=${form.value.intent}`, 303);
    case "not-there":
      return notFound("track");
    case "asks":
      return data<AccessAnswer>({ asks: true, faults: {}, typed: changed.typed });
    case "faulty":
      return data<AccessAnswer>({ asks: false, faults: changed.faults, typed: changed.typed }, { status: 422 });
  }
}

export default function TrackAccess() {
  return <AccessPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
