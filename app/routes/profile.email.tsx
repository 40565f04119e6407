import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailField } from "../accounts/components/email-field";
import { FormProblems } from "../accounts/components/form-problems";
import { ProfileTabs } from "../accounts/components/profile-tabs";
import { SecretField } from "../accounts/components/secret-field";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { requestEmailChange } from "../accounts/request-email-change.server";
import { ChangeEmailForm } from "../accounts/schemas";
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
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:email.title"));

export async function loader(args: LoaderFunctionArgs) {
  const viewer = await requireViewer(args);
  return { email: viewer.email, isAsked: new URL(args.request.url).searchParams.has("asked") };
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const form = await readForm(args.request, ChangeEmailForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const { email, currentPassword: password } = form.value;
  const result = await requestEmailChange({
    person: viewer,
    newEmail: email,
    password,
    address: clientAddress(args.context),
    now: now(),
  });
  if (result.ok) return redirect("/profile/email?asked=1", 303);
  if (result.reason === "too-many") return tooManyAttempts(result.waitSeconds, { email });
  return faultyForm(
    result.reason === "same-address" ? { email: "same-address" } : { currentPassword: "password-wrong" },
    { email },
  );
}

export default function ProfileEmail() {
  const t = useTranslate();
  const { email, isAsked } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = { email: t("account:email.new"), currentPassword: t("account:field.currentPassword") };
  return (
    <main id="main" className="page">
      <div className="form-page">
        <ProfileTabs />
        <div className="sheet">
          <h2>{t("account:email.title")}</h2>
          <p>{t("account:email.now", { email })}</p>
          <p>{t("account:email.text")}</p>
          {isAsked && answer === undefined ? <Done text={t("account:email.asked")} /> : null}
          <form method="post" action="/profile/email" className="form" noValidate>
            <FormProblems answer={answer} labels={labels} />
            <EmailField answer={answer} label={labels.email} />
            <SecretField name="currentPassword" label={labels.currentPassword} kind="current" answer={answer} />
            <p>
              <Button>{t("account:email.submit")}</Button>
            </p>
          </form>
        </div>
      </div>
    </main>
  );
}
