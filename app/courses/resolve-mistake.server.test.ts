import { beforeAll, expect } from "vitest";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { registerAllMessages } from "../i18n/all-messages.server";
import { reportMistake } from "./report-mistake.server";
import { resolveMistake } from "./resolve-mistake.server";

beforeAll(registerAllMessages);

async function givenReport({ given, db, now }: DbTestContext, locale = "en") {
  const { person, edition } = await given.enrolled({ person: await given.person({ locale }) });
  const { slug, societyId } = edition.track;
  const said = { lessonId: "quiz", questionId: null, text: "The unit is missing." };
  await reportMistake({ personId: person.id, trackSlug: slug, ...said, now });
  const { id: reportId } = await db.mistakeReport.findFirstOrThrow();
  return { person, slug, report: { reportId, societyId } };
}

dbTest("who reported a mistake gets one mail when it is resolved, with the words of the report", async (context) => {
  const { db, given, now } = context;
  const { person, slug, report } = await givenReport(context);
  expect(await resolveMistake({ ...report, resolved: true, now })).toBe(true);
  const letters = await given.inbox();
  expect(letters).toMatchObject([{ to: person.email }]);
  expect(letters[0]?.text).toContain("You wrote: The unit is missing.");
  expect(letters[0]?.text).toContain(`/learn/${slug}/quiz`);
  expect(await resolveMistake({ ...report, resolved: false, now })).toBe(true);
  expect(await db.mistakeReport.findMany()).toMatchObject([{ resolvedAt: null }]);
  expect(await resolveMistake({ ...report, resolved: true, now })).toBe(true);
  expect(await given.inbox()).toHaveLength(1);
});

dbTest("the mail is in the reporter's own language", async (context) => {
  const { report } = await givenReport(context, "fr");
  await resolveMistake({ ...report, resolved: true, now: context.now });
  const [letter] = await context.given.inbox();
  expect(letter?.text).toContain("Vous avez écrit");
});

dbTest("a report of an account that is gone is resolved without a mail", async (context) => {
  const { report } = await givenReport(context);
  await context.transact((tx) => tx.mistakeReport.updateMany({ data: { personId: null } }));
  expect(await resolveMistake({ ...report, resolved: true, now: context.now })).toBe(true);
  expect(await context.given.inbox()).toEqual([]);
});

dbTest("another society's report is not there", async (context) => {
  const { report } = await givenReport(context);
  const { id: societyId } = await context.given.society();
  const strange = { ...report, societyId, resolved: true, now: context.now };
  expect(await resolveMistake(strange)).toBe(false);
  expect(await resolveMistake({ ...strange, reportId: "no-such" })).toBe(false);
  expect(await context.db.mistakeReport.findMany()).toMatchObject([{ resolvedAt: null }]);
  expect(await context.given.inbox()).toEqual([]);
});
