import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { TranslationImportPreview } from "../authoring/translations/components/import-pages";
import { importTranslation, previewTranslation } from "../authoring/translations/import-translation.server";
import { translationRoles } from "../authoring/translations/policy";
import { isLocale } from "../i18n/locales";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("translations:import.preview"));

const placeOf = ({ trackSlug = "", uploadId = "", language }: LoaderFunctionArgs["params"]) => ({
  trackSlug,
  uploadId,
  language: isLocale(language) ? language : notFound("translation"),
});

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("write"),
  );
  const kept = { ...placeOf(args.params), societyId, personId: viewer.id, now: now() };
  const preview = (await previewTranslation(kept)) ?? notFound("file");
  return { preview, societySlug: args.params["societySlug"] ?? "" };
}

const CommitForm = z.object({ fingerprint: z.string().length(64) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("write"),
  );
  const form = await readForm(args.request, CommitForm);
  if (!form.ok) badRequest("import");
  const place = placeOf(args.params);
  const done = await importTranslation({ ...place, ...form.value, societyId, personId: viewer.id, now: now() });
  if (!done.ok && done.reason === "moved-on") return data({ hasMovedOn: true }, { status: 409 });
  if (!done.ok) notFound("file");
  const page = `/society/${args.params["societySlug"] ?? ""}/tracks/${place.trackSlug}/translations/${place.language}`;
  return redirect(`${page}?saved=${String(done.written)}`, 303);
}

export default function SocietyTranslationsImportPreview() {
  const hasMovedOn = useActionData<typeof action>()?.hasMovedOn ?? false;
  return <TranslationImportPreview {...useLoaderData<typeof loader>()} hasMovedOn={hasMovedOn} />;
}
