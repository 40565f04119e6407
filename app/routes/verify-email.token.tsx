import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { confirmEmail } from "../accounts/confirm-email.server";
import { FormProblems } from "../accounts/components/form-problems";
import { OneWayOn } from "../accounts/components/one-way-on";
import { SecretField } from "../accounts/components/secret-field";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { ConfirmForm } from "../accounts/schemas";
import { findOpenToken } from "../accounts/tokens.server";
import { startSession } from "../auth/sessions.server";
import { useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { env } from "../platform/env.server";
import { readForm } from "../platform/forms.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { safeReturn } from "../platform/safe-return";
import { Button } from "../ui/button";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true, islands: ["show-password"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:verify.title"));

/** Opening the link changes nothing, because scanners of mail open links. The form confirms. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const token = await findOpenToken({ secret: args.params["token"] ?? "", purposes: ["verify"], now: now() });
  return data({ email: token?.email ?? null }, { status: token === null ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const form = await readForm(args.request, ConfirmForm);
  if (!form.ok) return faultyForm(form.errors, {});
  const result = await confirmEmail({
    secret: args.params["token"] ?? "",
    password: form.value.password,
    address: clientAddress(args.context),
    isDemonstration: env.isDemonstration,
    now: now(),
  });
  if (!result.ok) {
    if (result.reason === "too-many") return tooManyAttempts(result.waitSeconds, {});
    // A link that is over: the loader says so.
    return faultyForm(result.reason === "wrong" ? { password: "password-chosen" } : {}, {});
  }
  const cookie = await startSession({ personId: result.personId, request: args.request });
  const next = safeReturn(new URL(args.request.url).searchParams.get("next"), "/my");
  return redirect(next, { status: 303, headers: { "Set-Cookie": cookie } });
}

export default function VerifyEmailToken() {
  const t = useTranslate();
  const { email } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  if (email === null) {
    return (
      <OneWayOn
        title={t("account:verify.over.title")}
        text={t("account:verify.over.text")}
        href="/verify-email"
        action={t("account:verify.over.action")}
      />
    );
  }
  const label = t("account:field.password");
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <p className="ident">{email}</p>
          <h1>{t("account:verify.title")}</h1>
          <p className="lead">{t("account:verify.press")}</p>
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={{ password: label }} />
            <input type="hidden" name="username" autoComplete="username" value={email} />
            <SecretField name="password" label={label} kind="current" answer={answer} />
            <p>
              <Button>{t("account:verify.submit")}</Button>
            </p>
          </form>
          <p className="after">
            <span>{t("account:verify.stranger")}</span>
            <a href="/forgot-password">{t("account:verify.choose")}</a>
          </p>
        </div>
      </div>
    </main>
  );
}
