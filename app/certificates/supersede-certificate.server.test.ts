import { afterAll, beforeAll, expect } from "vitest";
import { registerAllMessages } from "../i18n/all-messages.server";
import { sha256 } from "../platform/ids.server";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { givenCompleted } from "../../tests/support/given-completed";
import { findCertificate } from "./find-certificate.server";
import { issueCertificate } from "./issue-certificate.job.server";
import { textOf } from "./read-pdf.fixture";
import { stopCertificateThread } from "./render-pdf.server";
import { revokeCertificate } from "./revoke-certificate.server";
import { supersedeCertificate } from "./supersede-certificate.server";
import { verifyChain } from "./verify-chain.server";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

type Wish = Parameters<typeof givenCompleted>[2];

async function issued({ db, given, now }: DbTestContext, wish: Wish = {}) {
  const learner = await givenCompleted(given, now, wish);
  await issueCertificate({ enrolmentId: learner.enrolment.id }, now);
  const row = await db.certificate.findFirstOrThrow({ where: { enrolmentId: learner.enrolment.id } });
  return { ...learner, row };
}

const rename = ({ transact }: DbTestContext, id: string, certificateName: string, profession = "radiographer") =>
  transact((tx) => tx.person.update({ where: { id }, data: { certificateName, profession } }));

const reason = "a letter was missing in the name";

dbTest("a correction is a further certificate; the old one stays but for its mark", async (context) => {
  const { db, now, given } = context;
  const { row: old, person } = await issued(context);
  await issued(context);
  await rename(context, person.id, "Zoë Müllner", "nurse");
  const later = new Date(now.getTime() + 86_400_000);
  const request = { number: ` ${old.number.toLowerCase()}`, reason, actorId: person.id, now: later };
  const done = await supersedeCertificate(request);
  const made = await db.certificate.findUniqueOrThrow({ where: { sequence: 3 } });
  expect(done).toEqual({ ok: true, id: made.id, number: made.number, replaced: old.number });
  expect(await db.certificate.findUniqueOrThrow({ where: { id: old.id } })).toEqual({
    ...old,
    supersededById: made.id,
  });
  expect(made).toMatchObject({ enrolmentId: old.enrolmentId, issue: 2, personId: person.id, expiresAt: null });
  const facts = (row: { facts: string }) => JSON.parse(row.facts) as Record<string, unknown>;
  expect(facts(made)).toEqual({
    ...facts(old),
    number: made.number,
    issuedAt: later.toISOString(),
    verifyUrl: `http://localhost:3000/verify/${made.number}`,
  });
  expect(JSON.parse(made.personalFacts ?? "")).toEqual({
    name: "Zoë Müllner",
    profession: "Nurse or other healthcare worker",
  });
  expect(made.pdfHash).toBe(sha256(made.pdf ?? new Uint8Array()));
  expect(textOf(made.pdf ?? new Uint8Array())).toContain("Zoë Müllner");
  expect(verifyChain()).toEqual({ ok: true, count: 3, lastHash: made.hash });
  expect(findCertificate(old.number, later)).toMatchObject({
    status: "superseded",
    personal: { name: "Zoë Müller", profession: "Radiographer" },
    replacedBy: { number: made.number },
  });
  expect(findCertificate(made.number, later)).toMatchObject({
    status: "active",
    personal: { name: "Zoë Müllner" },
    replacedBy: null,
  });
  expect(await db.publicVersion.findMany({ where: { name: "certificates" } })).toEqual([
    { name: "certificates", version: 1 },
  ]);
  const [event, ...more] = await db.auditEvent.findMany();
  expect(more).toEqual([]);
  expect(event).toMatchObject({
    at: later,
    actorId: person.id,
    action: "certificate.supersede",
    subject: `certificate:${old.id}`,
  });
  expect(JSON.parse(event?.details ?? "")).toEqual({ number: old.number, newNumber: made.number, issue: 2, reason });
  const letter = (await given.inbox()).at(-1);
  expect(letter).toMatchObject({ to: person.email, subject: expect.stringContaining("corrected") as unknown });
  for (const words of [old.number, made.number, "Dear Zoë Müllner", reason]) expect(letter?.text).toContain(words);
});

dbTest(
  "a certificate is replaced once, even by two at the same time; its replacement can be again",
  async (context) => {
    const { db, now, given } = context;
    const { row: old, person } = await issued(context);
    await rename(context, person.id, "Zoë Müllner");
    const supersede = (number: string) => supersedeCertificate({ number, reason, actorId: null, now });
    const [first, second] = await Promise.all([supersede(old.number), supersede(old.number)]);
    const next = await db.certificate.findUniqueOrThrow({ where: { sequence: 2 } });
    expect(first).toMatchObject({ ok: true, number: next.number });
    expect(second).toEqual({ ok: false, reason: "superseded", by: next.number });
    expect(await given.inbox()).toHaveLength(2);
    await rename(context, person.id, "Zoë Mülner");
    expect(await supersede(next.number)).toMatchObject({ ok: true, replaced: next.number });
    expect(await db.certificate.count()).toBe(3);
    expect(await db.certificate.findUniqueOrThrow({ where: { sequence: 3 } })).toMatchObject({ issue: 3 });
    expect(findCertificate(old.number, now)).toMatchObject({ replacedBy: { number: next.number } });
    expect(await db.publicVersion.findMany({ where: { name: "certificates" } })).toEqual([
      { name: "certificates", version: 2 },
    ]);
    expect(verifyChain()).toMatchObject({ ok: true, count: 3 });
  },
);

dbTest("an end stays where it was, and the document's language too", async (context) => {
  const { db, now, transact } = context;
  const { row: old, person } = await issued(context, { languages: ["de"], language: "de" });
  const expiresAt = new Date("2031-03-02T00:00:00.000Z");
  await transact((tx) => tx.certificate.update({ where: { id: old.id }, data: { expiresAt } }));
  await rename(context, person.id, "Zoë Müllner");
  await supersedeCertificate({ number: old.number, reason, actorId: null, now });
  const made = await db.certificate.findUniqueOrThrow({ where: { sequence: 2 } });
  expect(made.expiresAt).toEqual(expiresAt);
  expect(JSON.parse(made.facts)).toMatchObject({ language: "de" });
});

dbTest("what is refused leaves nothing behind", async (context) => {
  const { db, given, now, transact } = context;
  const { row: old, person } = await issued(context);
  const { row: revoked, person: other } = await issued(context);
  await revokeCertificate({ number: revoked.number, reason: "taken by somebody else", actorId: null, now });
  const before = await Promise.all([db.certificate.findMany(), db.auditEvent.findMany(), db.publicVersion.findMany()]);
  const letters = await given.inbox();
  const supersede = (number: string, why = reason) => supersedeCertificate({ number, reason: why, actorId: null, now });
  expect(await supersede("nonsense")).toEqual({ ok: false, reason: "unknown" });
  expect(await supersede(old.number)).toEqual({ ok: false, reason: "unchanged" });
  await rename(context, person.id, "Zoë Müllner");
  await rename(context, other.id, "Zoë Müllner");
  expect(await supersede(old.number, " ")).toEqual({ ok: false, reason: "reason-missing" });
  expect(await supersede(old.number, "Mullner is right")).toEqual({ ok: false, reason: "reason-names-holder" });
  expect(await supersede(revoked.number)).toEqual({ ok: false, reason: "revoked" });
  await transact((tx) => tx.person.update({ where: { id: person.id }, data: { emailVerifiedAt: null } }));
  expect(await supersede(old.number)).toEqual({ ok: false, reason: "holder-gone" });
  expect(await Promise.all([db.certificate.findMany(), db.auditEvent.findMany(), db.publicVersion.findMany()])).toEqual(
    before,
  );
  expect(await given.inbox()).toEqual(letters);
});
