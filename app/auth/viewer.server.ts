import type { AppLoadContext } from "@remix-run/node";
import { redirect } from "@remix-run/node";
import { env } from "../platform/env.server";
import { forbidden, notFound } from "../platform/http.server";
import { sha256 } from "../platform/ids.server";
import { lucia, type SessionRow } from "./lucia.server";
import { isSocietyRole, type SocietyRole } from "./roles";

/** A society that the viewer works for, with what its workspace shows of it. */
interface ViewerMembership {
  readonly societyId: string;
  readonly societySlug: string;
  readonly role: SocietyRole;
  readonly society: { readonly acronym: string; readonly name: string; readonly colour: string };
}

/** Who looks at the page: proved by the session, read once per request. */
export interface Viewer {
  readonly id: string;
  /** As printed on certificates. */
  readonly name: string;
  readonly email: string;
  readonly verified: boolean;
  readonly profession: string;
  readonly country: string;
  readonly locale: string;
  readonly theme: string;
  readonly timeZone: string;
  readonly isSiteAdmin: boolean;
  readonly memberships: readonly ViewerMembership[];
  /** Names the session that this request came with. */
  readonly sessionHash: string;
}

/** What every guard needs of a loader's or action's arguments. */
export interface Asked {
  readonly request: Request;
  readonly context: AppLoadContext;
}

// Remix hands each loader of a request its own Request object; the context is the one thing they share.
const known = new WeakMap<AppLoadContext, Promise<Viewer | null>>();

/** The viewer, or null for a visitor who has not signed in. */
export function findViewer({ request, context }: Asked): Promise<Viewer | null> {
  let viewer = known.get(context);
  if (viewer === undefined) known.set(context, (viewer = readViewer(request.headers.get("Cookie"))));
  return viewer;
}

/** The same for handlers outside Remix, by the Cookie header. */
export async function readViewer(cookieHeader: string | null): Promise<Viewer | null> {
  const sessionId = lucia.readSessionCookie(cookieHeader ?? "");
  if (sessionId === null) return null;
  const { session, user } = await lucia.validateSession(sessionId);
  if (session === null) return null;
  if (user.row.isDemonstration === 1 && !env.isDemonstration) return null;
  return toViewer(user.row, sha256(sessionId));
}

function toViewer(row: SessionRow, sessionHash: string): Viewer {
  // The statement itself builds this JSON.
  const memberships = JSON.parse(row.memberships) as [string, string, string, string, string, string][];
  return {
    id: row.personId,
    name: row.certificateName,
    email: row.email,
    verified: row.verified === 1,
    profession: row.profession,
    country: row.country,
    locale: row.locale,
    theme: row.theme,
    timeZone: row.timeZone,
    isSiteAdmin: row.isSiteAdmin === 1,
    memberships: memberships.flatMap(([societyId, societySlug, role, acronym, name, colour]) =>
      isSocietyRole(role) ? [{ societyId, societySlug, role, society: { acronym, name, colour } }] : [],
    ),
    sessionHash,
  };
}

/** The signed-in viewer with a proved e-mail address; others are sent to sign in, or to prove the address, and come back. */
export async function requireViewer(asked: Asked): Promise<Viewer> {
  const viewer = await findViewer(asked);
  const url = new URL(asked.request.url);
  const back = encodeURIComponent(`${url.pathname}${url.search}`);
  if (viewer === null) throw redirect(`/sign-in?next=${back}`);
  if (!viewer.verified) throw redirect(`/verify-email?next=${back}`);
  return viewer;
}

/** Pages that make sense only before signing in. */
export async function requireVisitor(asked: Asked): Promise<void> {
  if ((await findViewer(asked)) !== null) throw redirect("/my");
}

export async function requireSiteAdmin(asked: Asked): Promise<Viewer> {
  const viewer = await requireViewer(asked);
  if (!viewer.isSiteAdmin) notFound("page");
  return viewer;
}

/** Proves a role in a society and hands out its id: writes take the id from here, never from a form. */
export async function requireSocietyRole(
  asked: Asked,
  societySlug: string,
  roles: readonly SocietyRole[],
): Promise<{ viewer: Viewer; societyId: string; role: SocietyRole; society: ViewerMembership["society"] }> {
  const viewer = await requireViewer(asked);
  const membership = viewer.memberships.find((m) => m.societySlug === societySlug) ?? notFound("society");
  if (!roles.includes(membership.role)) forbidden();
  const { societyId, role, society } = membership;
  return { viewer, societyId, role, society };
}
