import { beforeEach, expect, vi } from "vitest";
import { ask } from "../../tests/support/ask";
import { dbTest } from "../../tests/support/db-test";
import { societyRoles } from "./roles";
import { startSession } from "./sessions.server";
import {
  type Asked,
  findViewer,
  readViewer,
  requireSiteAdmin,
  requireSocietyRole,
  requireViewer,
  requireVisitor,
} from "./viewer.server";

const setting = vi.hoisted(() => ({ isDemonstration: true }));
vi.mock(import("../platform/env.server"), async (load) => {
  const { env, ...rest } = await load();
  return {
    ...rest,
    env: {
      ...env,
      get isDemonstration() {
        return setting.isDemonstration;
      },
    },
  };
});
beforeEach(() => {
  setting.isDemonstration = true;
});

const path = "/my/track?step=2&from=mail";
const back = encodeURIComponent(path);
const asked = (cookie?: string) => (cookie === undefined ? { path } : { path, cookie });

dbTest("a page for learners sends a visitor to sign in, and back to where they were", async () => {
  expect(await ask(requireViewer, asked())).toMatchObject({ status: 302, location: `/sign-in?next=${back}` });
});

dbTest("it sends whoever has not proved the address to prove it", async ({ given }) => {
  const cookie = await given.signedIn(await given.person({ emailVerifiedAt: null }));
  expect(await ask(requireViewer, asked(cookie))).toMatchObject({
    status: 302,
    location: `/verify-email?next=${back}`,
  });
});

dbTest("it lets a learner in, and says who that is", async ({ given }) => {
  const person = await given.person();
  expect((await ask(requireViewer, asked(await given.signedIn(person)))).data).toMatchObject({
    id: person.id,
    name: person.certificateName,
    verified: true,
    isSiteAdmin: false,
    memberships: [],
  });
});

dbTest("a cookie that names no session is a visitor's", async () => {
  expect(await ask(findViewer, asked("session=nothing-of-this-name"))).toMatchObject({ data: null });
  expect(await readViewer(null)).toBeNull();
});

dbTest("the session of a demonstration account counts only while the site is a demonstration", async ({ given }) => {
  const person = await given.person({ isDemonstration: true });
  const [demonstration, real] = [await given.signedIn(person), await given.signedIn(await given.person())];
  expect(await readViewer(demonstration)).toMatchObject({ id: person.id });
  setting.isDemonstration = false;
  expect(await readViewer(demonstration)).toBeNull();
  expect(await readViewer(real)).not.toBeNull();
});

dbTest("the pages before signing in send a learner to the own page and let a visitor through", async ({ given }) => {
  const cookie = await given.signedIn(await given.person());
  expect(await ask(requireVisitor, asked(cookie))).toMatchObject({ status: 302, location: "/my" });
  expect(await ask(requireVisitor, asked())).toMatchObject({ status: 200 });
});

dbTest("the site's administration is there for site admins only", async ({ given }) => {
  const admin = await given.person({ isSiteAdmin: true });
  const society = await given.society();
  const societyAdmin = await given.member({ society, role: "admin" });
  expect(await ask(requireSiteAdmin, asked(await given.signedIn(admin)))).toMatchObject({
    data: { isSiteAdmin: true },
  });
  expect((await ask(requireSiteAdmin, asked(await given.signedIn(societyAdmin)))).status).toBe(404);
  expect((await ask(requireSiteAdmin, asked())).status).toBe(302);
});

dbTest("a role counts in its own society, and only where it is asked for", async ({ given }) => {
  const [society, other] = [await given.society(), await given.society()];
  for (const role of societyRoles) {
    const cookie = await given.signedIn(await given.member({ society, role }));
    for (const wanted of societyRoles) {
      const guard = (args: Asked) => requireSocietyRole(args, society.slug, [wanted]);
      const answer = await ask(guard, asked(cookie));
      expect([role, wanted, answer.status]).toEqual([role, wanted, role === wanted ? 200 : 403]);
      if (role === wanted) expect(answer.data).toMatchObject({ societyId: society.id, role });
    }
    const elsewhere = (args: Asked) => requireSocietyRole(args, other.slug, societyRoles);
    expect((await ask(elsewhere, asked(cookie))).status).toBe(404);
  }
});

dbTest("somebody in two societies acts for the one that the address names", async ({ given }) => {
  const [first, second] = [await given.society(), await given.society()];
  const person = await given.member({ society: first, role: "admin" });
  await given.member({ society: second, role: "author", person });
  const cookie = await given.signedIn(person);
  const guard = (slug: string) => (args: Asked) => requireSocietyRole(args, slug, ["admin", "author"]);
  expect((await ask(guard(first.slug), asked(cookie))).data).toMatchObject({ societyId: first.id, role: "admin" });
  expect((await ask(guard(second.slug), asked(cookie))).data).toMatchObject({ societyId: second.id, role: "author" });
});

dbTest("a site admin has no role in a society by that alone", async ({ given }) => {
  const society = await given.society();
  const cookie = await given.signedIn(await given.person({ isSiteAdmin: true }));
  const guard = (args: Asked) => requireSocietyRole(args, society.slug, societyRoles);
  expect((await ask(guard, asked(cookie))).status).toBe(404);
});

dbTest("a session that is used lives on in the browser as long as in the database", async ({ db, given }) => {
  const person = await given.person();
  const cookie = await startSession({ personId: person.id, request: new Request("http://localhost:3000/sign-in") });
  const days = 86_400_000;
  const { expiresAt } = await db.session.findFirstOrThrow();
  expect(cookie).toMatch(/HttpOnly/i);
  expect(Number(/Max-Age=(\d+)/i.exec(cookie)?.[1]) * 1000).toBeGreaterThan(365 * days);
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 20 * days });
  try {
    expect(await readViewer(cookie.split(";")[0] ?? "")).toMatchObject({ id: person.id });
    expect((await db.session.findFirstOrThrow()).expiresAt.getTime()).toBeGreaterThan(expiresAt.getTime() + 19 * days);
    vi.setSystemTime(Date.now() + 31 * days);
    expect(await readViewer(cookie.split(";")[0] ?? "")).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});
