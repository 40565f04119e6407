import { beforeAll, expect } from "vitest";
import { registerAllMessages } from "../../app/i18n/all-messages.server";
import { preparedReads } from "../../app/platform/db.server";
import { loader as lesson } from "../../app/routes/learn.lesson";
import { loader as myLearning } from "../../app/routes/my";
import { ask, type Question } from "../support/ask";
import { dbTest } from "../support/db-test";
import { givenCompleted } from "../support/given-completed";

beforeAll(registerAllMessages);

/** Prepared reads of a page beside the one that says who asks, once what never changes is in memory. */
async function readsOf(loader: Parameters<typeof ask>[0], question: Question): Promise<number> {
  await ask(loader, question);
  const before = preparedReads();
  expect((await ask(loader, question)).status).toBe(200);
  return preparedReads() - before - 1;
}

dbTest("a reading lesson costs one read", async ({ given }) => {
  const { person, edition } = await given.enrolled();
  const params = { trackSlug: edition.track.slug, lessonId: "reading" };
  const cookie = await given.signedIn(person);
  const path = `/learn/${params.trackSlug}/reading`;
  expect(await readsOf(lesson, { path, params, cookie })).toBe(1);
});

dbTest("my learning costs two reads, for five tracks as for one", async ({ given, now }) => {
  const { person } = await givenCompleted(given, now);
  const cookie = await given.signedIn(person);
  const one = await readsOf(myLearning, { path: "/my", cookie });
  for (let more = 0; more < 4; more++) await given.enrolled({ person });
  expect(await readsOf(myLearning, { path: "/my", cookie })).toBe(one);
  expect(one).toBe(2);
});
