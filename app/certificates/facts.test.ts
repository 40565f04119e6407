import { expect, test } from "vitest";
import { exampleFacts } from "./certificate.fixture";
import { CertificateFacts, PersonalFacts } from "./facts";

const facts = exampleFacts();

test("complete facts pass, with or without a recording", () => {
  expect(CertificateFacts.safeParse(facts).success).toBe(true);
  expect(CertificateFacts.safeParse({ ...facts, watched: null }).success).toBe(true);
});

test("the public facts have no field for the person", () => {
  for (const field of ["name", "holder", "profession", "personId"]) {
    expect(CertificateFacts.safeParse({ ...facts, [field]: "Žofia Müller" }).success).toBe(false);
  }
});

test.each([
  ["lessons that don't add up", { lessonsCount: facts.lessonsCount + 1 }],
  ["minutes that don't add up", { minutes: facts.minutes - 1 }],
  ["a score below the pass mark", { assessment: { scorePercent: 69, passPercent: 70, attempts: 1 } }],
  ["an issue before completion", { issuedAt: "2026-11-24T10:15:29Z" }],
  ["a number in another form", { number: facts.number.toLowerCase() }],
  ["a number whose check fails", { number: facts.number.replace(/.$/, (last) => (last === "0" ? "1" : "0")) }],
  ["the address of another certificate", { verifyUrl: "https://learn.example/verify/0000-0000-0000-0000-01" }],
  ["an address that isn't of the web", { verifyUrl: `javascript:alert(1)//verify/${facts.number}` }],
  ["credits that nobody granted", { credits: { state: "none", hundredths: 100 } }],
  ["practice claimed", { theoryOnly: false }],
  ["a title that the fonts can't show", { trackTitle: "放射線防護" }],
  ["a language without a catalogue", { language: "pl" }],
])("%s are refused", (_, change) => {
  expect(CertificateFacts.safeParse({ ...facts, ...change }).success).toBe(false);
});

test.each([
  ["Žofia Müller", true],
  ["Ελένη Παπαδοπούλου", true],
  ["Иван Ђорђевић", true],
  ["#panic()", true],
  ["", false],
  ["   ", false],
  [" Anna", false],
  ["Anna\nBerg", false],
  ["Anna\u202eBerg", false],
  ["Anna\u0000", false],
  ["山田太郎", false],
  ["Anna 🩻", false],
  ["A".repeat(121), false],
])("the name %j is accepted: %s", (name, accepted) => {
  expect(PersonalFacts.safeParse({ name, profession: "Radiographer" }).success).toBe(accepted);
});
