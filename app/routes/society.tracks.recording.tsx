import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { readUpload } from "../authoring/banks/read-upload.server";
import { RecordingPage } from "../authoring/drafts/components/recording-page";
import { draftRoles } from "../authoring/drafts/policy";
import { findRecordingTexts, saveTextOfRecording, textLanguages } from "../authoring/drafts/recording-texts.server";
import { now } from "../platform/clock.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

const placeOf = ({ params, request }: Pick<LoaderFunctionArgs, "params" | "request">) => ({
  societySlug: params["societySlug"] ?? "",
  trackSlug: params["trackSlug"] ?? "",
  lessonId: params["lessonId"] ?? "",
  language: new URL(request.url).searchParams.get("language") ?? "",
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const place = placeOf(args);
  const seen = { societySlug: place.societySlug, timeZone: viewer.timeZone, mayWrite: true };
  const texts = findRecordingTexts({ ...place, societyId, seen }) ?? notFound("recording");
  return { ...texts, languages: textLanguages, isSaved: new URL(args.request.url).searchParams.has("saved") };
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: page?.lesson.title }];

const mostBytes = 200_000;
const isKind = (kind: string | undefined): kind is "captions" | "chapters" =>
  kind === "captions" || kind === "chapters";

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, placeOf(args).societySlug, draftRoles("write"));
  const place = placeOf(args);
  const seen = { societySlug: place.societySlug, timeZone: viewer.timeZone, mayWrite: true };
  const texts = findRecordingTexts({ ...place, societyId, seen }) ?? notFound("recording");
  const form = await readUpload(args.request, mostBytes);
  const kind = form.ok ? form.fields["kind"] : undefined;
  if (!form.ok || !isKind(kind)) badRequest("recording");
  const content = form.file === null ? (form.fields[kind] ?? "") : new TextDecoder().decode(form.file.bytes);
  const faults = await saveTextOfRecording(texts, { kind, content, byPersonId: viewer.id, now: now() });
  if (faults.length > 0) return data({ kind, content, faults }, { status: 422 });
  const { societySlug, trackSlug, lessonId } = place;
  const href = `/society/${societySlug}/tracks/${trackSlug}/lessons/${lessonId}/recording`;
  return redirect(`${href}?language=${texts.language}&saved=1`, 303);
}

export default function SocietyTrackRecording() {
  return <RecordingPage page={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
