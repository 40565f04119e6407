import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems } from "../accounts/components/form-problems";
import { PersonFields, usePersonLabels } from "../accounts/components/person-fields";
import { ProfileTabs } from "../accounts/components/profile-tabs";
import { SettingFields, useSettingLabels } from "../accounts/components/setting-fields";
import { faultyForm } from "../accounts/form-answer.server";
import { getProfile } from "../accounts/get-profile.server";
import { saveProfile } from "../accounts/save-profile.server";
import { ProfileForm } from "../accounts/schemas";
import { requireViewer } from "../auth/viewer.server";
import { formatDate } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { preferenceCookie } from "../platform/cookies.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:profile.title"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  return { profile: await getProfile(viewer.id), isSaved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const form = await readForm(args.request, ProfileForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  await saveProfile({ personId: viewer.id, form: form.value, now: now() });
  const headers = new Headers();
  headers.append("Set-Cookie", preferenceCookie("locale", form.value.language));
  headers.append("Set-Cookie", preferenceCookie("theme", form.value.theme));
  return redirect("/profile?saved=1", { status: 303, headers });
}

export default function Profile() {
  const t = useTranslate();
  const locale = useLocale();
  const { profile, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const kept = { ...profile, name: profile.certificateName, language: profile.locale };
  const typed = answer?.typed ?? kept;
  const labels = { ...usePersonLabels(), ...useSettingLabels() };
  return (
    <main id="main" className="page">
      <div className="form-page">
        <ProfileTabs />
        <div className="sheet">
          <h2>{t("account:profile.details")}</h2>
          {isSaved && answer === undefined ? <Done text={t("account:profile.saved")} /> : null}
          <form method="post" action="/profile" className="form" noValidate>
            <FormProblems answer={answer} labels={labels} />
            <PersonFields typed={typed} answer={answer} />
            <SettingFields typed={typed} answer={answer} />
            <p>
              <Button>{t("account:profile.save")}</Button>
            </p>
          </form>
          {profile.termsVersion === 0 ? null : (
            <p className="hint">
              {t("account:profile.terms", {
                version: profile.termsVersion,
                date: formatDate(locale, profile.termsAcceptedAt, profile.timeZone),
              })}
            </p>
          )}
        </div>
      </div>
    </main>
  );
}
