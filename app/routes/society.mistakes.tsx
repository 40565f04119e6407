import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { canRule } from "../assessments/regrade-policy";
import { societyRoles } from "../auth/roles";
import { requireSocietyRole } from "../auth/viewer.server";
import { MistakeList } from "../courses/components/mistake-list";
import { listMistakes } from "../courses/list-mistakes.server";
import { resolveMistake } from "../courses/resolve-mistake.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  show: z.enum(["open", "resolved"]).catch("open"),
  page: z.coerce.number().int().min(1).max(10_000).catch(1),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(args, args.params["societySlug"] ?? "", societyRoles);
  const query = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const t = translator(chooseLocale(args.request, undefined, viewer.locale));
  const found = await listMistakes({ societyId, ...query });
  const rulesAt = canRule(role) ? `/society/${args.params["societySlug"] ?? ""}` : null;
  return { ...found, ...query, rulesAt, timeZone: viewer.timeZone, title: t("learning:mistakes.title") };
}

const ResolveForm = z.object({ report: z.string().max(64), resolved: z.enum(["yes", "no"]) });

export async function action(args: ActionFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", ["admin", "editor", "author"]);
  const form = await readForm(args.request, ResolveForm);
  if (!form.ok) badRequest("report");
  const done = await resolveMistake({
    societyId,
    reportId: form.value.report,
    resolved: form.value.resolved === "yes",
    now: now(),
  });
  if (!done) notFound("report");
  return redirect(new URL(args.request.url).pathname);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.title }];

export default function SocietyMistakes() {
  return <MistakeList list={useLoaderData<typeof loader>()} />;
}
