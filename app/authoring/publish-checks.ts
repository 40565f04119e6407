import type { BankText } from "../../quizzes/bank-schema";
import { canSatisfy } from "../../quizzes/engine/draw";
import { checkInline } from "../markup/render-inline.server";
import { fillDrawing, labelKeys } from "./fill-drawing";
import { missingParts } from "./missing-translation";
import type { PublicationSource, RecordingLanguages } from "./publication";
import type { LessonFile, TrackText } from "./track-file";

/**
 * What must hold before a track is published. Each check gives sentences for an author; one sentence stops the
 * publication. Pure: what stands in the database is handed in.
 */
export function checkPublication(
  source: PublicationSource,
  recordings: Readonly<Record<string, RecordingLanguages>>,
): string[] {
  return [
    ...checkIds(source),
    ...checkDates(source),
    ...checkDisclosures(source),
    ...source.file.languages.flatMap((language) => checkLanguage(source, language)),
    ...checkOutcomes(source),
    ...checkEvidence(source),
    ...checkQuizzes(source),
    ...checkFormulae(source),
    ...checkWebinars(source, recordings),
  ];
}

/** Ids of the references that no lesson cites: a list of sources that nobody used proves nothing. */
export function checkCitations(source: PublicationSource, cited: ReadonlySet<string>): string[] {
  return source.file.references
    .filter(({ id }) => !cited.has(id))
    .map(({ id }) => `no lesson cites the reference "${id}"`);
}

export function lessonsOfFile(source: PublicationSource): LessonFile[] {
  return source.file.modules.flatMap((module) => module.lessons);
}

type QuizFile = Extract<LessonFile, { kind: "quiz" }>;

function repeated(what: string, ids: readonly string[]): string[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the ${what} "${id}" is there twice`);
}

function checkIds(source: PublicationSource): string[] {
  const { file } = source;
  return [
    ...repeated("language", file.languages),
    ...repeated(
      "author",
      file.authors.map(({ id }) => id),
    ),
    ...repeated(
      "outcome",
      file.outcomes.map(({ code }) => code),
    ),
    ...repeated(
      "reference",
      file.references.map(({ id }) => id),
    ),
    ...repeated(
      "module",
      file.modules.map(({ id }) => id),
    ),
    ...repeated(
      "lesson",
      lessonsOfFile(source).map(({ id }) => id),
    ),
    ...(file.languages.includes("en") ? [] : ["English is missing: it is the language of the questions"]),
    ...(file.bank === source.bank.slug
      ? []
      : [`the track names the bank "${file.bank}", the bank given is "${source.bank.slug}"`]),
  ];
}

function checkDates({ file }: PublicationSource): string[] {
  return file.reviewBy > file.preparedOn ? [] : ["the date of the next review lies before the date of preparation"];
}

function checkDisclosures({ file }: PublicationSource): string[] {
  const roles = (["author", "reviewer"] as const).filter(
    (role) => !file.authors.some((author) => author.role === role),
  );
  return [
    ...roles.map((role) => `the track has no ${role}`),
    ...file.authors
      .filter(({ declaredOn }) => declaredOn > file.preparedOn)
      .map(({ name }) => `${name} declared interests after the track was prepared`),
  ];
}

/** Keys that a table of texts lacks, and keys that stand for nothing in the track. */
function compareKeys(where: string, wanted: readonly string[], table: Readonly<Record<string, unknown>>): string[] {
  const given = Object.keys(table);
  return [
    ...wanted.filter((key) => !given.includes(key)).map((key) => `${where} "${key}" has no text`),
    ...given.filter((key) => !wanted.includes(key)).map((key) => `${where} "${key}" is not in the track`),
  ];
}

function checkLanguage(source: PublicationSource, language: string): string[] {
  const text = source.texts.find((candidate) => candidate.language === language);
  if (text === undefined) return [`the text in ${language} is missing`];
  const { file } = source;
  const lessons = lessonsOfFile(source);
  const problems = [
    ...compareKeys(
      "outcome",
      file.outcomes.map(({ code }) => code),
      text.outcomes,
    ),
    ...compareKeys(
      "module",
      file.modules.map(({ id }) => id),
      text.modules,
    ),
    ...compareKeys(
      "lesson",
      lessons.map(({ id }) => id),
      text.lessons,
    ),
    ...compareKeys(
      "the disclosure of author",
      file.authors.map(({ id }) => id),
      text.authors,
    ),
    ...lessons
      .filter(({ kind, id }) => kind === "reading" && (source.lessons[`${id}.${language}`] ?? "").trim() === "")
      .map(({ id }) => `lesson "${id}" has not been written`),
    ...checkLabels(source, text),
    ...(language === "en"
      ? []
      : checkBankText(
          source,
          source.bankTexts.find((candidate) => candidate.language === language),
        )),
  ];
  return problems.map((problem) => `${language}: ${problem}`);
}

function checkLabels({ drawings }: PublicationSource, text: TrackText): string[] {
  return Object.entries(drawings).flatMap(([name, svg]) => {
    const labels = text.drawings[name] ?? {};
    const keys = labelKeys(svg);
    return [
      ...fillDrawing(svg, labels).missing.map((key) => `the label "${key}" of drawing "${name}" has no text`),
      ...Object.keys(labels)
        .filter((key) => !keys.has(key))
        .map((key) => `the label "${key}" is not in drawing "${name}"`),
    ];
  });
}

function checkBankText({ bank }: PublicationSource, text: BankText | undefined): string[] {
  if (text === undefined) return ["the questions are not translated"];
  return [
    ...compareKeys(
      "question",
      bank.questions.map(({ id }) => id),
      text.questions,
    ),
    ...bank.questions.flatMap((question) => {
      const translation = text.questions[question.id];
      return translation === undefined
        ? []
        : missingParts(question, translation).map((part) => `question "${question.id}": ${part} is not translated`);
    }),
  ];
}

function checkOutcomes(source: PublicationSource): string[] {
  const codes = source.file.outcomes.map(({ code }) => code);
  const assessed = new Set(source.bank.questions.flatMap(({ outcomes }) => outcomes));
  const named = [
    ...lessonsOfFile(source).flatMap(({ id, outcomes }) => outcomes.map((code) => ({ where: `lesson "${id}"`, code }))),
    ...source.bank.questions.flatMap(({ id, outcomes }) =>
      outcomes.map((code) => ({ where: `question "${id}"`, code })),
    ),
  ];
  return [
    ...codes.filter((code) => !assessed.has(code)).map((code) => `no question assesses the outcome ${code}`),
    ...named
      .filter(({ code }) => !codes.includes(code))
      .map(({ where, code }) => `${where} names the outcome ${code}, which is not in the track`),
  ];
}

/** A certificate states a verdict and that the track was evaluated, so there must be something to state. */
function checkEvidence(source: PublicationSource): string[] {
  const lessons = lessonsOfFile(source);
  const isGraded = ({ blueprint: { attempts, passPercent } }: QuizFile) => attempts !== null && passPercent > 0;
  const evaluations = lessons.filter(({ kind }) => kind === "evaluation").length;
  return [
    ...(lessons.some((lesson) => lesson.kind === "quiz" && isGraded(lesson)) ? [] : ["the track has no graded quiz"]),
    ...(evaluations === 1 ? [] : [`the track has ${String(evaluations)} evaluations instead of one`]),
  ];
}

function checkQuizzes(source: PublicationSource): string[] {
  const lessons = lessonsOfFile(source);
  const unsatisfiable = lessons.filter(
    (lesson) => lesson.kind === "quiz" && !canSatisfy(lesson.blueprint, source.bank.questions),
  );
  const strays = source.bank.questions.filter(
    (question) => question.lesson === null || !lessons.some(({ id }) => id === question.lesson),
  );
  return [
    ...unsatisfiable.map(({ id }) => `the bank does not hold the questions that quiz "${id}" draws`),
    ...strays.map(({ id, lesson }) =>
      lesson === null
        ? `question "${id}" names no lesson`
        : `question "${id}" sends learners to lesson "${lesson}", which is not in the track`,
    ),
  ];
}

/** Every text that a question shows, wherever it stands in the question. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap((part) => stringsIn(part)) : [];
}

function checkFormulae({ bank, bankTexts }: PublicationSource): string[] {
  const texts = [
    ...bank.questions.map((question) => ({ where: `question "${question.id}"`, question })),
    ...bankTexts.flatMap(({ language, questions }) =>
      Object.entries(questions).map(([id, question]) => ({ where: `${language}: question "${id}"`, question })),
    ),
  ];
  return texts.flatMap(({ where, question }) =>
    stringsIn(question)
      .filter((text) => text.includes("$"))
      .flatMap((text) => checkInline(text).map((problem) => `${where}: ${problem}`)),
  );
}

function checkWebinars(source: PublicationSource, recordings: Readonly<Record<string, RecordingLanguages>>): string[] {
  const { languages, authors } = source.file;
  return lessonsOfFile(source).flatMap((lesson) => {
    if (lesson.kind !== "webinar") return [];
    const recording = source.media[lesson.media];
    if (recording === undefined) return [`webinar "${lesson.id}" has no recording`];
    const texts = recordings[recording.assetId];
    if (texts === undefined) return [`the recording of webinar "${lesson.id}" is not registered`];
    return [
      ...languages
        .filter((language) => !texts.captions.includes(language))
        .map((language) => `webinar "${lesson.id}" has no captions in ${language}`),
      ...languages
        .filter((language) => !texts.chapters.includes(language))
        .map((language) => `webinar "${lesson.id}" has no chapters in ${language}`),
      ...lesson.speakers
        .filter((speaker) => !authors.some(({ id }) => id === speaker))
        .map((speaker) => `speaker "${speaker}" of webinar "${lesson.id}" is not among the authors`),
    ];
  });
}
