import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { HistoryPage } from "../authoring/lessons/components/history-page";
import { findLessonHistory, restoreVersion } from "../authoring/lessons/lesson-history.server";
import { lessonRoles, mayWithLessons } from "../authoring/lessons/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("lessonEditor:history.title"));

const version = z.coerce.number().int().min(1).max(10_000_000);
const Asked = z.object({
  page: version.catch(1),
  from: version.nullable().catch(null),
  to: version.nullable().catch(null),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    lessonRoles("look"),
  );
  const { societySlug = "", trackSlug = "", lessonId = "", language = "" } = args.params;
  const asked = Asked.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const history = (await findLessonHistory({ societyId, trackSlug, lessonId, language }, asked)) ?? notFound("lesson");
  return { ...history, societySlug, mayWrite: mayWithLessons(role, "write"), timeZone: viewer.timeZone };
}

const RestoreForm = z.object({ version, latest: version });

/** Makes an earlier version the latest again. Nothing is lost by it, so it doesn't ask. */
export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", lessonRoles("write"));
  const { trackSlug = "", lessonId = "", language = "" } = args.params;
  const form = await readForm(args.request, RestoreForm);
  if (!form.ok) badRequest("version");
  const address = { societyId, trackSlug, lessonId, language };
  const restored = await restoreVersion({ address, ...form.value, byPersonId: viewer.id, now: now() });
  if (restored.ok) return redirect(new URL(args.request.url).pathname.replace(/\/history$/, "?saved=1"), 303);
  if (restored.reason !== "newer") notFound("version");
  return data({ isOld: true }, { status: 409 });
}

export default function LessonHistoryRoute() {
  return (
    <HistoryPage history={useLoaderData<typeof loader>()} isOld={useActionData<typeof action>()?.isOld ?? false} />
  );
}
