import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatMoment } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { listStoredMails } from "../mail/list-stored-mails.server";
import { env } from "../platform/env.server";
import { notFound, openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { Button } from "../ui/button";
import { TextField } from "../ui/field";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("pages:inbox.title"));

/** Mails of the demonstration, which answers this machine only. On a real site there is no such page. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  if (!env.isDemonstration) notFound("page");
  const address = (new URL(args.request.url).searchParams.get("address") ?? "").trim().slice(0, 254);
  const mails = await listStoredMails(address);
  return { address, mails: mails.map(({ id, to, subject, sentAt }) => ({ id, to, subject, sentAt })) };
}

export default function DemonstrationInbox() {
  const t = useTranslate();
  const locale = useLocale();
  const { address, mails } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page">
      <div className="form-page wide">
        <div className="sheet">
          <h1>{t("pages:inbox.title")}</h1>
          <p className="lead">{t("pages:inbox.lead")}</p>
          <form method="get" className="search-line" role="search">
            <TextField
              name="address"
              label={t("pages:inbox.search")}
              typed={address}
              input={{ autoComplete: "off", spellCheck: false }}
            />
            <Button look="line">{t("pages:inbox.submit")}</Button>
          </form>
          {mails.length === 0 ? (
            <p className="quiet">{address === "" ? t("pages:inbox.none") : t("pages:inbox.noneFor", { address })}</p>
          ) : (
            <ul className="register">
              {mails.map((mail) => (
                <li key={mail.id}>
                  <div>
                    <a className="what" href={`/dev/inbox/${mail.id}`}>
                      {mail.subject}
                    </a>
                    <p className="hint">{t("pages:inbox.to", { email: mail.to })}</p>
                  </div>
                  <span className="hint num">{formatMoment(locale, mail.sentAt, "UTC")} UTC</span>
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </main>
  );
}
