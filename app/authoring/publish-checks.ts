import { canSatisfy } from "../../quizzes/engine/draw";
import { checkInline } from "../markup/render-inline.server";
import { checkLanguage } from "./language-checks";
import type { Finding } from "./finding";
import type { PublicationSource, RecordingLanguages } from "./publication";
import type { LessonFile } from "./track-file";

/**
 * What must hold before a track is published: one finding stops the publication. Pure: what stands in the database is
 * handed in.
 */
export function checkPublication(
  source: PublicationSource,
  recordings: Readonly<Record<string, RecordingLanguages>>,
): Finding[] {
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

const settings = { at: "settings" } as const;

/** References that no lesson cites: a list of sources that nobody used proves nothing. */
export function checkCitations(source: PublicationSource, cited: ReadonlySet<string>): Finding[] {
  return source.file.references
    .filter(({ id }) => !cited.has(id))
    .map(({ id }) => ({ code: "reference-uncited", params: { id }, where: settings }));
}

export function lessonsOfFile(source: Pick<PublicationSource, "file">): LessonFile[] {
  return source.file.modules.flatMap((module) => module.lessons);
}

type QuizFile = Extract<LessonFile, { kind: "quiz" }>;

function repeated(ids: readonly string[], where: Finding["where"]): Finding[] {
  return ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ code: "twice", params: { id }, where }));
}

function checkIds(source: PublicationSource): Finding[] {
  const { file, bank } = source;
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const findings: Finding[] = [
    ...repeated(file.languages, settings),
    ...repeated(idsOf(file.authors), settings),
    ...repeated(
      file.outcomes.map(({ code }) => code),
      settings,
    ),
    ...repeated(idsOf(file.references), settings),
    ...repeated(idsOf(file.modules), { at: "outline" }),
    ...repeated(idsOf(lessonsOfFile(source)), { at: "outline" }),
  ];
  if (!file.languages.includes("en")) findings.push({ code: "english-missing", params: {}, where: settings });
  if (file.bank !== bank.slug)
    findings.push({ code: "bank-other", params: { named: file.bank, given: bank.slug }, where: settings });
  return findings;
}

function checkDates({ file }: PublicationSource): Finding[] {
  return file.reviewBy > file.preparedOn
    ? []
    : [{ code: "review-before-preparation", params: { date: file.reviewBy }, where: settings }];
}

function checkDisclosures({ file }: PublicationSource): Finding[] {
  const roles = (["author", "reviewer"] as const).filter(
    (role) => !file.authors.some((author) => author.role === role),
  );
  return [
    ...roles.map((role): Finding => ({ code: `no-${role}`, params: {}, where: settings })),
    ...file.authors
      .filter(({ declaredOn }) => declaredOn > file.preparedOn)
      .map(({ name }): Finding => ({ code: "declared-after", params: { name }, where: settings })),
  ];
}

function checkOutcomes(source: PublicationSource): Finding[] {
  const codes = source.file.outcomes.map(({ code }) => code);
  const assessed = new Set(source.bank.questions.flatMap(({ outcomes }) => outcomes));
  const named = [
    ...lessonsOfFile(source).flatMap(({ id, outcomes }) =>
      outcomes.map((code) => ({ code, where: { at: "lesson", id } as const, thing: id })),
    ),
    ...source.bank.questions.flatMap(({ id, outcomes }) =>
      outcomes.map((code) => ({ code, where: { at: "question", key: id } as const, thing: id })),
    ),
  ];
  return [
    ...codes
      .filter((code) => !assessed.has(code))
      .map((code): Finding => ({ code: "outcome-unassessed", params: { code }, where: { at: "bank" } })),
    ...named
      .filter(({ code }) => !codes.includes(code))
      .map(({ where, code, thing }): Finding => ({ code: "outcome-unknown", params: { code, thing }, where })),
  ];
}

/** A certificate states a verdict and that the track was evaluated, so there must be something to state. */
function checkEvidence(source: PublicationSource): Finding[] {
  const lessons = lessonsOfFile(source);
  const isGraded = ({ blueprint: { attempts, passPercent } }: QuizFile) => attempts !== null && passPercent > 0;
  const count = lessons.filter(({ kind }) => kind === "evaluation").length;
  const findings: Finding[] = [];
  if (!lessons.some((lesson) => lesson.kind === "quiz" && isGraded(lesson)))
    findings.push({ code: "quiz-missing", params: {}, where: { at: "outline" } });
  if (count !== 1) findings.push({ code: "evaluation-count", params: { count }, where: { at: "outline" } });
  return findings;
}

function checkQuizzes(source: PublicationSource): Finding[] {
  const lessons = lessonsOfFile(source);
  const unsatisfiable = lessons.filter(
    (lesson) => lesson.kind === "quiz" && !canSatisfy(lesson.blueprint, source.bank.questions),
  );
  const strays = source.bank.questions.filter(
    (question) => question.lesson === null || !lessons.some(({ id }) => id === question.lesson),
  );
  return [
    ...unsatisfiable.map(
      ({ id }): Finding => ({ code: "blueprint", params: { lesson: id }, where: { at: "lesson", id } }),
    ),
    ...strays.map(({ id, lesson }): Finding => {
      const where = { at: "question", key: id } as const;
      return lesson === null
        ? { code: "question-no-lesson", params: { question: id }, where }
        : { code: "question-stray-lesson", params: { question: id, lesson }, where };
    }),
  ];
}

/** Every text that a question shows, wherever it stands in the question. */
function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap((part) => stringsIn(part)) : [];
}

function checkFormulae({ bank, bankTexts }: PublicationSource): Finding[] {
  const texts = [
    ...bank.questions.map((question) => ({ key: question.id, question, said: {} })),
    ...bankTexts.flatMap(({ language, questions }) =>
      Object.entries(questions).map(([key, question]) => ({ key, question, said: { language } })),
    ),
  ];
  return texts.flatMap(({ key, question, said }) =>
    stringsIn(question)
      .filter((text) => text.includes("$"))
      .flatMap((text) => checkInline(text))
      .map(({ code, params }): Finding => ({ code, params, where: { at: "question", key }, ...said })),
  );
}

function checkWebinars(source: PublicationSource, recordings: Readonly<Record<string, RecordingLanguages>>): Finding[] {
  const { languages, authors } = source.file;
  return lessonsOfFile(source).flatMap((lesson): Finding[] => {
    if (lesson.kind !== "webinar") return [];
    const { id } = lesson;
    const where = { at: "lesson", id } as const;
    const untold: Finding[] = lesson.speechTellsAll ? [] : [{ code: "speech-untold", params: { lesson: id }, where }];
    const recording = source.media[lesson.media];
    if (recording === undefined) return [{ code: "no-recording", params: { lesson: id }, where }];
    const texts = recordings[recording.assetId];
    if (texts === undefined) return [{ code: "recording-not-ready", params: { lesson: id }, where }];
    const without = (kind: "captions" | "chapters") =>
      languages
        .filter((language) => !texts[kind].includes(language))
        .map((language): Finding => ({ code: `${kind}-missing`, params: { lesson: id }, where, language }));
    return [
      ...untold,
      ...without("captions"),
      ...without("chapters"),
      ...lesson.speakers
        .filter((speaker) => !authors.some((author) => author.id === speaker))
        .map((speaker): Finding => ({ code: "speaker-unknown", params: { lesson: id, speaker }, where })),
    ];
  });
}
