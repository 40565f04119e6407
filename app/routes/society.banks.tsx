import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireSocietyRole } from "../auth/viewer.server";
import { BankList } from "../authoring/banks/components/bank-list";
import { createBank } from "../authoring/banks/create-bank.server";
import { listBanks } from "../authoring/banks/list-banks.server";
import { mayInBanks, rolesFor } from "../authoring/banks/policy";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("banks:list.title"));

export async function loader(args: LoaderFunctionArgs) {
  const { societyId, role } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("look"));
  return {
    banks: listBanks(societyId),
    societySlug: args.params["societySlug"] ?? "",
    mayWrite: mayInBanks(role, "write"),
  };
}

const NewBankForm = z.object({ title: z.string().min(1).max(120) });

export async function action(args: ActionFunctionArgs) {
  const { viewer, societyId } = await requireSocietyRole(args, args.params["societySlug"] ?? "", rolesFor("write"));
  const societySlug = args.params["societySlug"] ?? "";
  const form = await readForm(args.request, NewBankForm);
  if (!form.ok) return data({ typed: form.typed, isTitleBad: true }, { status: 422 });
  const { slug } = await createBank({ societyId, title: form.value.title, actorId: viewer.id, now: now() });
  return redirect(`/society/${societySlug}/banks/${slug}`, 303);
}

export default function SocietyBanks() {
  return <BankList list={useLoaderData<typeof loader>()} refused={useActionData<typeof action>() ?? null} />;
}
