import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { rulingRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { LateAnswers } from "../courses/components/regrade-changes";
import { countLateAnswer } from "../courses/count-late-answer.server";
import { listLateAnswers } from "../courses/find-regrade-changes.server";
import { findParticipant } from "../courses/find-participant.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rulingRoles);
  const { enrolmentId = "", societySlug = "" } = args.params;
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const where = { societyId, enrolmentId, locale };
  const participant = (await findParticipant({ ...where, now: now() })) ?? notFound("participant");
  return {
    title: translator(locale)("regrade:late.of", { name: participant.name }),
    answers: listLateAnswers(where),
    isJustCounted: new URL(args.request.url).searchParams.get("done") === "counted",
    backHref: `/society/${societySlug}/participants/${enrolmentId}`,
    timeZone: viewer.timeZone,
  };
}

const CountForm = z.object({ answer: z.coerce.number().int().min(1) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rulingRoles);
  const form = await readForm(args.request, CountForm);
  if (!form.ok) badRequest("answer");
  const { enrolmentId = "" } = args.params;
  const answerId = form.value.answer;
  const counted = await countLateAnswer({ societyId, actorId: viewer.id, enrolmentId, answerId, now: now() });
  if (!counted) notFound("answer");
  return redirect(`${new URL(args.request.url).pathname}?done=counted`, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyLateAnswers() {
  return <LateAnswers page={useLoaderData<typeof loader>()} />;
}
