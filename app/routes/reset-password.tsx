import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { FormProblems } from "../accounts/components/form-problems";
import { OneWayOn } from "../accounts/components/one-way-on";
import { SecretField } from "../accounts/components/secret-field";
import { faultyForm } from "../accounts/form-answer.server";
import { resetPassword } from "../accounts/reset-password.server";
import { NewPasswordForm } from "../accounts/schemas";
import { findOpenToken } from "../accounts/tokens.server";
import { endSession } from "../auth/sessions.server";
import { useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true, islands: ["show-password"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:reset.title"));

export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const token = await findOpenToken({ secret: args.params["token"] ?? "", purposes: ["reset"], now: now() });
  return data({ email: token?.email ?? null }, { status: token === null ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const form = await readForm(args.request, NewPasswordForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const result = await resetPassword({ secret: args.params["token"] ?? "", password: form.value.password, now: now() });
  if (result.ok)
    return redirect("/sign-in?reset=1", { status: 303, headers: { "Set-Cookie": await endSession(args.request) } });
  // A link that is over: the loader says so.
  return faultyForm(result.reason === "weak" ? { password: result.fault } : {}, {});
}

export default function ResetPassword() {
  const t = useTranslate();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (email === null) {
    return (
      <OneWayOn
        title={t("account:reset.over.title")}
        text={t("account:reset.over.text")}
        href="/forgot-password"
        action={t("account:reset.over.action")}
      />
    );
  }
  const label = t("account:field.newPassword");
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <p className="ident">{email}</p>
          <h1>{t("account:reset.title")}</h1>
          <p className="lead">{t("account:reset.text")}</p>
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={{ password: label }} />
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <SecretField name="password" label={label} kind="new" answer={answer} />
            <p>
              <Button>{t("account:reset.submit")}</Button>
            </p>
          </form>
        </div>
      </div>
    </main>
  );
}
