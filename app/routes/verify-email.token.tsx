import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { confirmEmail } from "../accounts/confirm-email.server";
import { OneWayOn } from "../accounts/components/one-way-on";
import { findOpenToken } from "../accounts/tokens.server";
import { findViewer } from "../auth/viewer.server";
import { useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { safeReturn } from "../platform/safe-return";
import { Button } from "../ui/button";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:verify.title"));

/** Opening the link changes nothing, because scanners of mail open links. The button confirms. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const token = await findOpenToken({ secret: args.params["token"] ?? "", purposes: ["verify"], now: now() });
  return data({ isOpen: token !== null }, { status: token === null ? 410 : 200 });
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const result = await confirmEmail({ secret: args.params["token"] ?? "", now: now() });
  if (!result.ok) return data(null, { status: 410 });
  const next = safeReturn(new URL(args.request.url).searchParams.get("next"), "");
  if ((await findViewer(args)) !== null) return redirect(next === "" ? "/my" : next, 303);
  return redirect(`/sign-in?confirmed=1${next === "" ? "" : `&next=${encodeURIComponent(next)}`}`, 303);
}

export default function VerifyEmailToken() {
  const t = useTranslate();
  const { isOpen } = useLoaderData<typeof loader>();
  if (!isOpen) {
    return (
      <OneWayOn
        title={t("account:verify.over.title")}
        text={t("account:verify.over.text")}
        href="/verify-email"
        action={t("account:verify.over.action")}
      />
    );
  }
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:verify.title")}</h1>
          <p className="lead">{t("account:verify.press")}</p>
          <form method="post">
            <Button>{t("account:verify.submit")}</Button>
          </form>
        </div>
      </div>
    </main>
  );
}
