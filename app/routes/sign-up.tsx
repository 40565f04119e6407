import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { EmailField } from "../accounts/components/email-field";
import { FormProblems } from "../accounts/components/form-problems";
import { PersonFields, usePersonLabels } from "../accounts/components/person-fields";
import { SecretField } from "../accounts/components/secret-field";
import { faultOf } from "../accounts/form-answer";
import { faultyForm, tooManyAttempts } from "../accounts/form-answer.server";
import { SignUpForm } from "../accounts/schemas";
import { signUp } from "../accounts/sign-up.server";
import { readerOf } from "../auth/reader.server";
import { requireVisitor } from "../auth/viewer.server";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { safeReturn } from "../platform/safe-return";
import { currentTermsVersion } from "../site-pages/find-site-page.server";
import { Button } from "../ui/button";
import { CheckField } from "../ui/field";
import { pageTitle } from "../ui/page-title";
import { publicPath } from "../ui/public-path";

export const handle = { still: true, islands: ["show-password"] } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:signUp.title"));

export async function loader(args: LoaderFunctionArgs) {
  await requireVisitor(args);
  const { locale } = await readerOf(args);
  const next = safeReturn(new URL(args.request.url).searchParams.get("next"), "");
  return { next, termsVersion: currentTermsVersion(locale) };
}

export async function action(args: ActionFunctionArgs) {
  await requireVisitor(args);
  const { locale } = await readerOf(args);
  const form = await readForm(args.request, SignUpForm);
  if (!form.ok) return faultyForm(form.errors, form.typed);
  const { email, name, profession, country, language, termsVersion } = form.value;
  const typed = { email, name, profession, country, language, terms: "yes" };
  if (termsVersion !== currentTermsVersion(locale)) return faultyForm({ terms: "terms-changed" }, typed);
  const next = safeReturn(form.value.next, "");
  const result = await signUp({ form: { ...form.value, next }, address: clientAddress(args.context), now: now() });
  if (!result.ok) return tooManyAttempts(result.waitSeconds, typed);
  return redirect(next === "" ? "/verify-email" : `/verify-email?next=${encodeURIComponent(next)}`, 303);
}

export default function SignUp() {
  const t = useTranslate();
  const locale = useLocale();
  const { next, termsVersion } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const labels = {
    email: t("account:field.email"),
    password: t("account:field.password"),
    ...usePersonLabels(),
    terms: t("account:signUp.terms"),
  };
  const typed = answer?.typed ?? {};
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:signUp.title")}</h1>
          <p className="lead">{t("account:signUp.lead")}</p>
          <form method="post" className="form" noValidate>
            <FormProblems answer={answer} labels={labels} />
            <input type="hidden" name="next" value={next} />
            <input type="hidden" name="termsVersion" value={termsVersion} />
            <EmailField answer={answer} hint={t("account:field.emailHint")} autoComplete="username" />
            <SecretField name="password" label={labels.password} kind="new" answer={answer} />
            <PersonFields typed={typed} answer={answer} />
            <CheckField
              name="terms"
              label={labels.terms}
              error={faultOf(t, answer, "terms")}
              checked={typed["terms"] === "yes"}
              hint={
                <span className="row">
                  <a href={publicPath(locale, "/pages/terms")}>{t("account:signUp.readTerms")}</a>
                  <a href={publicPath(locale, "/pages/privacy")}>{t("account:signUp.readPrivacy")}</a>
                </span>
              }
            />
            <p>
              <Button>{t("account:signUp.submit")}</Button>
            </p>
          </form>
          <p className="after">
            <span>{t("account:signUp.have")}</span>
            <a href={next === "" ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`}>
              {t("account:signIn.title")}
            </a>
          </p>
        </div>
      </div>
    </main>
  );
}
