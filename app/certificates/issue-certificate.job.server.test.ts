import { afterAll, beforeAll, expect } from "vitest";
import { registerAllMessages } from "../i18n/all-messages.server";
import { sha256 } from "../platform/ids.server";
import { dbTest } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { CertificateFacts } from "./facts";
import { findCertificate } from "./find-certificate.server";
import { findOwnPdf } from "./find-own-pdf.server";
import { issueCertificate, issueCertificateJob } from "./issue-certificate.job.server";
import { makePdf } from "./make-pdf.server";
import { textOf } from "./read-pdf.fixture";
import { stopCertificateThread } from "./render-pdf.server";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

dbTest("a certificate states the evidence as it was measured", async ({ db, given, now }) => {
  const { enrolment, edition } = await givenCompleted(given, now);
  const issued = await issueCertificate({ enrolmentId: enrolment.id }, now);
  const row = await db.certificate.findUniqueOrThrow({
    where: { enrolmentId_issue: { enrolmentId: enrolment.id, issue: 1 } },
  });
  expect(issued).toEqual({ ok: true, id: row.id, number: row.number, already: false });
  expect(CertificateFacts.parse(JSON.parse(row.facts))).toMatchObject({
    number: row.number,
    trackTitle: edition.text.title,
    editionNumber: 1,
    editionDate: "2026-03-02",
    demonstration: true,
    minutes: 30,
    lessonsCount: 4,
    modules: [{ title: "Module module", minutes: 30, lessons: 4 }],
    outcomes: [{ code: "T-K1", kind: "knowledge", text: "Outcome T-K1" }],
    assessment: { scorePercent: 84, passPercent: 75, attempts: 2 },
    watched: { percent: 95, minutes: 5 },
    completedAt: now.toISOString(),
    evaluation: true,
    verifyUrl: `http://localhost:3000/verify/${row.number}`,
  });
  expect(JSON.parse(row.personalFacts ?? "")).toEqual({ name: "Zoë Müller", profession: "Radiographer" });
  expect(row.facts).not.toContain("Müller");
  expect(row.pdfHash).toBe(sha256(row.pdf ?? new Uint8Array()));
  expect(textOf(row.pdf ?? new Uint8Array())).toContain("Zoë Müller");
});

dbTest(
  "two runs of the job at once, and a third later, give one certificate and one mail",
  async ({ db, given, now }) => {
    const { enrolment, person } = await givenCompleted(given, now);
    const payload = { enrolmentId: enrolment.id };
    await Promise.all([issueCertificateJob(payload, now), issueCertificateJob(payload, now)]);
    const [first] = await db.certificate.findMany();
    const again = await issueCertificate(payload, new Date(now.getTime() + 60_000));
    expect(again).toMatchObject({ ok: true, id: first?.id, already: true });
    expect(await db.certificate.findMany()).toEqual([first]);
    const mails = await given.inbox();
    expect(mails).toMatchObject([{ to: person.email }]);
    expect(mails[0]?.text).toContain(first?.number);
    expect(mails[0]?.text).toContain(`/verify/${first?.number ?? ""}`);
  },
);

dbTest(
  "a run that died before the PDF was stored is finished by the next, with the same bytes",
  async ({ db, given, now, transact }) => {
    const { enrolment, person } = await givenCompleted(given, now);
    await issueCertificate({ enrolmentId: enrolment.id }, now);
    const before = await db.certificate.findFirstOrThrow();
    const dropPdf = () => transact((tx) => tx.certificate.updateMany({ data: { pdf: null, pdfHash: null } }));
    await dropPdf();
    await issueCertificate({ enrolmentId: enrolment.id }, now);
    expect(await db.certificate.findFirstOrThrow()).toEqual(before);
    await dropPdf();
    const own = await findOwnPdf({ personId: person.id, number: before.number });
    expect(sha256(own?.bytes ?? "")).toBe(before.pdfHash);
    expect(await db.certificate.findFirstOrThrow()).toEqual(before);
  },
);

dbTest(
  "a new name, profession or edition changes nothing on a certificate that is out",
  async ({ db, given, now, transact }) => {
    const { enrolment, person, edition } = await givenCompleted(given, now);
    await issueCertificate({ enrolmentId: enrolment.id }, now);
    const before = await db.certificate.findFirstOrThrow();
    await transact((tx) =>
      tx.person.update({ where: { id: person.id }, data: { certificateName: "Someone Else", profession: "nurse" } }),
    );
    await given.edition({ track: edition.track, slug: edition.track.slug });
    await issueCertificate({ enrolmentId: enrolment.id }, now);
    expect(await db.certificate.findFirstOrThrow()).toEqual(before);
    expect(findCertificate(before.number, now)?.personal).toEqual({ name: "Zoë Müller", profession: "Radiographer" });
  },
);

dbTest("a certificate is in the language in which the track was taken", async ({ given, now, db }) => {
  const { enrolment } = await givenCompleted(given, now, { languages: ["de"], language: "de" });
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  const row = await db.certificate.findFirstOrThrow();
  expect(JSON.parse(row.facts)).toMatchObject({ language: "de", modules: [{ title: "de: Module module" }] });
});

dbTest("nothing is issued for a track that is not complete, or for nobody", async ({ db, given, now }) => {
  const { enrolment } = await given.enrolled();
  expect(await issueCertificate({ enrolmentId: enrolment.id }, now)).toEqual({ ok: false, reason: "not-complete" });
  expect(await issueCertificate({ enrolmentId: "gone" }, now)).toEqual({ ok: false, reason: "no-such-enrolment" });
  expect(await db.certificate.count()).toBe(0);
});

dbTest("an erased holder's PDF is gone and is not made again", async ({ db, given, now, transact }) => {
  const { enrolment, person } = await givenCompleted(given, now);
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  const { id, number } = await db.certificate.findFirstOrThrow();
  await transact((tx) =>
    tx.certificate.update({
      where: { id },
      data: { personalFacts: null, salt: null, pdf: null, pdfHash: null, personId: null },
    }),
  );
  expect(await makePdf(id)).toBeNull();
  expect(await findOwnPdf({ personId: person.id, number })).toBeNull();
  expect(await issueCertificate({ enrolmentId: enrolment.id }, now)).toMatchObject({ ok: true, already: true });
  expect((await db.certificate.findFirstOrThrow()).pdf).toBeNull();
  expect(findCertificate(number, now)).toMatchObject({ status: "erased", personal: null, facts: { number } });
});
