import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { ParticipantPage } from "../courses/components/participant-page";
import { findParticipant } from "../courses/find-participant.server";
import { remindParticipant } from "../courses/remind-participant.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", ["admin", "editor"]);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const enrolmentId = args.params["enrolmentId"] ?? "";
  const found = (await findParticipant({ societyId, enrolmentId, locale, now: now() })) ?? notFound("participant");
  const isJustReminded = new URL(args.request.url).searchParams.get("done") === "reminded";
  return {
    participant: found,
    isJustReminded,
    societySlug: args.params["societySlug"] ?? "",
    timeZone: viewer.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", ["admin", "editor"]);
  const enrolmentId = args.params["enrolmentId"] ?? "";
  const reminded = await remindParticipant({ societyId, actorId: viewer.id, enrolmentId, now: now() });
  if (reminded.ok) return redirect(`${new URL(args.request.url).pathname}?done=reminded`);
  if (reminded.reason === "not-there") notFound("participant");
  return data({ refused: reminded.reason }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.participant.name }];

export default function SocietyParticipant() {
  const page = useLoaderData<typeof loader>();
  return <ParticipantPage page={page} refused={useActionData<typeof action>()?.refused ?? null} />;
}
