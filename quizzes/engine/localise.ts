import type { KnownMistake, Label, Option, Question, QuestionText } from "./model";

type Texts = Readonly<Record<string, string>>;

/** An entry of a text table. Ids such as "constructor" must not find what every object inherits. */
function entry<T>(table: Readonly<Record<string, T>> | undefined, id: string): T | undefined {
  return table !== undefined && Object.hasOwn(table, id) ? table[id] : undefined;
}

function labels(own: readonly Label[], texts: Texts | undefined): Label[] {
  return own.map(({ id, text }) => ({ id, text: entry(texts, id) ?? text }));
}

function options(own: readonly Option[], texts: QuestionText["options"]): Option[] {
  return own.map(({ id, text, why }) => ({ id, text, why, ...entry(texts, id) }));
}

function mistakes(own: readonly KnownMistake[], texts: QuestionText["mistakes"]): KnownMistake[] {
  return own.map((mistake, index) => ({ ...mistake, feedback: texts?.[index] ?? mistake.feedback }));
}

/**
 * The question with the texts of a translation, key and structure untouched: what the result page shows.
 * Texts that the translation lacks stay in the question's own language; texts for unknown ids are ignored.
 */
export function localise(question: Question, text: QuestionText | null): Question {
  if (text === null) return question;
  const said = { stem: text.stem, explanation: text.explanation };
  switch (question.kind) {
    case "single":
      return { ...question, ...said, options: options(question.options, text.options) };
    case "multiple":
      return { ...question, ...said, options: options(question.options, text.options) };
    case "true-false":
      return { ...question, ...said, why: text.why ?? question.why };
    case "numeric":
      return { ...question, ...said, mistakes: mistakes(question.mistakes, text.mistakes) };
    case "matching":
      return {
        ...question,
        ...said,
        left: labels(question.left, text.left),
        right: labels(question.right, text.right),
      };
    case "ordering":
      return { ...question, ...said, items: labels(question.items, text.items) };
  }
}
