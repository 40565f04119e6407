import type { BankText } from "../../quizzes/bank-schema";
import { fillDrawing, labelKeys } from "./fill-drawing";
import type { Finding, Place, TextKind } from "./finding";
import { missingParts } from "./missing-translation";
import type { PublicationSource } from "./publication";
import type { TrackText } from "./track-file";

/** What a language of a track lacks, and what of it stands for nothing in the track. */
export function checkLanguage(source: PublicationSource, language: string): Finding[] {
  const text = source.texts.find((candidate) => candidate.language === language);
  const where = { at: "translation", language } as const;
  if (text === undefined) return [{ code: "language-missing", params: {}, where, language }];
  const { file } = source;
  const lessons = file.modules.flatMap((module) => module.lessons);
  const unwritten = lessons.filter(
    ({ kind, id }) => kind === "reading" && (source.lessons[`${id}.${language}`] ?? "").trim() === "",
  );
  const idsOf = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id);
  const findings: Finding[] = [
    ...compareKeys("outcome", { wanted: file.outcomes.map(({ code }) => code), given: text.outcomes }, () => where),
    ...compareKeys("module", { wanted: idsOf(file.modules), given: text.modules }, () => where),
    ...compareKeys("lesson", { wanted: idsOf(lessons), given: text.lessons }, () => where),
    ...compareKeys("disclosure", { wanted: idsOf(file.authors), given: text.authors }, () => where),
    ...unwritten.map(
      ({ id }): Finding => ({
        code: "lesson-unwritten",
        params: { lesson: id },
        where: { at: "lesson", id, language },
      }),
    ),
    ...checkLabels(source, text, where),
    ...(language === "en" ? [] : checkBankText(source, language, where)),
  ];
  return findings.map((finding) => ({ ...finding, language }));
}

/** Keys that a table of texts lacks, and keys that stand for nothing in the track. */
function compareKeys(
  kind: TextKind,
  keys: { readonly wanted: readonly string[]; readonly given: Readonly<Record<string, unknown>> },
  placeOf: (key: string) => Place,
): Finding[] {
  const given = Object.keys(keys.given);
  const toFinding = (code: "text-missing" | "text-stray") => (key: string) => ({
    code,
    params: { kind, key },
    where: placeOf(key),
  });
  return [
    ...keys.wanted.filter((key) => !given.includes(key)).map(toFinding("text-missing")),
    ...given.filter((key) => !keys.wanted.includes(key)).map(toFinding("text-stray")),
  ];
}

function checkLabels({ drawings }: PublicationSource, text: TrackText, where: Place): Finding[] {
  return Object.entries(drawings).flatMap(([drawing, svg]) => {
    const labels = text.drawings[drawing] ?? {};
    const keys = labelKeys(svg);
    const toFinding = (code: "label-missing" | "label-stray") => (label: string) => ({
      code,
      params: { label, drawing },
      where,
    });
    return [
      ...fillDrawing(svg, labels).missing.map(toFinding("label-missing")),
      ...Object.keys(labels)
        .filter((key) => !keys.has(key))
        .map(toFinding("label-stray")),
    ];
  });
}

function checkBankText({ bank, bankTexts }: PublicationSource, language: string, where: Place): Finding[] {
  const text: BankText | undefined = bankTexts.find((candidate) => candidate.language === language);
  if (text === undefined) return [{ code: "questions-untranslated", params: {}, where }];
  const keys = { wanted: bank.questions.map(({ id }) => id), given: text.questions };
  return [
    ...compareKeys("question", keys, (key) => ({ at: "question", key })),
    ...bank.questions.flatMap((question): Finding[] => {
      const { id } = question;
      const translation = text.questions[id];
      const count = translation === undefined ? 0 : missingParts(question, translation).length;
      return count === 0
        ? []
        : [{ code: "question-parts", params: { question: id, count }, where: { at: "question", key: id } }];
    }),
  ];
}
