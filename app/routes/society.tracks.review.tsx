import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { checkDraft } from "../authoring/review/check-draft.server";
import { ReviewPage } from "../authoring/review/components/review-page";
import { findOwnTrack } from "../authoring/review/find-own-track.server";
import { rolesFor } from "../authoring/review/policy";
import { reviewPage } from "../authoring/review/review-page.server";
import { ReviewStep, takeReviewStep } from "../authoring/review/review-step.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("review:review.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    rolesFor("look"),
  );
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const checked = await checkDraft(track.id, now());
  return {
    ...(await reviewPage({ track, checked, personId: viewer.id, role })),
    track: {
      slug: track.slug,
      title: track.title,
      language: track.language,
      societySlug: args.params["societySlug"] ?? "",
    },
    timeZone: viewer.timeZone,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    rolesFor("look"),
  );
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const form = await readForm(args.request, ReviewStep);
  if (!form.ok) return data({ refused: null, errors: form.errors, typed: form.typed }, { status: 422 });
  const refused = await takeReviewStep({ societyId, track, actorId: viewer.id, role, now: now() }, form.value);
  if (refused === null) return redirect(new URL(args.request.url).pathname, 303);
  const typed = Object.fromEntries(Object.entries(form.value).map(([name, value]) => [name, value]));
  return data({ refused, errors: {}, typed }, { status: 409 });
}

const untouched = { refused: null, errors: {}, typed: {} };

export default function TrackReview() {
  return <ReviewPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? untouched} />;
}
