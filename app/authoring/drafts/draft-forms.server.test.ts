import { expect } from "vitest";
import { dbTest, type DbTestContext } from "../../../tests/support/db-test";
import { givenDraft, withRecordingAndBank } from "../../../tests/support/given-outline";
import { writeBase } from "./draft-base";
import { type DraftLesson, lessonsOfDraft } from "./draft-file";
import { fixQuestion } from "./fix-question.server";
import { lessonForm } from "./lesson-form";
import { findLessonPage, isOffered } from "./lesson-page.server";
import { saveDraftForm } from "./save-draft-form.server";
import { settingsForm } from "./settings-form";
import { findSettingsPage, saveSettings } from "./settings-page.server";
import { findOwnRecording, listRecordings } from "./society-media.server";

async function givenForms({ given, now }: DbTestContext) {
  const society = await given.society();
  const edition = await given.edition({ societyId: society.id });
  const { author, slug, found } = await givenDraft(given, now, { society, edit: await withRecordingAndBank(edition) });
  const by = { societyId: society.id, trackSlug: slug, byPersonId: author.id, now };
  const place = { ...by, seen: { societySlug: society.slug, timeZone: "UTC", mayWrite: true } };
  const fields = (lessonId: string) => ({ ...lessonForm(lessonId).fieldsOf(found()), base: writeBase(found().base) });
  const save = (lessonId: string, typed: Record<string, string>) =>
    saveDraftForm({ ...by, form: lessonForm(lessonId), typed });
  const settings = () => ({ ...settingsForm.fieldsOf(found()), base: writeBase(found().base) });
  const lesson = (id: string): DraftLesson | undefined => lessonsOfDraft(found().file).find((each) => each.id === id);
  return { society, edition, found, by, place, fields, save, settings, lesson };
}

dbTest("a form that is sent as it came changes nothing", async (context) => {
  const { found, fields, save, settings, by } = await givenForms(context);
  const before = found();
  for (const id of ["a-reading", "a-webinar", "a-quiz", "a-evaluation"])
    expect(await save(id, fields(id))).toEqual({ ok: true });
  expect(await saveSettings({ ...by, typed: settings() })).toEqual({ ok: true });
  expect(found()).toEqual(before);
});

dbTest(
  "what two people change in different fields is merged; the same field is refused with both texts",
  async (context) => {
    const { fields, save, found, lesson } = await givenForms(context);
    const page = fields("a-reading");
    expect(await save("a-reading", { ...page, minutes: "25" })).toEqual({ ok: true });
    expect(await save("a-reading", { ...page, summary: "Mine" })).toEqual({ ok: true });
    expect(lesson("a-reading")).toMatchObject({ minutes: 25 });
    const late = await save("a-reading", { ...page, minutes: "30", title: "Other" });
    expect(late).toMatchObject({
      reason: "refused",
      typed: { minutes: "30", summary: "Mine", title: "Other", base: writeBase(found().base) },
      conflict: { fields: [{ field: "minutes", mine: "30", theirs: "25" }] },
    });
    expect(lesson("a-reading")).toMatchObject({ minutes: 25 });
    // The same again by another way is no conflict: a form that saved itself and is then sent.
    expect(await save("a-reading", { ...page, minutes: "25", summary: "Mine" })).toEqual({ ok: true });
    const typed = "typed" in late ? late.typed : {};
    expect(await save("a-reading", typed)).toEqual({ ok: true });
    expect(lesson("a-reading")).toMatchObject({ minutes: 30 });
  },
);

dbTest("faults stand beside their fields and nothing is taken over", async (context) => {
  const { fields, save, found } = await givenForms(context);
  const before = found();
  const quiz = {
    ...fields("a-quiz"),
    title: "",
    minutes: "241",
    passPercent: "101",
    attempts: "x",
    "draw.0.count": "0",
    "draw.1.count": "2",
    "draw.1.marks": "-1",
    "marks:a-number": "0",
  };
  const refused = await save("a-quiz", quiz);
  expect("faults" in refused ? refused.faults.map(({ field }) => field).sort() : []).toEqual([
    "attempts",
    "draw.0.count",
    "draw.1.marks",
    "marks:a-number",
    "minutes",
    "passPercent",
    "title",
  ]);
  expect(
    await save("a-webinar", { ...fields("a-webinar"), recordedOn: "2026-02-30", watchPercent: "0" }),
  ).toMatchObject({
    faults: [{ field: "watchPercent" }, { field: "recordedOn", code: "day" }],
  });
  expect(await save("a-quiz", { ...fields("a-quiz"), "draw.0.topic": "No topic!" })).toMatchObject({
    reason: "bad-form",
  });
  expect(await save("nowhere", fields("a-quiz"))).toMatchObject({ reason: "not-there" });
  expect(found()).toEqual(before);
});

dbTest("a blueprint's page says what its bank lacks; an emptied rule goes", async (context) => {
  const { fields, save, place, lesson, by } = await givenForms(context);
  const state = () => findLessonPage({ ...place, lessonId: "a-quiz" })?.quiz?.state;
  expect(state()).toEqual({ is: "ready", questions: 4, marks: 4 });
  await save("a-quiz", { ...fields("a-quiz"), "draw.1.count": "3", "draw.1.marks": "2" });
  expect(state()).toEqual({ is: "short", rule: 2, missing: 1 });
  await save("a-quiz", { ...fields("a-quiz"), "draw.0.count": "", "rule:certainty": "yes", attempts: "" });
  expect(lesson("a-quiz")).toMatchObject({
    blueprint: { draw: [{ count: 3, marks: 2 }], certainty: true, attempts: null },
  });
  const fix = { ...by, lessonId: "a-quiz" };
  expect(await fixQuestion({ ...fix, key: "no-such-question", isIn: true })).toBe(false);
  expect(await fixQuestion({ ...fix, key: "one-of-three", isIn: true })).toBe(true);
  expect(lesson("a-quiz")).toMatchObject({ blueprint: { fixed: ["a-number", "one-of-three"] } });
  await save("a-quiz", { ...fields("a-quiz"), "fixed:a-number": "" });
  expect(await fixQuestion({ ...fix, key: "one-of-three", isIn: false })).toBe(true);
  expect(lesson("a-quiz")).toMatchObject({ blueprint: { fixed: [] } });
});

dbTest("a society uses its own recordings, and writes the texts of those that nobody else uses", async (context) => {
  const { society, edition } = await givenForms(context);
  const other = await context.given.edition();
  expect(listRecordings(society.id)).toMatchObject([{ id: edition.assetId, isOwn: true }]);
  expect(isOffered(society.id, { media: other.assetId })).toBe(false);
  expect(isOffered(society.id, { media: edition.assetId })).toBe(true);
  await context.given.edition({ manifest: edition.manifest });
  expect(findOwnRecording(society.id, edition.assetId)).toBeNull();
});

dbTest("an outcome's new code reaches the lessons, and what is taken out leaves them", async (context) => {
  const { settings, by, found, lesson } = await givenForms(context);
  const typed = settings();
  const renamed = {
    ...typed,
    "outcomes.0.code": "ct-s7",
    "shipped:RP-K1": "yes",
    "authors.1.name": "Bea",
    "authors.1.role": "reviewer",
  };
  expect(await saveSettings({ ...by, typed: renamed })).toEqual({ ok: true });
  expect(found().file.outcomes).toEqual([{ code: "CT-S7" }, { code: "RP-K1" }]);
  expect(found().words.outcomes["CT-S7"]).toBe("Knows the dose.");
  expect(lesson("a-quiz")).toMatchObject({ outcomes: ["CT-S7"] });
  expect(found().file.authors).toMatchObject([{ id: "ada" }, { id: "bea", role: "reviewer" }]);
  await saveSettings({ ...by, typed: { ...settings(), "outcomes.0.code": "", "authors.0.name": "" } });
  expect(lesson("a-quiz")).toMatchObject({ outcomes: [] });
  expect(Object.keys(found().words.authors)).toEqual(["bea"]);
});

dbTest("sources take a DOI or an address; codes are checked; a new bank is made and chosen", async (context) => {
  const { settings, by, found, place } = await givenForms(context);
  const source = {
    "references.0.cite": "ICRP 135",
    "references.0.year": "2017",
    "references.0.url": "10.1177/0146645317717209",
  };
  const bad = {
    ...settings(),
    ...source,
    "references.0.url": "javascript:alert(1)",
    "references.0.year": "17",
    "outcomes.1.code": "T-K1",
    "outcomes.2.code": "K1",
    newBank: "CT",
  };
  const refused = await saveSettings({ ...by, typed: bad });
  expect(refused).toMatchObject({
    typed: { newBank: "CT" },
    faults: [
      { field: "outcomes.1.code", code: "code-twice" },
      { field: "outcomes.2.code", code: "code" },
      { field: "references.0.year", code: "year" },
      { field: "references.0.url", code: "url" },
    ],
  });
  expect(await saveSettings({ ...by, typed: { ...settings(), ...source, newBank: "CT dose" } })).toEqual({ ok: true });
  expect(found().file).toMatchObject({
    bank: "ct-dose",
    references: [{ id: "icrp-135", cite: "ICRP 135", year: 2017, url: "https://doi.org/10.1177/0146645317717209" }],
  });
  const foreign = await context.given.edition();
  const bank = await context.db.bank.findUniqueOrThrow({ where: { id: foreign.bankId } });
  expect(await saveSettings({ ...by, typed: { ...settings(), bank: bank.slug } })).toMatchObject({
    reason: "bad-form",
  });
  expect(findSettingsPage(place)?.banks.map(({ slug }) => slug)).not.toContain(bank.slug);
});
