import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DemonstrationList } from "../accounts/components/demonstration-list";
import { EmailField } from "../accounts/components/email-field";
import { FormProblems } from "../accounts/components/form-problems";
import { SecretField } from "../accounts/components/secret-field";
import { listDemonstrationPeople } from "../accounts/demonstration-accounts.server";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { SignInForm } from "../accounts/schemas";
import { signIn } from "../accounts/sign-in.server";
import { startSession } from "../auth/sessions.server";
import { requireVisitor } from "../auth/viewer.server";
import { useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { env } from "../platform/env.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { safeReturn } from "../platform/safe-return";
import { Button } from "../ui/button";
import { Done } from "../ui/form-summary";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true, islands: ["show-password"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:signIn.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requireVisitor(args);
  const { searchParams } = new URL(args.request.url);
  return {
    next: safeReturn(searchParams.get("next"), ""),
    email: (searchParams.get("email") ?? "").slice(0, 254),
    wasReset: searchParams.has("reset"),
    demonstration: env.isDemonstration ? await listDemonstrationPeople() : null,
  };
}

export async function action(args: ActionFunctionArgs) {
  await requireVisitor(args);
  const form = await readForm(args.request, SignInForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const { email, password, next } = form.value;
  const address = clientAddress(args.context);
  const result = await signIn({ email, password, address, isDemonstration: env.isDemonstration, now: now() });
  if (!result.ok) {
    return result.reason === "too-many"
      ? tooManyAttempts(result.waitSeconds, { email })
      : faultyForm({ form: result.reason }, { email });
  }
  const cookie = await startSession({ personId: result.personId, request: args.request });
  return redirect(safeReturn(next, "/my"), { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function SignIn() {
  const t = useTranslate();
  const { next, email, wasReset, demonstration } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = { email: t("account:field.email"), password: t("account:field.password") };
  const query = next === "" ? "" : `?next=${encodeURIComponent(next)}`;
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:signIn.title")}</h1>
          {wasReset && answer === undefined ? <Done text={t("account:signIn.reset")} /> : null}
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={labels} />
            <input type="hidden" name="next" value={next} />
            <EmailField answer={answer} typed={email} autoComplete="username" />
            <SecretField name="password" label={labels.password} kind="current" answer={answer} />
            <p className="row">
              <Button>{t("account:signIn.submit")}</Button>
              <a href="/forgot-password">{t("account:signIn.forgot")}</a>
            </p>
          </form>
          <p className="after">
            <span>{t("account:signIn.new")}</span>
            <a href={`/sign-up${query}`}>{t("account:signIn.make")}</a>
          </p>
        </div>
        {demonstration === null ? null : <DemonstrationList {...demonstration} next={next} />}
      </div>
    </main>
  );
}
