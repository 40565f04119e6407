import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { essayRoles } from "../assessments/regrade-policy";
import { requireSocietyRole } from "../auth/viewer.server";
import { markEssay } from "../courses/assess-essay.server";
import { EssayPage } from "../courses/components/essay-page";
import { findEssayPage } from "../courses/list-essays-to-mark.server";
import { chooseLocale } from "../i18n/choose-locale.server";
import { translator } from "../i18n/translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import { newId } from "../platform/ids.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const placeOf = ({ params }: Pick<LoaderFunctionArgs, "params">) => ({
  sittingId: params["sittingId"] ?? "",
  questionId: params["questionId"] ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", essayRoles);
  const locale = chooseLocale(args.request, undefined, viewer.locale);
  const essay = findEssayPage({ societyId, ...placeOf(args), locale }) ?? notFound("essay");
  return {
    essay,
    title: translator(locale)("regrade:essay.title"),
    assessmentId: newId(),
    isJustMarked: new URL(args.request.url).searchParams.get("done") === "marked",
    societySlug: args.params["societySlug"] ?? "",
    timeZone: viewer.timeZone,
  };
}

const longestComment = 4000;
const EssayForm = z
  .object({ assessmentId: z.string().regex(/^[a-z0-9]{10,40}$/), comment: z.string().max(100_000) })
  .catchall(z.string().max(80));

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", essayRoles);
  const form = await readForm(args.request, EssayForm);
  if (!form.ok) badRequest("assessment");
  const { assessmentId, comment, ...rest } = form.value;
  const levels = Object.fromEntries(
    Object.entries(rest).flatMap(([name, id]) => (name.startsWith("level.") ? [[name.slice(6), id]] : [])),
  );
  if (comment.length > longestComment) return data({ refused: "long" as const, levels, comment }, { status: 422 });
  const given = { actorId: viewer.id, assessmentId, levels, comment, now: now() };
  const marked = await markEssay({ societyId, ...placeOf(args), ...given });
  if (marked.ok) return redirect(`${new URL(args.request.url).pathname}?done=marked`, 303);
  if (marked.reason === "not-there") notFound("essay");
  return data({ refused: marked.reason, levels, comment }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.title }];

export default function SocietyEssay() {
  return <EssayPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? null} />;
}
