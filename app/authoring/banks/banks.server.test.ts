import { expect } from "vitest";
import { dbTest } from "../../../tests/support/db-test";
import { givenBank } from "../../../tests/support/given-bank";
import { sixQuestions } from "../../../tests/support/questions";
import { createBank } from "./create-bank.server";
import { readBankQuery } from "./bank-query";
import { exportBank } from "./export-bank.server";
import { exportFormats } from "./export-formats";
import { findBank } from "./find-bank.server";
import { findQuestion } from "./find-question.server";
import { importQuestionsIntoBank } from "./import-questions-into-bank.server";
import { listBankQuestions } from "./list-bank-questions.server";
import { listBanks } from "./list-banks.server";
import { previewImport } from "./preview-import.server";
import { retireQuestion } from "./retire-question.server";
import { saveQuestion } from "./save-question.server";
import { findUpload, keepUpload, mostKept, sweepUploads } from "./upload-store.server";

const [single, multiple] = sixQuestions;
if (single === undefined || multiple === undefined) throw new Error("no questions");
const changed = { ...single, stem: "A better stem, 100 % better" };
const asked = (search = "") => readBankQuery(`http://localhost/banks${search}`);

dbTest("a society sees its own banks with what is in use, and no other society's", async ({ given, now }) => {
  const { society, bank } = await givenBank(given);
  await retireQuestion({
    societyId: society.id,
    bankSlug: bank.slug,
    key: single.id,
    retired: true,
    actorId: "somebody",
    now,
  });
  expect(listBanks(society.id)).toMatchObject([{ slug: bank.slug, questions: 5 }]);
  const other = await given.society();
  expect(listBanks(other.id)).toEqual([]);
  expect(findBank(other.id, bank.slug)).toBeNull();
});

dbTest("a title that is taken, also by another society, gets a numbered address", async ({ given, now }) => {
  const [one, two] = [await given.society(), await given.society()];
  const bank = { title: "CT dose", actorId: "somebody", now };
  expect(await createBank({ ...bank, societyId: one.id })).toEqual({ slug: "ct-dose" });
  expect(await createBank({ ...bank, societyId: two.id })).toEqual({ slug: "ct-dose-2" });
});

dbTest(
  "questions are found by words, kind and use; signs of the search language are plain signs",
  async ({ given, now }) => {
    const { society, bank } = await givenBank(given);
    const by = { societyId: society.id, bankSlug: bank.slug, byPersonId: "somebody", now };
    await saveQuestion({ ...by, question: changed, base: 1 });
    const keys = (search: string) => listBankQuestions(bank.id, asked(search)).questions.map(({ key }) => key);
    expect(keys("")).toHaveLength(6);
    expect(keys("?q=100+%25")).toEqual([single.id]);
    expect(keys("?q=%25%25")).toEqual([]);
    expect(keys("?kind=numeric")).toEqual(["a-number"]);
    expect(keys("?state=retired")).toEqual([]);
    expect(keys("?topic=beam&difficulty=1&page=9")).toHaveLength(6);
    expect(keys("?difficulty=3")).toEqual([]);
  },
);

dbTest(
  "a changed text is the next revision; the same text is none; a stale base loses nothing",
  async ({ given, db, now }) => {
    const { society, bank } = await givenBank(given);
    const by = { societyId: society.id, bankSlug: bank.slug, byPersonId: "somebody", now };
    expect(await saveQuestion({ ...by, question: single, base: 1 })).toMatchObject({ ok: false, reason: "unchanged" });
    expect(await saveQuestion({ ...by, question: changed, base: 1 })).toMatchObject({ ok: true, number: 2 });
    const late = await saveQuestion({ ...by, question: { ...single, stem: "Mine" }, base: 1 });
    expect(late).toMatchObject({ ok: false, reason: "newer", number: 2 });
    expect(await db.questionRevision.count({ where: { question: { key: single.id } } })).toBe(2);
    expect(await saveQuestion({ ...by, question: single, base: 2 })).toMatchObject({ ok: true, number: 3 });
    const found = await findQuestion({ ...by, key: single.id, number: null });
    expect(found).toMatchObject({ latest: 3, shown: { number: 3, question: { stem: single.stem } } });
    expect(found?.revisions.map(({ number }) => number)).toEqual([3, 2, 1]);
    const rows = await db.questionRevision.findMany({
      where: { question: { key: single.id } },
      orderBy: { number: "asc" },
    });
    expect(rows.map(({ number, content }) => [number, content.includes(changed.stem)])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
    expect(new Set(rows.map(({ id }) => id)).size).toBe(3);
    expect(rows[0]).toMatchObject({ createdAt: new Date("2026-03-01T09:00:00.000Z"), byPersonId: null });
    expect(await saveQuestion({ ...by, question: changed, base: 3 })).toMatchObject({ ok: true, number: 4 });
    expect(await saveQuestion({ ...by, question: single, base: 4 })).toMatchObject({ ok: true, number: 5 });
  },
);

dbTest("another society can neither read, write nor retire a question", async ({ given, db, now }) => {
  const { bank } = await givenBank(given);
  const foreign = { societyId: (await given.society()).id, bankSlug: bank.slug, now };
  expect(await findQuestion({ ...foreign, key: single.id, number: null })).toBeNull();
  expect(await saveQuestion({ ...foreign, question: changed, base: 1, byPersonId: "x" })).toMatchObject({
    reason: "not-there",
  });
  expect(await saveQuestion({ ...foreign, question: changed, base: null, byPersonId: "x" })).toMatchObject({
    reason: "not-there",
  });
  expect(await retireQuestion({ ...foreign, key: single.id, retired: true, actorId: "x" })).toBe(false);
  expect(await exportBank({ ...foreign, format: "gift" })).toBeNull();
  expect(await db.questionRevision.count()).toBe(6);
});

dbTest("a new question gets its key from its stem, and the same stem a numbered one", async ({ given, now }) => {
  const { society, bank } = await givenBank(given);
  const by = { societyId: society.id, bankSlug: bank.slug, byPersonId: "somebody", now, base: null };
  const question = { ...single, id: "new-question", stem: "What is kerma?" };
  expect(await saveQuestion({ ...by, question })).toMatchObject({ ok: true, key: "what-is-kerma" });
  expect(await saveQuestion({ ...by, question })).toMatchObject({ ok: true, key: "what-is-kerma-2" });
});

const gift = `::first:: Kerma is measured in {=Gy ~Sv ~Bq}

::second:: The Sun rises in the east. {T}

::third:: Describe kerma. {=energy =kinetic energy}
`;

dbTest("a preview writes nothing; an import writes the chosen questions, and says so", async ({ given, db, now }) => {
  const { society, bank } = await givenBank(given, []);
  const facts = { personId: "me", bankId: bank.id, fileName: "some.gift", format: "" };
  const uploadId = keepUpload(facts, new TextEncoder().encode(gift), now);
  const place = {
    societyId: society.id,
    bankSlug: bank.slug,
    uploadId,
    personId: "me",
    onClash: "beside",
    now,
  } as const;
  const preview = await previewImport({ ...place, page: 1 });
  expect(preview).toMatchObject({
    refused: null,
    format: "gift",
    questions: [{ fate: "new" }, { fate: "new" }, { fate: "new" }],
  });
  expect(await db.question.count()).toBe(0);
  expect(await importQuestionsIntoBank({ ...place, chosen: [] })).toEqual({ ok: false, reason: "nothing-chosen" });
  expect(await importQuestionsIntoBank({ ...place, chosen: [0, 2] })).toEqual({ ok: true, written: 2 });
  expect(await db.question.count()).toBe(2);
  expect(await db.bankImport.findMany()).toMatchObject([
    { fileName: "some.gift", format: "gift", questions: 2, byPersonId: "me" },
  ]);
  expect(await importQuestionsIntoBank({ ...place, chosen: [1] })).toEqual({ ok: false, reason: "gone" });
});

dbTest("a kept file is there for one person, one bank and one day", async ({ given, now }) => {
  const { society, bank } = await givenBank(given, []);
  const id = keepUpload(
    { personId: "me", bankId: bank.id, fileName: "x.gift", format: "gift" },
    new Uint8Array([65]),
    now,
  );
  const mine = { id, personId: "me", bankId: bank.id, now };
  expect(findUpload(mine)).not.toBeNull();
  expect(findUpload({ ...mine, personId: "you" })).toBeNull();
  expect(findUpload({ ...mine, bankId: "another" })).toBeNull();
  expect(findUpload({ ...mine, id: `../${id}` })).toBeNull();
  expect(findUpload({ ...mine, now: new Date(now.getTime() + 25 * 3_600_000) })).toBeNull();
  const place = { societyId: society.id, bankSlug: bank.slug, uploadId: id, onClash: "beside", now } as const;
  expect(await previewImport({ ...place, personId: "you", page: 1 })).toBeNull();
});

dbTest(
  "a day later a kept file is swept away; of one person's files only the latest few wait",
  async ({ given, now }) => {
    const { bank } = await givenBank(given, []);
    const after = (minutes: number) => new Date(now.getTime() + minutes * 60_000);
    const keep = (personId: string, minutes: number) =>
      keepUpload(
        { personId, bankId: bank.id, fileName: "x.gift", format: "gift" },
        new Uint8Array([65]),
        after(minutes),
      );
    const isThere = (id: string, personId: string) => findUpload({ id, personId, bankId: bank.id, now }) !== null;
    const yours = keep("you", 0);
    const mine = Array.from({ length: mostKept + 2 }, (_, minutes) => keep("me", minutes));
    expect(mine.map((id) => isThere(id, "me"))).toEqual([false, false, ...Array<boolean>(mostKept).fill(true)]);
    expect(isThere(yours, "you")).toBe(true);
    sweepUploads(after(24 * 60 + 3));
    expect([yours, ...mine].map((id) => isThere(id, id === yours ? "you" : "me")).filter(Boolean)).toHaveLength(4);
  },
);

dbTest(
  "an import is all or nothing: where one question can't be written, none is",
  async ({ given, db, transact, now }) => {
    const { society, bank } = await givenBank(given, []);
    const facts = { personId: "me", bankId: bank.id, fileName: "some.gift", format: "gift" };
    const uploadId = keepUpload(facts, new TextEncoder().encode(gift), now);
    const place = {
      societyId: society.id,
      bankSlug: bank.slug,
      uploadId,
      personId: "me",
      onClash: "beside",
      now,
    } as const;
    const preview = await previewImport({ ...place, page: 1 });
    const last = preview?.questions[2]?.key ?? "";
    // The database refuses the last question, so that only the third write fails.
    await transact((tx) =>
      tx.$executeRawUnsafe(
        `CREATE TRIGGER refuse_last BEFORE INSERT ON Question WHEN NEW.key = '${last}' BEGIN SELECT RAISE(ABORT, 'no'); END`,
      ),
    );
    await expect(importQuestionsIntoBank({ ...place, chosen: [0, 1, 2] })).rejects.toThrow();
    await transact((tx) => tx.$executeRawUnsafe("DROP TRIGGER refuse_last"));
    expect([await db.question.count(), await db.questionRevision.count(), await db.bankImport.count()]).toEqual([
      0, 0, 0,
    ]);
    expect(await importQuestionsIntoBank({ ...place, chosen: [0, 1, 2] })).toEqual({ ok: true, written: 3 });
  },
);

dbTest("a bank goes out in every format, without what is out of use", async ({ given, now }) => {
  const { society, bank } = await givenBank(given);
  const place = { societyId: society.id, bankSlug: bank.slug };
  await retireQuestion({ ...place, key: multiple.id, retired: true, actorId: "x", now });
  for (const format of exportFormats) {
    const exported = await exportBank({ ...place, format });
    expect(exported?.questions, format).toBe(5);
    expect(exported?.bytes.length, format).toBeGreaterThan(100);
  }
});
