import type { z } from "zod";
import { resendInvitation, revokeInvitation } from "./change-invitation.server";
import { removeMember, setMemberRole } from "./change-member.server";
import { inviteMember, type InviteFault } from "./invite-member.server";
import type { MembersForm } from "./schemas";

export type MembersRefused = InviteFault | "last-admin" | "not-there";
export type MembersChanged = { readonly ok: true } | { readonly ok: false; readonly reason: MembersRefused };

/** Does what a form about members or invitations asks for. Society and actor come from a guard. */
export function changeMembers(
  deed: { readonly societyId: string; readonly actorId: string; readonly now: Date },
  form: z.infer<typeof MembersForm>,
): Promise<MembersChanged> {
  switch (form.intent) {
    case "invite":
      return inviteMember({ ...deed, email: form.email, role: form.role, language: form.language });
    case "resend":
      return resendInvitation({ ...deed, invitationId: form.invitation });
    case "revoke":
      return revokeInvitation({ ...deed, invitationId: form.invitation });
    case "role":
      return setMemberRole({ ...deed, personId: form.person, role: form.role });
    case "remove":
      return removeMember({ ...deed, personId: form.person });
  }
}
