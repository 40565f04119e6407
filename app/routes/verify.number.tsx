import { data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readerOf } from "../auth/reader.server";
import { answerCheck } from "../certificates/answer-check.server";
import { checkCertificate } from "../certificates/check-certificate.server";
import { CheckPage } from "../certificates/components/check-page";
import { clientAddress } from "../platform/client-address.server";
import { now } from "../platform/clock.server";
import { tooMany } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const reader = await readerOf(args);
  const { number: text = "", lang } = args.params;
  const moment = now();
  const checked = await checkCertificate({ text, address: clientAddress(args.context), now: moment });
  switch (checked.answer) {
    case "found":
      return data(answerCheck(args.context, checked.certificate, reader, moment));
    case "respell":
      throw redirect(`${lang === undefined ? "" : `/${lang}`}/verify/${checked.number}`, 301);
    case "limited":
      return tooMany(checked.seconds);
    case "malformed":
      return data({ certificate: null, typed: text, fault: checked.fault }, { status: 404 });
    case "unknown":
      return data({ certificate: null, typed: text, fault: null }, { status: 404 });
  }
}

export const meta: MetaFunction<typeof loader> = (args) => {
  const certificate = args.data?.certificate ?? null;
  const title = pageTitle(args, (t) =>
    t(certificate === null ? "certificates:check.unknown.title" : `certificates:verdict.${certificate.status}`),
  );
  return [...title, { name: "robots", content: "noindex" }];
};

export default function VerifyNumber() {
  const answer = useLoaderData<typeof loader>();
  return answer === null ? null : <CheckPage {...answer} />;
}
