import { expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { listSessions, startSession } from "./sessions.server";

dbTest("a session is known by what the browser says of itself, without a word of any language", async ({ given }) => {
  const { id: personId } = await given.person();
  const agents = ["Mozilla/5.0 (X11; Linux x86_64) Firefox/140.0", "Lynx/2.9 (Linux)", "curl/8.5.0"];
  for (const agent of agents)
    await startSession({
      personId,
      request: new Request("http://localhost/sign-in", { headers: { "User-Agent": agent } }),
    });
  const sessions = await listSessions({ personId, now: new Date() });
  expect(sessions.map(({ device }) => device).sort()).toEqual(["", "Firefox, Linux", "Linux"]);
});

dbTest("the session cookie is for this site and the server only", async ({ given }) => {
  const { id: personId } = await given.person();
  const cookie = await startSession({ personId, request: new Request("http://localhost/sign-in") });
  expect(cookie.split("; ").map((part) => part.split("=")[0])).toEqual([
    "session",
    "HttpOnly",
    "Max-Age",
    "Path",
    "SameSite",
  ]);
  expect(cookie).toContain("SameSite=Lax");
  expect(cookie).toContain("Path=/");
});
