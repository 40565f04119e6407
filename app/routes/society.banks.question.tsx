import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { QuestionPage, type QuestionPageData } from "../authoring/banks/components/question-page";
import { findQuestionPage } from "../authoring/banks/find-question-page.server";
import { rolesFor } from "../authoring/banks/policy";
import { retireQuestion } from "../authoring/banks/retire-question.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const Query = z.object({
  revision: z.coerce.number().int().min(1).nullable().catch(null),
  compare: z.literal("1").nullable().catch(null),
  saved: z.literal("1").nullable().catch(null),
});

export async function loader(args: LoaderFunctionArgs) {
  const proved = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const { revision, compare, saved } = Query.parse(Object.fromEntries(new URL(args.request.url).searchParams));
  const page = await findQuestionPage({
    societyId: proved.societyId,
    role: proved.role,
    bankSlug: args.params["bankSlug"] ?? "",
    key: args.params["questionKey"] ?? "",
    number: revision,
    compare: compare !== null,
  });
  if (page === null) notFound("question");
  const societySlug = args.params["societySlug"] ?? "";
  return { ...page, societySlug, timeZone: proved.viewer.timeZone, isJustSaved: saved !== null };
}

const RetireForm = z.object({ retired: z.enum(["yes", "no"]) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("retire"));
  const form = await readForm(args.request, RetireForm);
  if (!form.ok) badRequest("retired");
  const done = await retireQuestion({
    societyId,
    bankSlug: args.params["bankSlug"] ?? "",
    key: args.params["questionKey"] ?? "",
    retired: form.value.retired === "yes",
    actorId: viewer.id,
    now: now(),
  });
  if (!done) notFound("question");
  return redirect(new URL(args.request.url).pathname, 303);
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.found.key }];

export default function SocietyBankQuestion() {
  // JSON leaves an absent property absent; Remix's type can only say that it may be undefined.
  return <QuestionPage page={useLoaderData<typeof loader>() as QuestionPageData} />;
}
