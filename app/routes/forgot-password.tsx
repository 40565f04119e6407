import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailField } from "../accounts/components/email-field";
import { FormProblems } from "../accounts/components/form-problems";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { requestPasswordReset } from "../accounts/request-password-reset.server";
import { EmailForm } from "../accounts/schemas";
import { useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { env } from "../platform/env.server";
import { readForm } from "../platform/forms.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { usePageData } from "../ui/page-data";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:forgot.title"));

export function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  return { isSent: new URL(args.request.url).searchParams.has("sent") };
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const form = await readForm(args.request, EmailForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const { email } = form.value;
  const address = clientAddress(args.context);
  const result = await requestPasswordReset({ email, address, isDemonstration: env.isDemonstration, now: now() });
  return result.ok ? redirect("/forgot-password?sent=1", 303) : tooManyAttempts(result.waitSeconds, { email });
}

export default function ForgotPassword() {
  const t = useTranslate();
  const { isSent } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { isDemonstration } = usePageData();
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:forgot.title")}</h1>
          <p className="lead">{t("account:forgot.text")}</p>
          {isSent && answer === undefined ? <Done text={t("account:forgot.done")} /> : null}
          {isSent && isDemonstration ? (
            <p>
              <a href="/dev/inbox">{t("account:verify.openInbox")}</a>
            </p>
          ) : null}
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={{ email: t("account:field.email") }} />
            <EmailField answer={answer} autoComplete="username" />
            <p className="row">
              <Button>{t("account:forgot.submit")}</Button>
              <a href="/sign-in">{t("account:forgot.back")}</a>
            </p>
          </form>
        </div>
      </div>
    </main>
  );
}
