import { afterAll, beforeAll, expect } from "vitest";
import { registerAllMessages } from "../i18n/all-messages.server";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { findCertificate } from "./find-certificate.server";
import { issueCertificate } from "./issue-certificate.job.server";
import { stopCertificateThread } from "./render-pdf.server";
import { revokeCertificate } from "./revoke-certificate.server";
import { supersedeCertificate } from "./supersede-certificate.server";
import { verifyChain } from "./verify-chain.server";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

const reason = "the quiz was taken by somebody else";

async function issued({ db, given, now }: DbTestContext, locale = "en") {
  const person = await given.person({ locale });
  const { enrolment } = await givenCompleted(given, now, { person });
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  return { person, row: await db.certificate.findFirstOrThrow({ where: { enrolmentId: enrolment.id } }) };
}

dbTest("a revocation is on the check page with its reason, on record, and told the holder", async (context) => {
  const { db, given, now } = context;
  const { row, person } = await issued(context, "de");
  const later = new Date(now.getTime() + 86_400_000);
  const done = await revokeCertificate({ number: row.number.replaceAll("-", ""), reason, actorId: null, now: later });
  expect(done).toEqual({ ok: true, number: row.number, isMailed: true, stillCounts: null });
  expect(await db.certificate.findMany()).toEqual([{ ...row, revokedAt: later, revokedReason: reason }]);
  expect(findCertificate(row.number, later)).toMatchObject({ status: "revoked", revoked: { reason } });
  expect(verifyChain()).toEqual({ ok: true, count: 1, lastHash: row.hash });
  expect(await db.publicVersion.findMany({ where: { name: "certificates" } })).toEqual([
    { name: "certificates", version: 1 },
  ]);
  const events = await db.auditEvent.findMany();
  expect(events).toMatchObject([
    { at: later, actorId: null, action: "certificate.revoke", subject: `certificate:${row.id}` },
  ]);
  expect(JSON.parse(events[0]?.details ?? "")).toEqual({ number: row.number, reason });
  const letter = (await given.inbox()).at(-1);
  expect(letter).toMatchObject({ to: person.email, subject: expect.stringContaining("widerrufen") as unknown });
  for (const words of [`/verify/${row.number}`, reason]) expect(letter?.text).toContain(words);
});

dbTest("a certificate is revoked once, and never without a reason", async (context) => {
  const { db, given, now } = context;
  const { row } = await issued(context);
  const revoke = (why: string, number = row.number) => revokeCertificate({ number, reason: why, actorId: null, now });
  expect(await revoke("")).toEqual({ ok: false, reason: "reason-missing" });
  expect(await revoke("Müller cheated")).toEqual({ ok: false, reason: "reason-names-holder" });
  expect(await revoke(reason, "0000")).toEqual({ ok: false, reason: "unknown" });
  expect(await db.certificate.findMany()).toEqual([row]);
  expect(await db.auditEvent.count()).toBe(0);
  expect(await Promise.all([revoke(reason), revoke("another reason")])).toMatchObject([
    { ok: true },
    { ok: false, reason: "revoked" },
  ]);
  expect(findCertificate(row.number, now)?.revoked?.reason).toBe(reason);
  expect(await db.auditEvent.count()).toBe(1);
  expect(await given.inbox()).toHaveLength(2);
});

dbTest("an erased holder's certificate can be revoked, without a mail", async (context) => {
  const { given, now, transact } = context;
  const { row } = await issued(context);
  await transact((tx) =>
    tx.certificate.update({
      where: { id: row.id },
      data: { personalFacts: null, salt: null, pdf: null, pdfHash: null, personId: null },
    }),
  );
  const request = { number: row.number, reason, actorId: null, now };
  expect(await supersedeCertificate(request)).toEqual({ ok: false, reason: "holder-gone" });
  expect(await revokeCertificate(request)).toMatchObject({ ok: true, isMailed: false });
  expect(findCertificate(row.number, now)).toMatchObject({ status: "revoked", personal: null });
  expect(await given.inbox()).toHaveLength(1);
  expect(verifyChain()).toMatchObject({ ok: true, count: 1 });
});

dbTest("whoever revokes a replaced certificate is told of the one that still counts", async (context) => {
  const { db, now, transact } = context;
  const { row: old, person } = await issued(context);
  await transact((tx) => tx.person.update({ where: { id: person.id }, data: { certificateName: "Zoë Müllner" } }));
  await supersedeCertificate({ number: old.number, reason: "a letter was missing", actorId: null, now });
  const next = await db.certificate.findUniqueOrThrow({ where: { sequence: 2 } });
  const revoke = (number: string) => revokeCertificate({ number, reason, actorId: null, now });
  expect(await revoke(old.number)).toMatchObject({ ok: true, stillCounts: next.number });
  expect(findCertificate(next.number, now)).toMatchObject({ status: "active" });
  expect(await revoke(next.number)).toMatchObject({ ok: true, stillCounts: null });
});
