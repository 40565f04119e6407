import { expect } from "vitest";
import { transact } from "../platform/db.server";
import { newId } from "../platform/ids.server";
import { dbTest } from "../../tests/support/db-test";
import { exampleFacts, exampleNumber } from "./certificate.fixture";
import { checkCertificate } from "./check-certificate.server";
import { drawNumber } from "./number";

/** Another number that could exist, for each `seed`. */
const otherNumber = (seed: number) =>
  drawNumber((length) => Uint8Array.from({ length }, (_, i) => (i * 31 + seed * 7 + 3) & 255));

const row = (wish: { number?: string; sequence?: number } = {}) => {
  const number = wish.number ?? exampleNumber;
  const facts = exampleFacts({ number, verifyUrl: `https://learn.example/verify/${number}` });
  return {
    id: newId(),
    number,
    enrolmentId: newId(),
    trackSlug: facts.trackSlug,
    facts: JSON.stringify(facts),
    personalFacts: JSON.stringify({ name: "Žofia Müller", profession: "Radiographer" }),
    salt: "00",
    commitment: "",
    issuedAt: facts.issuedAt,
    isDemonstration: false,
    sequence: wish.sequence ?? 1,
    previousHash: "",
    hash: newId(),
  };
};

dbTest("a number is found in its written form; other spellings are sent there", async ({ now }) => {
  await transact((tx) => tx.certificate.create({ data: row() }));
  const check = (text: string) => checkCertificate({ text, address: "192.0.2.1", now });
  expect(await check(exampleNumber)).toMatchObject({
    answer: "found",
    certificate: { status: "active", personal: { name: "Žofia Müller" } },
  });
  for (const text of [
    exampleNumber.toLowerCase(),
    exampleNumber.replaceAll("-", ""),
    ` ${exampleNumber.replaceAll("-", " ")} `,
  ]) {
    expect(await check(text)).toEqual({ answer: "respell", number: exampleNumber });
  }
});

dbTest("what can't be a number is refused with the reason and is not counted", async ({ db, now }) => {
  const check = (text: string) => checkCertificate({ text, address: "192.0.2.1", now });
  expect(await check("7Q4M")).toEqual({ answer: "malformed", fault: "length" });
  expect(await check("7Q4M-U")).toEqual({ answer: "malformed", fault: "characters" });
  expect(await check("0000-0000-0000-0000-00")).toEqual({ answer: "malformed", fault: "check" });
  expect(await db.rateLimit.count()).toBe(0);
});

dbTest("after thirty unknown numbers an address waits, and only that address", async ({ now }) => {
  await transact((tx) => tx.certificate.create({ data: row() }));
  const check = (text: string, address = "192.0.2.1", at = now) => checkCertificate({ text, address, now: at });
  for (let i = 0; i < 30; i++) {
    expect(await check(exampleNumber)).toMatchObject({ answer: "found" });
    expect(await check(otherNumber(i))).toEqual({ answer: "unknown" });
  }
  expect(await check(otherNumber(30))).toEqual({ answer: "limited", seconds: 600 });
  expect(await check(exampleNumber)).toMatchObject({ answer: "limited" });
  expect(await check(exampleNumber, "192.0.2.2")).toMatchObject({ answer: "found" });
  expect(await check(exampleNumber, "192.0.2.1", new Date(now.getTime() + 601_000))).toMatchObject({ answer: "found" });
});

dbTest("a replaced certificate names the one in its place, a revoked one its reason", async ({ now }) => {
  const successor = row({ number: otherNumber(1), sequence: 2 });
  await transact(async (tx) => {
    await tx.certificate.create({ data: successor });
    await tx.certificate.create({ data: { ...row(), supersededById: successor.id } });
    await tx.certificate.create({
      data: { ...row({ number: otherNumber(2), sequence: 3 }), revokedAt: now, revokedReason: "issued twice" },
    });
  });
  const found = (text: string) => checkCertificate({ text, address: "192.0.2.1", now });
  expect(await found(exampleNumber)).toMatchObject({
    certificate: { status: "superseded", replacedBy: { number: successor.number } },
  });
  expect(await found(otherNumber(2))).toMatchObject({
    certificate: { status: "revoked", revoked: { reason: "issued twice" } },
  });
});
