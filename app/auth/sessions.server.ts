import { db, transact } from "../platform/db.server";
import { lucia } from "./lucia.server";

/** "Firefox, Windows": enough for its owner to recognise it, too little to track anybody; "" where it says neither. */
function describeDevice(userAgent: string | null): string {
  const agent = userAgent ?? "";
  const browser = [
    ["Edg/", "Edge"],
    ["Firefox/", "Firefox"],
    ["Chrome/", "Chrome"],
    ["Safari/", "Safari"],
  ].find(([mark]) => mark !== undefined && agent.includes(mark))?.[1];
  const system = [
    ["Android", "Android"],
    ["iPhone", "iPhone"],
    ["iPad", "iPad"],
    ["Windows", "Windows"],
    ["Mac OS X", "macOS"],
    ["Linux", "Linux"],
  ].find(([mark]) => mark !== undefined && agent.includes(mark))?.[1];
  return [browser, system].filter((part) => part !== undefined).join(", ");
}

/**
 * Starts a session and gives the Set-Cookie value. A session that the browser already had is ended, so that the id
 * changes at each sign-in.
 */
export async function startSession(input: { personId: string; request: Request }): Promise<string> {
  const before = lucia.readSessionCookie(input.request.headers.get("Cookie") ?? "");
  if (before !== null) await lucia.invalidateSession(before);
  const session = await lucia.createSession(input.personId, {
    row: null,
    device: describeDevice(input.request.headers.get("User-Agent")),
  });
  return lucia.createSessionCookie(session.id).serialize();
}

/** Ends the session of this request and gives the Set-Cookie value that clears it. */
export async function endSession(request: Request): Promise<string> {
  const sessionId = lucia.readSessionCookie(request.headers.get("Cookie") ?? "");
  if (sessionId !== null) await lucia.invalidateSession(sessionId);
  return lucia.createBlankSessionCookie().serialize();
}

export interface SessionView {
  readonly idHash: string;
  readonly device: string;
  readonly startedAt: string;
  readonly lastSeenAt: string;
}

/** A person's open sessions, the latest first. */
export async function listSessions(input: { personId: string; now: Date }): Promise<SessionView[]> {
  const rows = await db.session.findMany({
    where: { personId: input.personId, expiresAt: { gt: input.now } },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
  return rows.map((row) => ({
    idHash: row.idHash,
    device: row.device,
    startedAt: row.createdAt.toISOString(),
    lastSeenAt: row.lastSeenAt.toISOString(),
  }));
}

/** Ends one session of the person; one that is somebody else's, or over, changes nothing. */
export async function endOtherSession(input: { personId: string; idHash: string }): Promise<void> {
  await transact((tx) => tx.session.deleteMany({ where: { personId: input.personId, idHash: input.idHash } }));
}

/** Ends every session of the person but the one named. */
export async function endOtherSessions(input: { personId: string; keepHash: string | null }): Promise<void> {
  await transact((tx) =>
    tx.session.deleteMany({
      where: { personId: input.personId, ...(input.keepHash === null ? {} : { NOT: { idHash: input.keepHash } }) },
    }),
  );
}

/** Removes sessions that are over. Part of the daily upkeep. */
export async function endExpiredSessions(now: Date): Promise<void> {
  await transact((tx) => tx.session.deleteMany({ where: { expiresAt: { lt: now } } }));
}
