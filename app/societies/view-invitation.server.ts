import type { Viewer } from "../auth/viewer.server";
import type { InvitationView } from "./components/invitation-page";
import { findInvitation } from "./find-invitation.server";

/** How an invitation stands for a viewer, or for a visitor who has not signed in yet. */
export async function viewInvitation(input: {
  secret: string;
  viewer: Viewer | null;
  now: Date;
}): Promise<InvitationView> {
  const { secret, viewer } = input;
  const found = await findInvitation(input);
  if (found.state !== "open") {
    const { used } = found;
    return used?.byId === viewer?.id && used !== null
      ? { state: "accepted", societySlug: used.societySlug }
      : { state: found.state };
  }
  const isMember = viewer?.memberships.some(({ societyId }) => societyId === found.societyId) ?? false;
  if (isMember) return { state: "already-member", societySlug: found.society.slug };
  return { state: "open", invitation: found, path: `/invitation/${secret}` };
}
