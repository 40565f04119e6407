import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { changeLanguages } from "../authoring/translations/change-languages.server";
import { TranslationMatrixPage } from "../authoring/translations/components/translation-matrix";
import { findTranslationMatrix } from "../authoring/translations/find-translation-page.server";
import { mayInTranslations, translationRoles } from "../authoring/translations/policy";
import { LanguageForm } from "../authoring/translations/translation-form";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("translations:title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("look"),
  );
  const { societySlug = "", trackSlug = "" } = args.params;
  const matrix = (await findTranslationMatrix({ societyId, trackSlug })) ?? notFound("track");
  return { matrix, societySlug, mayWrite: mayInTranslations(role, "write") };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("write"),
  );
  const { societySlug = "", trackSlug = "" } = args.params;
  const form = await readForm(args.request, LanguageForm);
  if (!form.ok) badRequest("language");
  const changed = await changeLanguages({ ...form.value, societyId, trackSlug, byPersonId: viewer.id, now: now() });
  if (!changed.ok && changed.reason === "not-there") notFound("track");
  if (!changed.ok) return data({ refused: changed.reason }, { status: 422 });
  const place = form.value.change === "add" ? `/${form.value.language}` : "";
  return redirect(`/society/${societySlug}/tracks/${trackSlug}/translations${place}`, 303);
}

export default function SocietyTranslations() {
  return (
    <TranslationMatrixPage
      {...useLoaderData<typeof loader>()}
      refused={useActionData<typeof action>()?.refused ?? null}
    />
  );
}
