import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changePassword } from "../accounts/change-password.server";
import { FormProblems } from "../accounts/components/form-problems";
import { ProfileTabs } from "../accounts/components/profile-tabs";
import { SecretField } from "../accounts/components/secret-field";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { ChangePasswordForm } from "../accounts/schemas";
import { requireViewer } from "../auth/viewer.server";
import { useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true, islands: ["show-password"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:password.title"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  return { email: viewer.email, isSaved: new URL(args.request.url).searchParams.has("saved") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const form = await readForm(args.request, ChangePasswordForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const result = await changePassword({
    person: viewer,
    ...form.value,
    sessionHash: viewer.sessionHash,
    address: clientAddress(args.context),
    now: now(),
  });
  if (result.ok) return redirect("/profile/password?saved=1", 303);
  if (result.reason === "too-many") return tooManyAttempts(result.waitSeconds, {});
  return faultyForm(result.reason === "weak" ? { password: result.fault } : { currentPassword: "password-wrong" }, {});
}

export default function ProfilePassword() {
  const t = useTranslate();
  const { email, isSaved } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = { currentPassword: t("account:field.currentPassword"), password: t("account:field.newPassword") };
  return (
    <main id="main" className="page">
      <div className="form-page">
        <ProfileTabs />
        <div className="sheet">
          <h2>{t("account:password.title")}</h2>
          <p>{t("account:password.text")}</p>
          {isSaved && answer === undefined ? <Done text={t("account:password.saved")} /> : null}
          <form method="post" action="/profile/password" className="form" noValidate>
            <FormProblems answer={answer} labels={labels} />
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <SecretField name="currentPassword" label={labels.currentPassword} kind="current" answer={answer} />
            <SecretField name="password" label={labels.password} kind="new" answer={answer} />
            <p>
              <Button>{t("account:password.submit")}</Button>
            </p>
          </form>
        </div>
      </div>
    </main>
  );
}
