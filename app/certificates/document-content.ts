import { formatDate, formatMinutes, formatPercent } from "../i18n/format";
import type { Locale } from "../i18n/locales";
import { documentText, type DocumentText, type DocumentTexts } from "./document-texts";
import type { CertificateFacts, PersonalFacts } from "./facts";
import { fitsSerif } from "./printable";
import { drawQrCode } from "./qr-code";

/**
 * Everything that the template prints, as finished strings: the template knows where things stand, this knows what they say.
 */

export interface CertificateSource {
  facts: CertificateFacts;
  personal: PersonalFacts;
  /** The namespace `certificate-document` in the language of the facts. */
  texts: DocumentTexts;
}

type Face = "serif" | "sans";
/** Display type, which the template makes smaller, or breaks in two, until it fits. */
interface Display {
  text: string;
  face: Face;
}
interface Figure {
  label: string;
  value: string;
  note: string;
}
export interface DocumentContent {
  language: Locale;
  title: string;
  author: string;
  /** The word that stands across each page, or null outside demonstration mode. */
  across: string | null;
  marker: string;
  /** Lessons per module: one step of the wedge each. */
  steps: number[];
  /** The parts of an ident line; the first is set bold, the number stands at the right. */
  ident: { lead: string; mark: string | null; rest: string; second: string; number: string };
  kind: string;
  name: Display;
  profession: string;
  hasCompleted: string;
  track: Display;
  onDate: string;
  figures: Figure[];
  statements: string[];
  check: { label: string; address: string; url: string; heading: string; advice: string };
  qr: { svg: string; edge: number; alt: string };
  outcomes: { heading: string; columns: string[]; rows: { code: string; text: string; kind: string }[] };
  modules: { heading: string; columns: string[]; rows: string[][]; total: string[] };
  accreditation: { heading: string; text: string };
  record: { heading: string; columns: string[]; rows: string[][] };
}

const INK = "#13202a";

function display(text: string): Display {
  return { text, face: fitsSerif(text) ? "serif" : "sans" };
}

function day(language: Locale, iso: string): string {
  const written = formatDate(language, iso);
  // French writes the first of a month as an ordinal, which Intl leaves out.
  return language === "fr" ? written.replace(/^1(?= )/, "1er") : written;
}

function figures(facts: CertificateFacts, text: DocumentText): Figure[] {
  const { assessment, watched, language } = facts;
  const percent = (value: number) => formatPercent(language, value);
  return [
    {
      label: text("assessment"),
      value: percent(assessment.scorePercent),
      note: text("passMark", { percent: percent(assessment.passPercent), count: assessment.attempts }),
    },
    { label: text("time"), value: formatMinutes(facts.minutes), note: text("planned", { count: facts.lessonsCount }) },
    watched === null
      ? { label: text("webinars"), value: text("noWebinar"), note: text("noWebinarNote") }
      : {
          label: text("webinars"),
          value: text("played", { percent: percent(watched.percent) }),
          note: text("measured", { duration: formatMinutes(watched.minutes) }),
        },
    { label: text("credits"), value: text("creditsNone"), note: text("creditsNote") },
  ];
}

function modules(facts: CertificateFacts, text: DocumentText): DocumentContent["modules"] {
  let first = 1;
  const rows = facts.modules.map((module, index) => {
    const last = first + module.lessons - 1;
    const lessons = first === last ? String(first) : text("lessonRange", { first, last });
    first = last + 1;
    return [`${String(index + 1)}. ${module.title}`, lessons, formatMinutes(module.minutes)];
  });
  return {
    heading: text("modules"),
    columns: [text("module"), text("lessons"), text("time")],
    rows,
    total: [text("total"), String(facts.lessonsCount), formatMinutes(facts.minutes)],
  };
}

/** The printed address of the check page, without protocol and number: what people type. */
function printedAddress(facts: CertificateFacts): { address: string; url: string } {
  const url = facts.verifyUrl.replace(/#.*$/, "");
  const address = url.replace(/^https?:\/\//, "").slice(0, -facts.number.length - 1);
  return { address, url };
}

/** Composes what the document says, from frozen facts and texts alone; the same input gives the same content. */
export function composeDocument({ facts, personal, texts }: CertificateSource): DocumentContent {
  const { language, number } = facts;
  const text = documentText(texts, language);
  const name = personal.name.normalize("NFC");
  const edition = { number: facts.editionNumber, date: day(language, facts.editionDate) };
  return {
    language,
    title: text("documentTitle", { track: facts.trackTitle, name }),
    author: facts.siteName,
    across: facts.demonstration ? text("demonstration") : null,
    marker: facts.modality,
    steps: facts.modules.map((module) => module.lessons),
    ident: {
      lead: facts.societyName,
      mark: facts.demonstration ? text("demonstrationMark") : null,
      rest: text("editionLine", { modality: facts.modality, ...edition }),
      second: text("trackEdition", { track: facts.trackTitle, number: facts.editionNumber }),
      number,
    },
    kind: text("kind"),
    name: display(name),
    profession: personal.profession.normalize("NFC"),
    hasCompleted: text("hasCompleted"),
    track: display(facts.trackTitle),
    onDate: text("onDate", { date: day(language, facts.completedAt) }),
    figures: figures(facts, text),
    statements: [text("proves"), text("doesNotProve"), ...(facts.demonstration ? [text("demonstrationNote")] : [])],
    check: {
      label: text("checkAt"),
      ...printedAddress(facts),
      heading: text("checkHeading"),
      advice: text("checkAdvice"),
    },
    qr: { ...drawQrCode(facts.verifyUrl, INK), alt: text("qrAlt", { number }) },
    outcomes: {
      heading: text("outcomes"),
      columns: [text("code"), text("outcome"), text("outcomeKind")],
      rows: facts.outcomes.map((outcome) => ({ code: outcome.code, text: outcome.text, kind: text(outcome.kind) })),
    },
    modules: modules(facts, text),
    accreditation: { heading: text("accreditation"), text: text("accreditationNone") },
    record: {
      heading: text("evidence"),
      columns: [text("fact"), text("state")],
      rows: [
        [text("completed"), day(language, facts.completedAt)],
        [text("issued"), day(language, facts.issuedAt)],
        [text("evaluation"), text(facts.evaluation ? "evaluationGiven" : "evaluationNotGiven")],
      ],
    },
  };
}
