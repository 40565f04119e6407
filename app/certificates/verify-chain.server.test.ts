import { afterAll, beforeAll, expect } from "vitest";
import { registerAllMessages } from "../i18n/all-messages.server";
import { hot } from "../platform/db.server";
import { dbTest, type DbTestContext } from "../../tests/support/db-test";
import { chainStart } from "./chain.server";
import { givenCompleted } from "../../tests/support/given-completed";
import { issueCertificate } from "./issue-certificate.job.server";
import { stopCertificateThread } from "./render-pdf.server";
import { type ChainFault, verifyChain } from "./verify-chain.server";

beforeAll(registerAllMessages);
afterAll(stopCertificateThread);

async function issueThree({ given, now }: Pick<DbTestContext, "given" | "now">): Promise<void> {
  for (let i = 0; i < 3; i++) {
    const { enrolment } = await givenCompleted(given, now);
    await issueCertificate({ enrolmentId: enrolment.id }, now);
  }
}

const tamper = (sql: string) => hot((connection) => connection.prepare(sql).run());

dbTest("an empty register is whole", () => {
  expect(verifyChain()).toEqual({ ok: true, count: 0, lastHash: chainStart });
});

dbTest("a chain of three holds, and ends with the hash of the last", async ({ db, given, now }) => {
  await issueThree({ given, now });
  const last = await db.certificate.findUniqueOrThrow({ where: { sequence: 3 } });
  expect(verifyChain()).toEqual({ ok: true, count: 3, lastHash: last.hash });
});

dbTest("an erasure leaves the chain whole", async ({ given, now }) => {
  await issueThree({ given, now });
  await tamper(
    "UPDATE Certificate SET personalFacts = NULL, salt = NULL, pdf = NULL, pdfHash = NULL, personId = NULL WHERE sequence = 2",
  );
  expect(verifyChain()).toMatchObject({ ok: true, count: 3 });
});

const plants: [ChainFault, string][] = [
  [
    "content",
    `UPDATE Certificate SET facts = replace(facts, '"scorePercent":84', '"scorePercent":85') WHERE sequence = 2`,
  ],
  ["content", "UPDATE Certificate SET expiresAt = '2031-01-01T00:00:00.000+00:00' WHERE sequence = 2"],
  ["content", "UPDATE Certificate SET issue = 2 WHERE sequence = 2"],
  ["order", "UPDATE Certificate SET previousHash = hash WHERE sequence = 2"],
  ["columns", "UPDATE Certificate SET number = '0000-0000-0000-0000-00' WHERE sequence = 2"],
  ["columns", "UPDATE Certificate SET isDemonstration = 0 WHERE sequence = 2"],
  ["columns", "UPDATE Certificate SET issuedAt = '2020-01-01T00:00:00.000+00:00' WHERE sequence = 2"],
  ["person", `UPDATE Certificate SET personalFacts = replace(personalFacts, 'Müller', 'Miller') WHERE sequence = 2`],
  ["person", "UPDATE Certificate SET salt = NULL WHERE sequence = 2"],
  ["person", "UPDATE Certificate SET personalFacts = NULL, salt = NULL WHERE sequence = 2"],
  ["pdf", "UPDATE Certificate SET pdf = pdf || x'00' WHERE sequence = 2"],
];

for (const [fault, sql] of plants) {
  dbTest(`a planted change is found as "${fault}": ${sql}`, async ({ given, now }) => {
    await issueThree({ given, now });
    await tamper(sql);
    expect(verifyChain()).toMatchObject({ ok: false, count: 1, sequence: 2, fault });
  });
}

dbTest("a certificate that was taken out leaves a gap", async ({ given, now }) => {
  await issueThree({ given, now });
  await tamper("DELETE FROM Certificate WHERE sequence = 2");
  expect(verifyChain()).toMatchObject({ ok: false, count: 1, sequence: 3, fault: "gap" });
});
