import { z } from "zod";
import { locales } from "../i18n/locales";
import { parseNumber } from "./number";
import { findUnprintable } from "./printable";

/**
 * What a certificate states, frozen on the day it is issued, in two parts: `CertificateFacts` hold no person and may
 * stand on the public check page for ever; `PersonalFacts` can be erased. PDF and credential are functions of both.
 */

const line = (max: number) =>
  z
    .string()
    .min(1)
    .max(max)
    .refine((text) => text === text.trim(), "has no space at its ends")
    .refine((text) => findUnprintable(text).length === 0, "has only characters that the document's fonts can show");
const percent = z.int().min(0).max(100);
const count = z.int().min(0).max(100_000);

const CertificateModule = z.strictObject({
  title: line(200),
  /** Planned learning time of the module's lessons. */
  minutes: count,
  lessons: z.int().min(1).max(500),
});

const CertificateOutcome = z.strictObject({
  code: line(20),
  kind: z.enum(["knowledge", "skill", "competence"]),
  text: line(400),
});

export const CertificateFacts = z
  .strictObject({
    number: z.string().refine((number) => {
      const parsed = parseNumber(number);
      return parsed.ok && parsed.number === number;
    }, "is a certificate number in its written form"),
    trackSlug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    trackTitle: line(200),
    /** DICOM's letters for the modality, as on a lead marker: CT, XA, MG. */
    modality: z.string().regex(/^[A-Z]{2}$/),
    societyName: line(200),
    societyAcronym: line(20),
    /** True for everything issued in demonstration mode; the document then says so across each page. */
    demonstration: z.boolean(),
    editionNumber: z.int().min(1),
    /** Day on which the edition was published. */
    editionDate: z.iso.date(),
    /** Language in which the track was taken and in which the document is written. */
    language: z.enum(locales),
    /** Planned learning time of the track, the sum of its modules. */
    minutes: count,
    modules: z.array(CertificateModule).min(1).max(60),
    lessonsCount: z.int().min(1),
    outcomes: z.array(CertificateOutcome).min(1).max(60),
    /** The sitting that counts: the best of `attempts`. */
    assessment: z.strictObject({ scorePercent: percent, passPercent: percent, attempts: z.int().min(1) }),
    /** Measured share of the recordings that was played, of `minutes` in all. Null when the track has no recording. */
    watched: z.strictObject({ percent, minutes: count }).nullable(),
    credits: z.strictObject({ state: z.literal("none"), hundredths: z.literal(0) }),
    completedAt: z.iso.datetime(),
    issuedAt: z.iso.datetime(),
    /** Whether the evaluation form was handed in. What it says is kept apart from the person and isn't known here. */
    evaluation: z.boolean(),
    theoryOnly: z.literal(true),
    /** Address of the check page, `…/verify/<number>`, with the signed offline payload as its fragment, if there is one. */
    verifyUrl: z.url({ protocol: /^https?$/ }).max(600),
    siteName: line(80),
  })
  .superRefine((facts, context) => {
    const refuse = (path: string, message: string) => {
      context.addIssue({ code: "custom", path: [path], message });
    };
    const sum = (pick: (module: z.infer<typeof CertificateModule>) => number) =>
      facts.modules.reduce((total, module) => total + pick(module), 0);
    if (sum((module) => module.lessons) !== facts.lessonsCount) refuse("lessonsCount", "is the sum of the modules");
    if (sum((module) => module.minutes) !== facts.minutes) refuse("minutes", "is the sum of the modules");
    if (facts.assessment.scorePercent < facts.assessment.passPercent) refuse("assessment", "reaches the pass mark");
    if (Date.parse(facts.issuedAt) < Date.parse(facts.completedAt)) refuse("issuedAt", "isn't before completedAt");
    if (!facts.verifyUrl.replace(/#.*$/, "").endsWith(`/verify/${facts.number}`)) {
      refuse("verifyUrl", "ends with /verify/ and the number");
    }
  });
export type CertificateFacts = z.infer<typeof CertificateFacts>;

export const PersonalFacts = z.strictObject({
  /** The holder's name exactly as printed, in Latin, Greek or Cyrillic letters. */
  name: line(120),
  /** The profession's label in the language of the document, as that day's profile said it. */
  profession: line(120),
});
export type PersonalFacts = z.infer<typeof PersonalFacts>;
