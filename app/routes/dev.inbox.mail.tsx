import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { formatMoment } from "../i18n/format";
import { useLocale, useTranslate } from "../i18n/use-translate";
import { findStoredMail } from "../mail/list-stored-mails.server";
import { cutAtLinks } from "../mail/cut-at-links";
import { env } from "../platform/env.server";
import { notFound, openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("pages:inbox.title"));

export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  if (!env.isDemonstration) notFound("page");
  return (await findStoredMail(args.params["id"] ?? "")) ?? notFound("mail");
}

export default function DemonstrationMail() {
  const t = useTranslate();
  const locale = useLocale();
  const mail = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page">
      <div className="form-page">
        <p className="crumbs">
          <a href="/dev/inbox">{t("pages:inbox.back")}</a>
        </p>
        <article className="sheet">
          <ul className="ident">
            <li>{t("pages:inbox.to", { email: mail.to })}</li>
            <li>{formatMoment(locale, mail.sentAt, "UTC")} UTC</li>
          </ul>
          <h1 className="subject">{mail.subject}</h1>
          <div className="mail-text">
            {cutAtLinks(mail.text).map((part, i) =>
              part.isLink ? (
                <a key={i} href={part.text}>
                  {part.text}
                </a>
              ) : (
                part.text
              ),
            )}
          </div>
        </article>
      </div>
    </main>
  );
}
