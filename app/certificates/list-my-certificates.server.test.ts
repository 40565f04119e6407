import { afterAll, beforeAll, expect } from "vitest";
import { registerAllMessages } from "../i18n/all-messages.server";
import { preparedReads } from "../platform/db.server";
import { dbTest } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { findOwnPdf } from "./find-own-pdf.server";
import { issueCertificate } from "./issue-certificate.job.server";
import { listMyCertificates } from "./list-my-certificates.server";
import { stopCertificateThread } from "./render-pdf.server";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

dbTest("a completed track is in the making until its certificate is out", async ({ given, now }) => {
  const { enrolment, person } = await givenCompleted(given, now);
  const list = (at = now) => listMyCertificates({ personId: person.id, search: "", now: at });
  expect(list()).toMatchObject({
    total: 1,
    certificates: [],
    inTheMaking: [{ enrolmentId: enrolment.id, isLate: false, modules: [4] }],
  });
  expect(list(new Date(now.getTime() + 11 * 60_000)).inTheMaking).toMatchObject([{ isLate: true }]);
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  expect(list()).toMatchObject({
    total: 1,
    certificates: [{ status: "active", endsInDays: null, modules: [4] }],
    inTheMaking: [],
  });
});

dbTest("a track that is not complete is nowhere on the list", async ({ given, now }) => {
  const { person } = await given.enrolled();
  expect(listMyCertificates({ personId: person.id, search: "", now })).toEqual({
    certificates: [],
    inTheMaking: [],
    total: 0,
  });
});

dbTest("a search looks at title and society; the whole costs two statements", async ({ given, now }) => {
  const person = await given.person();
  const society = await given.society({ name: "Society of Light" });
  for (const slug of ["breast", "chest"]) {
    const edition = await given.edition({ slug, societyId: society.id });
    const { enrolment } = await givenCompleted(given, now, { person, edition });
    await issueCertificate({ enrolmentId: enrolment.id }, now);
  }
  const titles = (search: string) =>
    listMyCertificates({ personId: person.id, search, now }).certificates.map(({ title }) => title);
  expect(titles("")).toEqual(["Track chest", "Track breast"]);
  expect(titles("BREAST")).toEqual(["Track breast"]);
  expect(titles("of light")).toHaveLength(2);
  expect(listMyCertificates({ personId: person.id, search: "nothing", now })).toMatchObject({
    certificates: [],
    total: 2,
  });
  const before = preparedReads();
  titles("");
  expect(preparedReads() - before).toBe(2);
});

dbTest("a PDF is its holder's alone", async ({ db, given, now }) => {
  const { enrolment, person } = await givenCompleted(given, now);
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  const { number } = await db.certificate.findFirstOrThrow();
  const stranger = await given.person();
  expect(await findOwnPdf({ personId: stranger.id, number })).toBeNull();
  expect(await findOwnPdf({ personId: person.id, number: "nonsense" })).toBeNull();
  const own = await findOwnPdf({ personId: person.id, number: number.toLowerCase() });
  expect(Buffer.from(own?.bytes ?? "").toString("latin1", 0, 5)).toBe("%PDF-");
  expect(own?.fileName.ascii).toMatch(new RegExp(`^Track track-\\w+ ${number}\\.pdf$`));
});
