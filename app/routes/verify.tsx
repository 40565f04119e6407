import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { CheckForm } from "../certificates/components/check-form";
import { OtherAnswers } from "../certificates/components/other-answers";
import { parseNumber } from "../certificates/number";
import { translator } from "../i18n/translate";
import { useTranslate } from "../i18n/use-translate";
import type { PageHandle } from "../platform/page-handle";
import { siteFacts } from "../platform/site-facts.server";
import { publicHead } from "../ui/public-head";
import { publicPath } from "../ui/public-path";

export const handle = { still: true } satisfies PageHandle;

/** Takes a typed number to its page. What can't be a number stays here, with the reason beside the field. */
export async function loader(args: LoaderFunctionArgs) {
  const { locale } = await readerOf(args);
  const t = translator(locale);
  const words = { title: t("certificates:check.title"), description: t("certificates:check.lead") };
  const head = publicHead({ site: siteFacts(), locale, place: "/verify", ...words });
  const typed = new URL(args.request.url).searchParams.get("number")?.slice(0, 100);
  if (typed === undefined) return data({ typed: "", fault: null, head });
  if (typed.trim() === "") return data({ typed: "", fault: "empty" as const, head }, { status: 422 });
  const parsed = parseNumber(typed);
  if (parsed.ok) throw redirect(publicPath(locale, `/verify/${parsed.number}`));
  return data({ typed, fault: parsed.reason, head }, { status: 422 });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => page?.head ?? [];

export default function Verify() {
  const t = useTranslate();
  const { typed, fault } = useLoaderData<typeof loader>();
  return (
    <main id="main" className="page check-page">
      <h1>{t("certificates:check.title")}</h1>
      <CheckForm typed={typed} fault={fault} />
      <OtherAnswers given={null} />
    </main>
  );
}
