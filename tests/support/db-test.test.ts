import { expect } from "vitest";
import { getBody, getEdition, getTextFor } from "../../app/courses/edition-store.server";
import { passwordFits } from "../../app/auth/password.server";
import { readViewer } from "../../app/auth/viewer.server";
import { enqueue } from "../../app/jobs/enqueue.server";
import { log } from "../../app/platform/log.server";
import { dbTest } from "./db-test";
import { givenPassword } from "./given";
import { expectLoggedError } from "./logged-errors";

dbTest("a given edition is one that the edition store reads", async ({ given }) => {
  const edition = await given.edition({ languages: ["de"] });
  expect(getEdition(edition.id).manifest).toEqual(edition.manifest);
  expect(getEdition(edition.id).languages).toEqual(["en", "de"]);
  const text = getTextFor(edition.id, "de").text;
  expect(text.title).toMatch(/^de: /);
  expect(getBody(text.lessons["reading"]?.bodyHash ?? "")).toContain("<p>");
});

dbTest("a second edition of a track becomes the current one", async ({ db, given }) => {
  const first = await given.edition();
  const second = await given.edition({ track: first.track });
  expect(second.number).toBe(2);
  expect(await db.track.findMany({ select: { currentEditionId: true } })).toEqual([{ currentEditionId: second.id }]);
});

dbTest("a given person signs in, is enrolled and has a role", async ({ given }) => {
  const { person, edition } = await given.enrolled();
  expect(await passwordFits(person.passwordHash, givenPassword)).toBe(true);
  await given.member({ person, society: { id: edition.track.societyId }, role: "author" });
  const viewer = await readViewer(await given.signedIn(person));
  expect(viewer).toMatchObject({ id: person.id, memberships: [{ role: "author" }] });
});

dbTest("a test starts from an empty database", async ({ db }) => {
  expect(await db.person.count()).toBe(0);
  expect(await db.edition.count()).toBe(0);
});

dbTest("the inbox holds the mails that were asked for", async ({ given, transact, now }) => {
  const letter = { to: "zoe@example.org", subject: "Hello", text: "Hello", html: "<p>Hello</p>" };
  await transact((tx) => enqueue(tx, { name: "mail.send", payload: letter, key: "mail 1", runAt: now }));
  expect(await given.inbox()).toEqual([letter]);
});

dbTest("an error that a test names does not fail it", () => {
  expectLoggedError(/went wrong/);
  log.error("something went wrong");
});
