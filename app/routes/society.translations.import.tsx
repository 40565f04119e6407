import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { readUpload } from "../authoring/banks/read-upload.server";
import { keepUpload } from "../authoring/banks/upload-store.server";
import { TranslationImportForm } from "../authoring/translations/components/import-pages";
import { largestTranslationFile } from "../authoring/translations/exchange-unit";
import { findTranslationPlace } from "../authoring/translations/find-translation-page.server";
import { uploadPlace } from "../authoring/translations/import-translation.server";
import { translationRoles } from "../authoring/translations/policy";
import { now } from "../platform/clock.server";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("translations:import.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", translationRoles("write"));
  const { societySlug = "", trackSlug = "", language = "" } = args.params;
  const place = (await findTranslationPlace({ societyId, trackSlug, language })) ?? notFound("translation");
  return { place: { ...place, societySlug } };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("write"),
  );
  const { societySlug = "", trackSlug = "", language = "" } = args.params;
  if ((await findTranslationPlace({ societyId, trackSlug, language })) === null) notFound("translation");
  const upload = await readUpload(args.request, largestTranslationFile);
  if (!upload.ok) return data({ refused: upload.reason }, { status: upload.reason === "too-large" ? 413 : 400 });
  if (upload.file === null) return data({ refused: "no-file" as const }, { status: 422 });
  const { name, bytes } = upload.file;
  const facts = {
    personId: viewer.id,
    bankId: uploadPlace(trackSlug, language),
    fileName: name,
    format: "translation",
  };
  const id = keepUpload(facts, bytes, now());
  return redirect(`/society/${societySlug}/tracks/${trackSlug}/translations/${language}/import/${id}`, 303);
}

export default function SocietyTranslationsImport() {
  const { place } = useLoaderData<typeof loader>();
  return <TranslationImportForm place={place} refused={useActionData<typeof action>()?.refused ?? null} />;
}
