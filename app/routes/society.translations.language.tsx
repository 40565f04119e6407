import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { answerTranslation } from "../authoring/translations/answer-translation.server";
import { TranslationSides } from "../authoring/translations/components/translation-page";
import { findTranslationPage } from "../authoring/translations/find-translation-page.server";
import { mayInTranslations, translationRoles } from "../authoring/translations/policy";
import { actOf, TranslationForm } from "../authoring/translations/translation-form";
import { isLocale } from "../i18n/locales";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { badRequest, forbidden, notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("translations:title"));

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("look"),
  );
  const { societySlug = "", trackSlug = "", language = "" } = args.params;
  const query = new URL(args.request.url).searchParams;
  const group = query.get("group");
  const page = (await findTranslationPage({ societyId, trackSlug, language, group })) ?? notFound("translation");
  const saved = /^\d{1,6}$/.test(query.get("saved") ?? "") ? Number(query.get("saved")) : null;
  const rights = { mayWrite: mayInTranslations(role, "write"), mayReview: mayInTranslations(role, "review") };
  return { page, societySlug, timeZone: viewer.timeZone, saved, ...rights };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId, role } = await requireSocietyRole(
    args,
    args.params["societySlug"] ?? "",
    translationRoles("look"),
  );
  const { societySlug = "", trackSlug = "", language } = args.params;
  const form = await readForm(args.request, TranslationForm);
  if (!form.ok) badRequest("translation");
  if (!isLocale(language)) notFound("translation");
  if (!mayInTranslations(role, actOf(form.value))) forbidden();
  const place = { societyId, trackSlug, language, byPersonId: viewer.id, now: now() };
  const answer = await answerTranslation(place, form.value);
  if (answer.state === "not-there") notFound("translation");
  if (answer.state === "refused") return data({ refused: answer.refused }, { status: 409 });
  const saved = answer.saved === null ? "" : `&saved=${String(answer.saved)}`;
  const group = encodeURIComponent(form.value.group);
  return redirect(`/society/${societySlug}/tracks/${trackSlug}/translations/${language}?group=${group}${saved}`, 303);
}

export default function SocietyTranslationsLanguage() {
  return (
    <TranslationSides {...useLoaderData<typeof loader>()} refused={useActionData<typeof action>()?.refused ?? null} />
  );
}
