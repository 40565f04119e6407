import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireSiteAdmin } from "../auth/viewer.server";
import { now } from "../platform/clock.server";
import { readForm } from "../platform/forms.server";
import type { PageHandle } from "../platform/page-handle";
import { NewSociety } from "../societies/components/admin-new";
import { createSociety } from "../societies/create-society.server";
import { NewSocietyForm } from "../societies/schemas";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("societies:admin.new"));

export async function loader(args: LoaderFunctionArgs) {
  await requireSiteAdmin(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireSiteAdmin(args);
  const form = await readForm(args.request, NewSocietyForm);
  if (!form.ok) return data({ intent: "create", errors: form.errors, typed: form.typed }, { status: 422 });
  const created = await createSociety({ form: form.value, actorId: viewer.id, now: now() });
  if (created.ok) return redirect(`/admin/societies/${created.slug}?done=create`, 303);
  const { demonstration, ...texts } = form.value;
  const typed = { ...texts, demonstration: demonstration ? "yes" : "" };
  return data({ intent: "create", errors: { slug: created.reason }, typed }, { status: 422 });
}

export default function AdminNewSociety() {
  const answer = useActionData<typeof action>();
  return (
    <NewSociety answer={answer ? { ...answer, errors: { ...answer.errors }, typed: { ...answer.typed } } : null} />
  );
}
