import { beforeAll, expect } from "vitest";
import { dbTest } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { registerAllMessages } from "../i18n/all-messages.server";
import { translator } from "../i18n/translate";
import { exportParticipants } from "./export-participants.server";
import { ParticipantQuery } from "./participant-query";

beforeAll(registerAllMessages);

async function exportOf(societyId: string, actorId: string, now: Date, query: Partial<ParticipantQuery> = {}) {
  const blocks = await exportParticipants({
    societyId,
    actorId,
    query: { ...ParticipantQuery.parse({}), ...query },
    locale: "en",
    t: translator("en"),
    now,
  });
  const taken: string[] = [];
  for await (const block of blocks) taken.push(block);
  return taken;
}

dbTest(
  "a name that is a formula reaches the spreadsheet as a text, behind a byte order mark",
  async ({ given, now }) => {
    const person = await given.person({ certificateName: '=HYPERLINK("https://evil.example")' });
    const { edition } = await givenCompleted(given, now, { person });
    const text = (await exportOf(edition.track.societyId, person.id, now)).join("");
    const [head, line, end] = text.split("\r\n");
    expect(head).toMatch(/^\uFEFFName,Profession,Track,/);
    expect(line).toBe(
      `"'=HYPERLINK(""https://evil.example"")",Radiographer,${edition.text.title},4,4,2026-03-02,8.49,10,yes,no`,
    );
    expect(end).toBe("");
  },
);

dbTest("a long list comes in several blocks, whole and without repeats", async ({ given, now, transact }) => {
  const edition = await given.edition();
  const model = await given.person();
  const names = Array.from({ length: 600 }, (_, i) => `Learner ${String(i).padStart(3, "0")}`);
  await transact(async (tx) => {
    await tx.person.createMany({
      data: names.map((certificateName, i) => ({
        ...model,
        id: `p${String(i)}`,
        email: `${String(i)}@example.org`,
        certificateName,
      })),
    });
    await tx.enrolment.createMany({
      data: names.map((_, i) => ({
        id: `e${String(i)}`,
        personId: `p${String(i)}`,
        trackId: edition.track.id,
        editionId: edition.id,
        language: "en",
        enrolledAt: now,
        lastSeenAt: now,
      })),
    });
  });
  const blocks = await exportOf(edition.track.societyId, model.id, now, { page: 2 });
  expect(blocks).toHaveLength(4);
  const lines = blocks.join("").trimEnd().split("\r\n").slice(1);
  expect(lines.map((line) => line.split(",")[0])).toEqual(names);
});

dbTest("each export is on record, without names and without what was typed", async ({ db, given, now }) => {
  const { edition, person } = await given.enrolled();
  const { societyId, slug } = edition.track;
  const admin = await given.member({ society: { id: societyId }, role: "admin" });
  await exportOf(societyId, admin.id, now, { q: "Müller", track: slug });
  const events = await db.auditEvent.findMany();
  expect(events).toMatchObject([
    { at: now, actorId: admin.id, action: "participants.csv", subject: `society:${societyId}` },
  ]);
  expect(JSON.parse(events[0]?.details ?? "")).toEqual({ track: slug, state: "enrolled", isSearched: true, count: 1 });
  expect(events[0]?.details).not.toContain(person.certificateName);
});

dbTest("another society's participants are not in the file", async ({ given, now }) => {
  const { person } = await given.enrolled();
  const other = await given.society();
  expect((await exportOf(other.id, person.id, now)).join("").trimEnd().split("\r\n")).toHaveLength(1);
});
