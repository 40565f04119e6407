import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { OneWayOn } from "../accounts/components/one-way-on";
import { confirmEmailChange } from "../accounts/confirm-email-change.server";
import { findOpenToken } from "../accounts/tokens.server";
import { useTranslate } from "../i18n/use-translate";
import { now } from "../platform/clock.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("account:changeEmail.title"));

/** The link that each of the two addresses got. The button agrees; opening it changes nothing. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const token = await findOpenToken({
    secret: args.params["token"] ?? "",
    purposes: ["change-old", "change-new"],
    now: now(),
  });
  return { email: token?.email ?? null };
}

export async function action(args: ActionFunctionArgs) {
  openToAll(args);
  const result = await confirmEmailChange({ secret: args.params["token"] ?? "", now: now() });
  if (!result.ok) return data({ state: result.reason }, { status: result.reason === "address-taken" ? 409 : 410 });
  return data({ state: result.isChanged ? ("done" as const) : ("half" as const) });
}

export default function ChangeEmail() {
  const t = useTranslate();
  const { email } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.state;
  const profile = { href: "/profile/email", action: t("account:changeEmail.profile") };
  if (state === "half")
    return (
      <OneWayOn title={t("account:changeEmail.half.title")} text={t("account:changeEmail.half.text")} {...profile} />
    );
  if (state === "done")
    return (
      <OneWayOn title={t("account:changeEmail.done.title")} text={t("account:changeEmail.done.text")} {...profile} />
    );
  if (state === "address-taken")
    return (
      <OneWayOn title={t("account:changeEmail.over.title")} text={t("account:changeEmail.taken.text")} {...profile} />
    );
  if (email === null)
    return (
      <OneWayOn title={t("account:changeEmail.over.title")} text={t("account:changeEmail.over.text")} {...profile} />
    );
  return (
    <main id="main" className="page">
      <div className="form-page">
        <div className="sheet">
          <h1>{t("account:changeEmail.title")}</h1>
          <p className="lead">{t("account:changeEmail.press", { email })}</p>
          <form method="post">
            <Button>{t("account:changeEmail.submit")}</Button>
          </form>
        </div>
      </div>
    </main>
  );
}
