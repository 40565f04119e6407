import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailField } from "../accounts/components/email-field";
import { FormProblems } from "../accounts/components/form-problems";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { resendVerification } from "../accounts/resend-verification.server";
import { EmailForm } from "../accounts/schemas";
import { findViewer } from "../auth/viewer.server";
import { useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { safeReturn } from "../platform/safe-return";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { usePageData } from "../ui/page-data";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:verify.title"));

/** Where a sign-up leads, and where a signed-in person with an unproved address is sent. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const viewer = await findViewer(args);
  const { searchParams } = new URL(args.request.url);
  const next = safeReturn(searchParams.get("next"), "");
  if (viewer?.verified) throw redirect(next === "" ? "/my" : next);
  return { email: viewer?.email ?? null, next, sentAgain: searchParams.has("again") };
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const form = await readForm(args.request, EmailForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const { email } = form.value;
  const next = safeReturn(form.value.next, "");
  const result = await resendVerification({ email, next, address: clientAddress(args.context), now: now() });
  if (!result.ok) return tooManyAttempts(result.waitSeconds, { email });
  return redirect(`/verify-email?again=1${next === "" ? "" : `&next=${encodeURIComponent(next)}`}`, 303);
}

export default function VerifyEmail() {
  const t = useTranslate();
  const { email, next, sentAgain } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { isDemonstration } = usePageData();
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:verify.title")}</h1>
          <p className="lead">{email === null ? t("account:verify.sent") : t("account:verify.sentTo", { email })}</p>
          {isDemonstration ? (
            <div className="note tint">
              <p>{t("account:verify.inbox")}</p>
              <p>
                <a href="/dev/inbox">{t("account:verify.openInbox")}</a>
              </p>
            </div>
          ) : null}
          {sentAgain ? <Done text={t("account:verify.again.done")} /> : null}
          <h2>{t("account:verify.again.title")}</h2>
          <p>{t("account:verify.again.text")}</p>
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={{ email: t("account:field.email") }} />
            <input type="hidden" name="next" value={next} />
            {email === null ? <EmailField answer={answer} /> : <input type="hidden" name="email" value={email} />}
            <p>
              <Button look="line">{t("account:verify.again.submit")}</Button>
            </p>
          </form>
        </div>
      </div>
    </main>
  );
}
