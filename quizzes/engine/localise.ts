import { type ByKind, byKind } from "./by-kind";
import type { AcceptedText, Cloze, Criterion, Label, Option, Picture, Question, Region, Ruling } from "./model";
import type { QuestionText } from "./question-text";

type Texts = Readonly<Record<string, string>>;
type Gap = Cloze["gaps"][number];
type GapsTexts = NonNullable<QuestionText["gaps"]>;
type GapTexts = GapsTexts[string];

/** An entry of a text table. Ids such as "constructor" must not find what every object inherits. */
function entry<T>(table: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}

function labels(own: readonly Label[], texts: Texts | undefined): Label[] {
  return own.map(({ id, text }) => ({ id, text: entry(texts, id) ?? text }));
}

function options(own: readonly Option[], texts: QuestionText["options"]): Option[] {
  return own.map((option) => ({ ...option, ...entry(texts, option.id) }));
}

function regions(own: readonly Region[], texts: QuestionText["regions"]): Region[] {
  return own.map((region) => ({ ...region, ...entry(texts, region.id) }));
}

function mistakes<T extends { readonly feedback: string }>(own: readonly T[], texts: QuestionText["mistakes"]): T[] {
  return own.map((mistake, index) => ({ ...mistake, feedback: texts?.[index] ?? mistake.feedback }));
}

function picture(own: Picture, alt: string | undefined): Picture {
  return { ...own, alt: alt ?? own.alt };
}

function gap(own: Gap, texts: QuestionText["gaps"]): Gap {
  const said = entry(texts, own.id);
  switch (own.kind) {
    case "choice":
      return { ...own, options: options(own.options, said?.options) };
    case "text":
      return { ...own, answers: said?.answers ?? own.answers };
    case "number":
      return { ...own, mistakes: mistakes(own.mistakes, said?.mistakes) };
  }
}

function criterion(own: Criterion, texts: QuestionText["rubric"]): Criterion {
  const said = entry(texts, own.id);
  const levels = own.levels.map((level) => ({ ...level, text: entry(said?.levels, level.id) ?? level.text }));
  return { ...own, text: said?.text ?? own.text, levels };
}

const rules: ByKind<Question, [QuestionText]> = {
  single: (question, text) => ({ ...question, options: options(question.options, text.options) }),
  multiple: (question, text) => ({ ...question, options: options(question.options, text.options) }),
  "true-false": (question, text) => ({ ...question, why: text.why ?? question.why }),
  numeric: (question, text) => ({ ...question, mistakes: mistakes(question.mistakes, text.mistakes) }),
  calculated: (question, text) => ({ ...question, mistakes: mistakes(question.mistakes, text.mistakes) }),
  matching: (question, text) => ({
    ...question,
    left: labels(question.left, text.left),
    right: labels(question.right, text.right),
  }),
  ordering: (question, text) => ({ ...question, items: labels(question.items, text.items) }),
  "short-text": (question, text) => ({ ...question, answers: text.answers ?? question.answers }),
  cloze: (question, text) => ({ ...question, gaps: question.gaps.map((own) => gap(own, text.gaps)) }),
  hotspot: (question, text) => ({
    ...question,
    picture: picture(question.picture, text.alt),
    regions: regions(question.regions, text.regions),
  }),
  labelling: (question, text) => ({
    ...question,
    picture: picture(question.picture, text.alt),
    labels: labels(question.labels, text.labels),
  }),
  "script-concordance": (question, text) => ({
    ...question,
    hypothesis: text.hypothesis ?? question.hypothesis,
    finding: text.finding ?? question.finding,
  }),
  likert: (question, text) => ({ ...question, scale: labels(question.scale, text.scale) }),
  essay: (question, text) => ({
    ...question,
    rubric: question.rubric.map((own) => criterion(own, text.rubric)),
    model: text.model ?? question.model,
  }),
};

/**
 * The question with the texts of a translation, key and structure untouched: what the learner sees and the result page
 * shows. Texts that the translation lacks stay in the question's own language; texts for unknown ids are ignored.
 * Typed answers are accepted as the translation lists them, so a question is localised before it is marked.
 */
export function localise(question: Question, text: QuestionText | null): Question {
  if (text === null) return question;
  return { ...byKind(rules, question, text), stem: text.stem, explanation: text.explanation };
}

const isSameText = (a: AcceptedText, b: AcceptedText) => a.match === b.match && a.text === b.text;

/**
 * The translation's list after a correction of the question's own list: what the correction adds or values otherwise is
 * accepted in this language as well, what it takes away isn't accepted any more, the rest stays.
 */
function corrected(
  before: readonly AcceptedText[],
  after: readonly AcceptedText[],
  said: readonly AcceptedText[] | undefined,
): readonly AcceptedText[] | undefined {
  if (said === undefined) return undefined;
  const added = after.filter((text) => !before.some((old) => isSameText(old, text) && old.share === text.share));
  const gone = before.filter((old) => !after.some((text) => isSameText(text, old)));
  const touched = [...added, ...gone];
  const list = [...added, ...said.filter((text) => !touched.some((other) => isSameText(other, text)))];
  return list.some(({ share }) => share === 100) ? list : [...list, ...after.filter(({ share }) => share === 100)];
}

type Mistake = { readonly unit: string; readonly feedback: string } & (
  | { readonly value: number }
  | { readonly formula: string }
);

const isSameMistake = (a: Mistake, b: Mistake) =>
  a.unit === b.unit && ("value" in a ? "value" in b && a.value === b.value : "formula" in b && a.formula === b.formula);

/** Feedback goes with its mistake: a correction takes some away, and those behind them move up. */
function correctedFeedback(
  before: readonly Mistake[],
  after: readonly Mistake[],
  said: readonly string[] | undefined,
): readonly string[] | undefined {
  return (
    said && after.map((mistake) => said[before.findIndex((old) => isSameMistake(old, mistake))] ?? mistake.feedback)
  );
}

function correctedMistakes(published: Question, ruled: Question, text: QuestionText): QuestionText {
  if (!("mistakes" in published && "mistakes" in ruled)) return text;
  const mistakes = correctedFeedback(published.mistakes, ruled.mistakes, text.mistakes);
  return mistakes === undefined ? text : { ...text, mistakes };
}

function correctedGap(before: Gap | undefined, own: Gap, said: GapTexts): GapTexts {
  if (own.kind === "text" && before?.kind === "text") {
    const answers = corrected(before.answers, own.answers, said.answers);
    return answers === undefined ? said : { ...said, answers };
  }
  if (own.kind !== "number" || before?.kind !== "number") return said;
  const mistakes = correctedFeedback(before.mistakes, own.mistakes, said.mistakes);
  return mistakes === undefined ? said : { ...said, mistakes };
}

function correctedGaps(published: Cloze, ruled: Cloze, texts: GapsTexts): GapsTexts {
  const lists = ruled.gaps.flatMap((own) => {
    const said = entry(texts, own.id);
    const before = published.gaps.find(({ id }) => id === own.id);
    return said === undefined ? [] : [[own.id, correctedGap(before, own, said)] as const];
  });
  return { ...texts, ...Object.fromEntries(lists) };
}

function correctedText(published: Question, ruled: Question, text: QuestionText): QuestionText {
  if (published.kind === "short-text" && ruled.kind === "short-text") {
    const answers = corrected(published.answers, ruled.answers, text.answers);
    return answers === undefined ? text : { ...text, answers };
  }
  if (published.kind !== "cloze" || ruled.kind !== "cloze" || text.gaps === undefined)
    return correctedMistakes(published, ruled, text);
  return { ...text, gaps: correctedGaps(published, ruled, text.gaps) };
}

/** The rulings on a question in the language of a translation: a corrected key is localised like the question itself. */
export function localiseRulings(
  published: Question,
  rulings: readonly Ruling[],
  text: QuestionText | null,
): readonly Ruling[] {
  if (text === null) return rulings;
  return rulings.map((ruling) => {
    if (ruling.kind !== "corrected-key") return ruling;
    return { ...ruling, question: localise(ruling.question, correctedText(published, ruling.question, text)) };
  });
}
