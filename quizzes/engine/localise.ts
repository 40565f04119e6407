import { type ByKind, byKind } from "./by-kind";
import type { Cloze, Criterion, Label, Option, Picture, Question, Region } from "./model";
import type { QuestionText } from "./question-text";

type Texts = Readonly<Record<string, string>>;
type Gap = Cloze["gaps"][number];

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
