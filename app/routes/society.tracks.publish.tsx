import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { checkDraft } from "../authoring/review/check-draft.server";
import { PublishPage } from "../authoring/review/components/publish-page";
import { findOwnTrack } from "../authoring/review/find-own-track.server";
import { rolesFor } from "../authoring/review/policy";
import { previewEdition } from "../authoring/review/preview-edition.server";
import { publishDraft } from "../authoring/review/publish-draft.server";
import { findObstacles } from "../authoring/review/review-store.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("review:publish.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("publish"));
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const checked = await checkDraft(track.id, now());
  return {
    track: {
      slug: track.slug,
      title: track.title,
      language: track.language,
      societySlug: args.params["societySlug"] ?? "",
    },
    obstacles: await findObstacles(track.id, checked),
    // What has errors can't be frozen: a webinar without a recording has no length.
    edition:
      checked.draft === null || checked.errors.length > 0
        ? null
        : previewEdition(track.currentEditionId, checked.draft),
    published: Number(new URL(args.request.url).searchParams.get("published")) || null,
  };
}

const PublishForm = z.object({
  note: z.string().max(2000).default(""),
  correction: z.literal("yes").optional(),
});

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("publish"));
  const track = findOwnTrack(societyId, args.params["trackSlug"] ?? "") ?? notFound("track");
  const form = await readForm(args.request, PublishForm);
  if (!form.ok) return data({ isOvertaken: false, noteFault: "long" as const, typed: form.typed }, { status: 422 });
  const { note: changeNote, correction } = form.value;
  const isCorrection = correction === "yes";
  const wish = { societyId, track, actorId: viewer.id, changeNote, isCorrection, now: now() };
  const published = await publishDraft(wish);
  const { pathname } = new URL(args.request.url);
  if (published.ok) return redirect(`${pathname}?published=${String(published.number)}`, 303);
  const typed = { note: changeNote, correction: correction ?? "" };
  const isMissing = published.reason === "note-missing" || published.reason === "problems";
  if (isMissing) return data({ isOvertaken: false, noteFault: "missing" as const, typed }, { status: 422 });
  return data({ isOvertaken: true, noteFault: null, typed }, { status: 409 });
}

const untouched = { isOvertaken: false, noteFault: null, typed: {} };

export default function TrackPublish() {
  return <PublishPage page={useLoaderData<typeof loader>()} answer={useActionData<typeof action>() ?? untouched} />;
}
