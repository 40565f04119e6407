import { readFileSync } from "node:fs";
import type { Locale } from "../i18n/locales";
import type { CertificateSource } from "./document-content";
import type { DocumentTexts } from "./document-texts";
import { CertificateFacts, PersonalFacts } from "./facts";
import { drawNumber } from "./number";

/** Certificates for tests: complete and valid, with what a test cares about given by the test. */

export const exampleNumber = drawNumber((length) => Uint8Array.from({ length }, (_, i) => (i * 67 + 41) & 255));

export function readTexts(language: Locale): DocumentTexts {
  const file = new URL(`../i18n/messages/${language}/certificate-document.json`, import.meta.url);
  // The catalogue's own test holds that each file is a flat record of strings.
  return JSON.parse(readFileSync(file, "utf8")) as DocumentTexts;
}

const modules = [
  { title: "Justification and referral", minutes: 45, lessons: 3 },
  { title: "What the scanner tells you", minutes: 53, lessons: 4 },
  { title: "Optimisation in practice", minutes: 49, lessons: 4 },
  { title: "Quality and learning", minutes: 47, lessons: 3 },
];

export function exampleFacts(given: Partial<CertificateFacts> = {}): CertificateFacts {
  const all = given.modules ?? modules;
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
  return CertificateFacts.parse({
    number: exampleNumber,
    trackSlug: "ct-orientation",
    trackTitle: "Radiation Protection Orientation Session: computed tomography",
    modality: "CT",
    societyName: "European Society of Radiology",
    societyAcronym: "ESR",
    demonstration: false,
    editionNumber: 3,
    editionDate: "2026-03-02",
    language: "en",
    minutes: sum(all.map((module) => module.minutes)),
    modules: all,
    lessonsCount: sum(all.map((module) => module.lessons)),
    outcomes: [
      { code: "CT-K1", kind: "knowledge", text: "Explain what CTDIvol and DLP describe, and what they don’t" },
      { code: "CT-S1", kind: "skill", text: "Read a dose report; calculate DLP (≥ 2 series)" },
      { code: "CT-C1", kind: "competence", text: "Question a request that lacks a clinical question" },
    ],
    assessment: { scorePercent: 84, passPercent: 70, attempts: 2 },
    watched: { percent: 96, minutes: 12 },
    credits: { state: "none", hundredths: 0 },
    completedAt: "2026-11-24T10:15:30Z",
    issuedAt: "2026-11-24T10:15:31Z",
    evaluation: true,
    theoryOnly: true,
    verifyUrl: `https://learn.example/verify/${exampleNumber}`,
    siteName: "Stepwedge",
    ...given,
  });
}

export function exampleSource(name: string, given: Partial<CertificateFacts> = {}): CertificateSource {
  const facts = exampleFacts(given);
  return {
    facts,
    personal: PersonalFacts.parse({ name, profession: "Radiographer" }),
    texts: readTexts(facts.language),
  };
}
