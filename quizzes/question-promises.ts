import { type ByKind, byKind, type QuestionOf } from "./engine/by-kind";
import { contradictions } from "./contradictions";
import { isReserved, parseFormula } from "./engine/formula";
import type { AcceptedText, Calculated, Cloze, Essay, Hotspot, Labelling, Numeric, Question } from "./engine/model";
import { compilePattern } from "./engine/pattern";
import { withoutValue } from "./formula-domain";

function brokenOrder({ items, key }: QuestionOf<"ordering">): string[] {
  const isWhole = new Set(key).size === items.length && key.length === items.length;
  return [...twice(items), ...unknown(key, items), ...(isWhole ? [] : ["the key must name every item once"])];
}

const promises: ByKind<string[]> = {
  single: ({ options, key }) => [...twice(options), ...unknown([key], options)],
  multiple: ({ options, keys }) => [...twice(options), ...unknown(keys, options), ...repeated(keys, "the key")],
  "true-false": () => [],
  numeric: (question) => brokenNumber(question),
  matching: ({ left, right, key }) => brokenPairs(left, right, key),
  ordering: (question) => brokenOrder(question),
  "short-text": (question) => brokenAnswers(question.answers, question),
  calculated: (question) => brokenFormulas(question),
  cloze: (question) => brokenGaps(question),
  hotspot: (question) => brokenRegions(question),
  labelling: (question) => [...brokenPairs(question.places, question.labels, question.key), ...outsidePlaces(question)],
  "script-concordance": ({ panel }) => (panel.some((votes) => votes > 0) ? [] : ["nobody of the panel has voted"]),
  likert: ({ scale }) => twice(scale),
  essay: (question) => brokenRubric(question),
};

/** Rules between the fields of one question, as sentences. Whatever the engine takes for granted stands here. */
export function brokenPromises(question: Question): string[] {
  return [...byKind(promises, question), ...contradictions(question)];
}

function brokenNumber({ key, units }: Pick<Numeric, "key" | "units">): string[] {
  return [
    ...(units.includes(key.unit) ? [] : ["the key's unit is not among the units offered"]),
    ...repeated(units, "the list of units"),
    ...("relative" in key.tolerance && key.value === 0 ? ["a share of 0 is 0: the tolerance must be absolute"] : []),
  ];
}

function brokenPairs(
  left: readonly { id: string }[],
  right: readonly { id: string }[],
  key: Readonly<Record<string, string>>,
): string[] {
  return [
    ...twice(left),
    ...twice(right),
    ...unknown(Object.keys(key), left),
    ...unknown(Object.values(key), right),
    ...left.filter((l) => !Object.hasOwn(key, l.id)).map((l) => `"${l.id}" has no partner in the key`),
  ];
}

function brokenAnswers(
  answers: readonly AcceptedText[],
  comparison: { caseSensitive: boolean; ignoreAccents: boolean },
): string[] {
  const patterns = answers.flatMap((answer) => {
    if (answer.match === "text") return [];
    const compiled = compilePattern(answer.text, comparison);
    return compiled.ok ? [] : [`the pattern "${answer.text}" can't be read: ${compiled.why}`];
  });
  return [...patterns, ...(answers.some(({ share }) => share === 100) ? [] : ["no answer earns the whole mark"])];
}

function brokenVariables({ variables, rows }: Calculated): string[] {
  const names = variables.map(({ name }) => name);
  return [
    ...repeated(names, "the list of variables"),
    ...names.filter((name) => !/^[A-Za-z][A-Za-z0-9_]*$/.test(name)).map((name) => `"${name}" can't name a variable`),
    ...names.filter((name) => isReserved(name)).map((name) => `"${name}" has a meaning of its own in formulas`),
    ...variables.filter(({ min, max }) => min > max).map(({ name }) => `the range of "${name}" goes downwards`),
    ...variables
      .filter(({ min, max, decimals }) => (max - min) * 10 ** decimals > 1e9)
      .map(({ name }) => `the range of "${name}" holds more than a thousand million values`),
    ...(rows.every((row) => row.length === variables.length) ? [] : ["every row must hold a value for each variable"]),
  ];
}

function brokenFormula(question: Calculated, text: string, what: string, mustHaveValue: boolean): string[] {
  const parsed = parseFormula(text);
  if (!parsed.ok) return [`${what} can't be read: ${parsed.why}`];
  const names = question.variables.map(({ name }) => name);
  const strange = parsed.formula.names.filter((name) => !names.includes(name));
  if (strange.length > 0) return strange.map((name) => `${what} names "${name}", which is no variable`);
  const broken = mustHaveValue ? withoutValue(question, parsed.formula) : null;
  return broken === null ? [] : [`${what} ${broken}`];
}

function brokenFormulas(question: Calculated): string[] {
  const { unit, units, mistakes, tolerance } = question;
  const variables = brokenVariables(question);
  if (variables.length > 0) return variables;
  return [
    ...brokenFormula(question, question.formula, "the formula", true),
    ...mistakes.flatMap(({ formula }) => brokenFormula(question, formula, `the mistaken formula "${formula}"`, false)),
    // The key differs from paper to paper; 1 stands for any.
    ...brokenNumber({ key: { value: 1, unit, tolerance }, units }),
  ];
}

function brokenGaps(question: Cloze): string[] {
  const named = Array.from(question.stem.matchAll(/\[\[([a-z0-9-]+)\]\]/g), (match) => match[1] ?? "");
  const ids = question.gaps.map(({ id }) => id);
  const options = question.gaps.flatMap((gap) => (gap.kind === "choice" ? gap.options : []));
  return [
    ...twice(question.gaps),
    ...twice(options),
    ...repeated(named, "the text's gaps"),
    ...named.filter((id) => !ids.includes(id)).map((id) => `the text has the gap "${id}", which is not there`),
    ...ids.filter((id) => !named.includes(id)).map((id) => `the gap "${id}" does not stand in the text`),
    ...question.gaps.flatMap((gap) => {
      switch (gap.kind) {
        case "choice":
          return unknown([gap.key], gap.options);
        case "text":
          return brokenAnswers(gap.answers, gap);
        case "number":
          return brokenNumber({ key: gap.key, units: [gap.key.unit] });
      }
    }),
  ];
}

function isOutside(picture: Hotspot["picture"], x: number, y: number): boolean {
  return x < 0 || y < 0 || x > picture.width || y > picture.height;
}

function brokenRegions(question: Hotspot): string[] {
  return [
    ...twice(question.regions),
    ...unknown(question.keys, question.regions),
    ...repeated(question.keys, "the key"),
    ...question.regions
      .filter(({ area }) => {
        const points = area.shape === "polygon" ? area.points : [[area.cx, area.cy] as const];
        return points.every(([x, y]) => isOutside(question.picture, x, y));
      })
      .map(({ id }) => `the region "${id}" lies outside the picture`),
  ];
}

function outsidePlaces(question: Labelling): string[] {
  return question.places
    .filter(({ x, y }) => isOutside(question.picture, x, y))
    .map(({ id }) => `the place "${id}" lies outside the picture`);
}

function brokenRubric({ rubric, minWords, maxWords }: Essay): string[] {
  return [
    ...twice(rubric),
    ...rubric.flatMap(({ levels }) => twice(levels)),
    ...rubric
      .filter(({ levels }) =>
        levels.some((level, index) => index > 0 && level.points < (levels[index - 1]?.points ?? 0)),
      )
      .map(({ id }) => `the levels of "${id}" must go upwards`),
    ...rubric
      .filter(({ levels }) => levels.every(({ points }) => points === 0))
      .map(({ id }) => `no level of "${id}" has points`),
    ...(minWords > maxWords ? ["the fewest words are more than the most"] : []),
  ];
}

/** Ids that stand twice in a list. */
export function twice(labels: readonly { readonly id: string }[]): string[] {
  return repeated(
    labels.map(({ id }) => id),
    "the list of ids",
  );
}

export function repeated(words: readonly string[], where: string): string[] {
  const seen = new Set<string>();
  return words.filter((word) => seen.size === seen.add(word).size).map((word) => `"${word}" is twice in ${where}`);
}

function unknown(ids: readonly string[], labels: readonly { id: string }[]): string[] {
  return ids
    .filter((wanted) => !labels.some((l) => l.id === wanted))
    .map((wanted) => `the key names "${wanted}", which is not there`);
}
