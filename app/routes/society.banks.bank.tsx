import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireSocietyRole } from "../auth/viewer.server";
import { readBankQuery } from "../authoring/banks/bank-query";
import { BankPage } from "../authoring/banks/components/bank-page";
import { findBank } from "../authoring/banks/find-bank.server";
import { listBankQuestions } from "../authoring/banks/list-bank-questions.server";
import { mayInBanks, rolesFor } from "../authoring/banks/policy";
import { notFound } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";

export const handle = { still: true } satisfies PageHandle;

export async function loader(args: LoaderFunctionArgs) {
  const { societyId, role } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  const bank = findBank(societyId, args.params["bankSlug"] ?? "") ?? notFound("bank");
  const query = readBankQuery(args.request.url);
  return {
    ...listBankQuestions(bank.id, query),
    bank: { slug: bank.slug, title: bank.title },
    query,
    societySlug: args.params["societySlug"] ?? "",
    mayWrite: mayInBanks(role, "write"),
    justImported: Number(new URL(args.request.url).searchParams.get("imported")) || 0,
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.bank.title }];

export default function SocietyBank() {
  return <BankPage page={useLoaderData<typeof loader>()} />;
}
