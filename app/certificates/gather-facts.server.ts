import { randomBytes } from "node:crypto";
import { isProfession, professionName } from "../accounts/professions";
import { type Edition, getText } from "../courses/edition-store.server";
import { findCompletionEvidence } from "../courses/find-completion-evidence.server";
import { type Enrolment, findEnrolmentById } from "../courses/find-enrolment.server";
import { type EditionText, lessonsOf, minutesOf } from "../courses/manifest";
import { translator } from "../i18n/translate";
import { absoluteUrl } from "../mail/site-address.server";
import { db } from "../platform/db.server";
import { env } from "../platform/env.server";
import { present } from "../platform/invariant";
import { CertificateFacts, PersonalFacts } from "./facts";
import { drawNumber } from "./number";

interface GatheredFacts {
  readonly ok: true;
  readonly facts: CertificateFacts;
  readonly personal: PersonalFacts;
  readonly holder: {
    readonly id: string;
    readonly email: string;
    readonly locale: string;
    readonly certificateName: string;
  };
}
type Gathered = GatheredFacts | { readonly ok: false; readonly reason: "no-such-enrolment" | "not-complete" };

/**
 * Collects what a certificate will state, as everything is at this moment. The caller freezes it.
 * @throws ZodError when a fact can't be printed: a bug of whatever accepted it
 */
export async function gatherFacts(enrolmentId: string, now: Date): Promise<Gathered> {
  const enrolment = findEnrolmentById(enrolmentId);
  if (enrolment === null) return { ok: false, reason: "no-such-enrolment" };
  if (enrolment.completedAt === null) return { ok: false, reason: "not-complete" };
  const holder = await db.person.findUniqueOrThrow({
    where: { id: enrolment.personId },
    select: { id: true, email: true, locale: true, certificateName: true, profession: true },
  });
  const facts = factsOf(enrolment, enrolment.completedAt, now);
  return { ok: true, facts, personal: personalFactsOf(holder, facts.language), holder };
}

/** Name and profession as the profile says them at this moment, the profession in the language of the document. */
export function personalFactsOf(
  holder: { certificateName: string; profession: string },
  language: CertificateFacts["language"],
): PersonalFacts {
  const { certificateName, profession } = holder;
  const label = isProfession(profession) ? translator(language)(professionName(profession)) : profession;
  return PersonalFacts.parse({ name: certificateName.normalize("NFC").trim(), profession: label });
}

function factsOf(enrolment: Enrolment, completedAt: string, now: Date): CertificateFacts {
  const { edition } = enrolment;
  const { text } = getText(enrolment.textId);
  const evidence = findCompletionEvidence(enrolment.id, edition.manifest);
  const number = drawNumber(randomBytes);
  const completed = new Date(completedAt);
  return CertificateFacts.parse({
    number,
    ...editionFacts(edition, text),
    // A society that is demonstration content has issued nothing, whatever the mode.
    demonstration: env.isDemonstration || edition.society.isDemonstration,
    language: text.language,
    assessment: present(evidence.assessment, `a passed sitting of enrolment ${enrolment.id}`),
    watched: evidence.watched,
    credits: { state: edition.manifest.accreditation, hundredths: edition.manifest.creditHundredths },
    completedAt: completed.toISOString(),
    issuedAt: (now < completed ? completed : now).toISOString(),
    evaluation: evidence.evaluationGiven,
    theoryOnly: true,
    verifyUrl: absoluteUrl(`/verify/${number}`),
    siteName: env.SITE_TITLE,
  } satisfies Record<keyof CertificateFacts, unknown>);
}

function editionFacts(edition: Edition, text: EditionText) {
  const { manifest } = edition;
  return {
    trackSlug: edition.trackSlug,
    trackTitle: text.title,
    modality: manifest.modality,
    societyName: edition.society.name,
    societyAcronym: edition.society.acronym,
    editionNumber: edition.number,
    editionDate: new Date(edition.publishedAt).toISOString().slice(0, 10),
    minutes: minutesOf(manifest),
    lessonsCount: lessonsOf(manifest).length,
    modules: manifest.modules.map((module) => ({
      title: present(text.modules[module.id], `title of module ${module.id}`),
      minutes: module.lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
      lessons: module.lessons.length,
    })),
    outcomes: manifest.outcomes.map((outcome) => ({
      ...outcome,
      text: present(text.outcomes[outcome.code], `text of outcome ${outcome.code}`),
    })),
  };
}
