import type { ActionFunctionArgs } from "@remix-run/node";
import { requireSocietyRole } from "../auth/viewer.server";
import { answerLive, LiveRequest } from "../authoring/lessons/answer-live.server";
import { lessonRoles } from "../authoring/lessons/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";

/** What an open editor sends while its page stays: saves, previews, formulae, and that somebody is there. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", lessonRoles("write"));
  const { trackSlug = "", lessonId = "", language = "" } = args.params;
  const form = await readForm(args.request, LiveRequest);
  if (!form.ok) badRequest("request");
  const address = { societyId, trackSlug, lessonId, language };
  const answer =
    (await answerLive(address, form.value, { writer: { id: viewer.id, name: viewer.name }, now: now() })) ??
    notFound("lesson");
  return Response.json(answer.body, { status: answer.status });
}
