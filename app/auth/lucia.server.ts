import { type Adapter, type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from "lucia";
import { db, statement, transact } from "../platform/db.server";
import { env } from "../platform/env.server";
import { sha256 } from "../platform/ids.server";

/**
 * Sessions. Lucia makes ids, cookies and expiry; the rows are ours. The cookie holds the session's id, the database
 * only its SHA-256, so a stolen backup opens no session.
 */

/** What a session row and its person say, read by one prepared statement on each signed-in request. */
export interface SessionRow {
  readonly idHash: string;
  readonly expiresAt: string;
  readonly personId: string;
  readonly certificateName: string;
  readonly email: string;
  readonly verified: 0 | 1;
  readonly profession: string;
  readonly country: string;
  readonly locale: string;
  readonly theme: string;
  readonly timeZone: string;
  readonly isSiteAdmin: 0 | 1;
  readonly isDemonstration: 0 | 1;
  /** JSON: [[societyId, slug, role, acronym, name, colour], …] */
  readonly memberships: string;
}

const findSession = statement<[string], SessionRow>(`
  SELECT s.idHash, s.expiresAt, p.id AS personId, p.certificateName, p.email, p.emailVerifiedAt IS NOT NULL AS verified,
         p.profession, p.country, p.locale, p.theme, p.timeZone, p.isSiteAdmin, p.isDemonstration,
         (SELECT json_group_array(json_array(m.societyId, o.slug, m.role, o.acronym, o.name, o.colour))
            FROM Membership m JOIN Society o ON o.id = m.societyId WHERE m.personId = p.id) AS memberships
    FROM Session s JOIN Person p ON p.id = s.personId
   WHERE s.idHash = ?`);

const sessionStore: Adapter = {
  getSessionAndUser(sessionId) {
    const row = findSession.get(sha256(sessionId));
    if (row === undefined) return Promise.resolve([null, null]);
    const session: DatabaseSession = {
      id: sessionId,
      userId: row.personId,
      expiresAt: new Date(row.expiresAt),
      attributes: { row, device: "" },
    };
    const user: DatabaseUser = { id: row.personId, attributes: { row } };
    return Promise.resolve([session, user]);
  },
  async getUserSessions(userId) {
    const rows = await db.session.findMany({ where: { personId: userId } });
    // Lucia wants the secret ids here; nobody has them, so the hashes stand in and open nothing.
    return rows.map((row) => ({
      id: row.idHash,
      userId,
      expiresAt: row.expiresAt,
      attributes: { row: null, device: row.device },
    }));
  },
  async setSession(session) {
    const createdAt = new Date(session.expiresAt.getTime() - sessionDays * 86_400_000);
    await transact((tx) =>
      tx.session.create({
        data: {
          idHash: sha256(session.id),
          personId: session.userId,
          createdAt,
          lastSeenAt: createdAt,
          expiresAt: session.expiresAt,
          device: session.attributes.device,
        },
      }),
    );
  },
  async updateSessionExpiration(sessionId, expiresAt) {
    await transact((tx) =>
      tx.session.updateMany({
        where: { idHash: sha256(sessionId) },
        data: { expiresAt, lastSeenAt: new Date(expiresAt.getTime() - sessionDays * 86_400_000) },
      }),
    );
  },
  async deleteSession(sessionId) {
    await transact((tx) => tx.session.deleteMany({ where: { idHash: sha256(sessionId) } }));
  },
  async deleteUserSessions(userId) {
    await transact((tx) => tx.session.deleteMany({ where: { personId: userId } }));
  },
  async deleteExpiredSessions() {
    // The daily upkeep does this with its own clock (endExpiredSessions); Lucia never calls it by itself.
    await Promise.resolve();
  },
};

const sessionDays = 30;

export const lucia = new Lucia(sessionStore, {
  sessionExpiresIn: new TimeSpan(sessionDays, "d"),
  sessionCookie: {
    name: "session",
    // The row says when a session ends, and it is put off while the session is used. A cookie with an end of its own
    // would sign everybody out on that day.
    expires: false,
    attributes: { secure: env.APP_URL?.startsWith("https:") ?? false, sameSite: "lax", path: "/" },
  },
  getUserAttributes: ({ row }) => ({ row }),
  getSessionAttributes: ({ row }) => ({ row }),
});

declare module "lucia" {
  interface Register {
    Lucia: typeof lucia;
    DatabaseUserAttributes: { row: SessionRow };
    DatabaseSessionAttributes: { row: SessionRow | null; device: string };
  }
}
