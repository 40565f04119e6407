import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { findViewer, requireViewer } from "../auth/viewer.server";
import { now } from "../platform/clock.server";
import { openToAll } from "../platform/http.server";
import type { PageHandle } from "../platform/page-handle";
import { acceptInvitation } from "../societies/accept-invitation.server";
import { InvitationPage } from "../societies/components/invitation-page";
import { viewInvitation } from "../societies/view-invitation.server";
import { pageTitle } from "../ui/page-title";

export const handle = { still: true } satisfies PageHandle;
export const meta: MetaFunction = (args) => pageTitle(args, (t) => t("societies:accept.page"));

/** Whoever has the link may read what it offers; whoever accepts must be signed in, and is told as whom. */
export async function loader(args: LoaderFunctionArgs) {
  openToAll(args);
  const viewer = await findViewer(args);
  const view = await viewInvitation({ secret: args.params["token"] ?? "", viewer, now: now() });
  const account = viewer === null ? null : { name: viewer.name, email: viewer.email };
  const isOver = view.state !== "open" && !("societySlug" in view);
  return data({ view, account }, { status: isOver ? (view.state === "unknown" ? 404 : 410) : 200 });
}

export async function action(args: ActionFunctionArgs) {
  const viewer = await requireViewer(args);
  const secret = args.params["token"] ?? "";
  const accepted = await acceptInvitation({ secret, personId: viewer.id, now: now() });
  if (accepted.ok) return redirect(`/society/${accepted.societySlug}?welcome=1`, 303);
  // The page itself says why.
  const status = accepted.reason === "already-member" ? 409 : accepted.reason === "unknown" ? 404 : 410;
  return data(null, { status });
}

export default function Invitation() {
  return <InvitationPage {...useLoaderData<typeof loader>()} />;
}
