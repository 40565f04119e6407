import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { changeParticipant } from "../courses/change-participant.server";
import { deedsDone, ParticipantPage } from "../courses/components/participant-page";
import { findParticipant } from "../courses/find-participant.server";
import { listRegradeChanges } from "../courses/find-regrade-changes.server";
import { ParticipantChange } from "../courses/participant-change";
import { participantRoles } from "../courses/participant-policy";
import { chooseLocale } from "../i18n/choose-locale.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", participantRoles);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const enrolmentId = args.params["enrolmentId"] ?? "";
  const found = (await findParticipant({ societyId, enrolmentId, locale, now: now() })) ?? notFound("participant");
  const said = new URL(args.request.url).searchParams;
  return {
    participant: found,
    changes: listRegradeChanges({ societyId, enrolmentId, locale }),
    justDone: deedsDone.find((deed) => deed === said.get("done")) ?? null,
    isEnding: said.get("step") === "end",
    societySlug: args.params["societySlug"] ?? "",
    timeZone: viewer.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", participantRoles);
  const form = await readForm(args.request, ParticipantChange);
  if (!form.ok) badRequest("participant-change");
  const deed = { societyId, actorId: viewer.id, enrolmentId: args.params["enrolmentId"] ?? "", now: now() };
  const changed = await changeParticipant(deed, form.value);
  const { intent, ...typed } = form.value;
  if (changed.ok) return redirect(`${new URL(args.request.url).pathname}?done=${intent}`);
  if (changed.reason === "not-there") notFound("participant");
  return data({ intent, reason: changed.reason, typed }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.participant.name }];

export default function SocietyParticipant() {
  const page = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <ParticipantPage page={page} refusal={refused ? { ...refused, typed: { ...refused.typed } } : null} />;
}
