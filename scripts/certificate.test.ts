import { spawnSync } from "node:child_process";
import { afterAll, beforeAll, expect } from "vitest";
import { findCertificate } from "../app/certificates/find-certificate.server";
import { issueCertificate } from "../app/certificates/issue-certificate.job.server";
import { stopCertificateThread } from "../app/certificates/render-pdf.server";
import { verifyChain } from "../app/certificates/verify-chain.server";
import { registerAllMessages } from "../app/i18n/all-messages.server";
import { dbTest } from "../tests/support/db-test";
import { givenCompleted } from "../tests/support/given-completed";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

function run(...words: string[]) {
  const script = ["--import", "tsx", "scripts/certificate.ts", ...words];
  const { status, stdout, stderr } = spawnSync(process.execPath, script, { encoding: "utf8" });
  return { status, said: stdout.trim(), complaint: stderr.trim() };
}

dbTest("the command reissues and revokes beside a process that has the database open", async (context) => {
  const { db, given, now, transact } = context;
  const { enrolment, person } = await givenCompleted(given, now);
  await issueCertificate({ enrolmentId: enrolment.id }, now);
  const old = await db.certificate.findFirstOrThrow();
  const reason = ["--reason", "a letter was missing"];
  expect(run("reissue", old.number, ...reason)).toMatchObject({
    status: 1,
    complaint: expect.stringContaining("corrects the profile") as unknown,
  });
  await transact((tx) => tx.person.update({ where: { id: person.id }, data: { certificateName: "Zoë Müllner" } }));

  const reissued = run("reissue", old.number.toLowerCase(), ...reason);
  const made = await db.certificate.findUniqueOrThrow({ where: { sequence: 2 } });
  expect(reissued).toEqual({
    status: 0,
    said: `${old.number} is replaced by ${made.number}. The holder gets a mail.`,
    complaint: "",
  });
  expect(made.pdf).not.toBeNull();
  expect(run("reissue", old.number, ...reason)).toEqual({
    status: 1,
    said: "",
    complaint: `It was replaced already. ${made.number} stands in its place.`,
  });

  expect(run("revoke", made.number, "--reason", "taken by somebody else")).toEqual({
    status: 0,
    said: `${made.number} is revoked. The holder gets a mail.`,
    complaint: "",
  });
  expect(findCertificate(made.number, new Date())).toMatchObject({ status: "revoked" });
  expect(verifyChain()).toMatchObject({ ok: true, count: 2 });
  expect((await given.inbox()).map(({ to }) => to)).toEqual([person.email, person.email, person.email]);
  // The process that was there before goes on writing.
  const next = await givenCompleted(given, now);
  expect(await issueCertificate({ enrolmentId: next.enrolment.id }, now)).toMatchObject({ ok: true, already: false });
  expect(verifyChain()).toMatchObject({ ok: true, count: 3 });
});

dbTest("words that the command does not know are wrong usage", () => {
  for (const words of [
    [],
    ["revoke"],
    ["revoke", "0000"],
    ["erase", "0000", "--reason", "so"],
    ["revoke", "0000", "1111", "--reason", "so"],
    ["revoke", "0000", "--why", "so"],
  ]) {
    expect(run(...words)).toMatchObject({ status: 2, complaint: expect.stringContaining("Usage:") as unknown });
  }
});
