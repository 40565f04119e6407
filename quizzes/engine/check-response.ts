import { hasRegionList } from "./mark-hotspot";
import type { QuestionOf } from "./by-kind";
import type { Cloze, Hotspot, Kind, Question, Response } from "./model";
import { longestText } from "./text";

/** Why an answer can't be one to the question as it was shown. No page of ours sends such an answer. */
export type InvalidReason =
  /** No answer of its kind at all: a field is missing or holds something else. */
  | "malformed"
  /** An answer to another kind of question. */
  | "wrong-kind"
  /** A calculated question without its numbers. */
  | "no-values"
  | "unknown-id"
  | "repeated-id"
  | "too-many"
  | "outside-picture"
  | "too-long";

/** Longest essay, in UTF-16 units. */
const longestEssay = 40_000;

type Ids = readonly { readonly id: string }[];
function knows(labels: Ids, ids: readonly string[]): InvalidReason | null {
  return ids.every((id) => labels.some((label) => label.id === id)) ? null : "unknown-id";
}

function eachOnce(labels: Ids, ids: readonly string[]): InvalidReason | null {
  return knows(labels, ids) ?? (new Set(ids).size === ids.length ? null : "repeated-id");
}

function pairsOf(left: Ids, right: Ids, pairs: Readonly<Record<string, string>>): InvalidReason | null {
  return knows(left, Object.keys(pairs)) ?? knows(right, Object.values(pairs));
}

function gapsOf(question: Cloze, given: Readonly<Record<string, string>>): InvalidReason | null {
  const unknown = knows(question.gaps, Object.keys(given));
  if (unknown !== null) return unknown;
  const filled = new Map(Object.entries(given));
  const reasons = question.gaps.map((gap): InvalidReason | null => {
    const value = filled.get(gap.id) ?? "";
    if (value.length > longestText) return "too-long";
    return gap.kind === "choice" && value.trim() !== "" ? knows(gap.options, [value]) : null;
  });
  return reasons.find((reason) => reason !== null) ?? null;
}

function picksOf(question: Hotspot, response: Extract<Response, { kind: "hotspot" }>): InvalidReason | null {
  const { picture, keys } = question;
  if (response.points.length + response.regions.length > keys.length) return "too-many";
  const isIn = ([x, y]: readonly [number, number]) => x >= 0 && y >= 0 && x <= picture.width && y <= picture.height;
  if (!response.points.every(isIn)) return "outside-picture";
  return eachOnce(hasRegionList(question) ? question.regions : [], response.regions);
}

function tooLong(text: string, most: number): InvalidReason | null {
  return text.length > most ? "too-long" : null;
}

type Checks = {
  readonly [K in Exclude<Kind, "calculated">]: (
    question: QuestionOf<K>,
    response: Extract<Response, { kind: K }>,
  ) => InvalidReason | null;
};

const checks: Checks = {
  single: ({ options }, { option }) => knows(options, [option]),
  multiple: (question, response) => eachOnce(question.options, response.options),
  "true-false": () => null,
  numeric: (_, { text, unit }) => tooLong(text + unit, 100),
  matching: ({ left, right }, { pairs }) => pairsOf(left, right, pairs),
  ordering: ({ items }, { order }) => eachOnce(items, order),
  "short-text": (_, { text }) => tooLong(text, longestText),
  cloze: (question, { gaps }) => gapsOf(question, gaps),
  hotspot: (question, response) => picksOf(question, response),
  labelling: ({ places, labels }, { placed }) => pairsOf(places, labels, placed),
  "script-concordance": (_, { value }) => ([-2, -1, 0, 1, 2].includes(value) ? null : "unknown-id"),
  likert: ({ scale }, { option }) => knows(scale, [option]),
  essay: (_, { text }) => tooLong(text, longestEssay),
};

const isText = (value: unknown) => typeof value === "string";
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isTable = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) && Object.values(value).every(isText);
const isPoint = (value: unknown) =>
  Array.isArray(value) && value.length === 2 && value.every((axis) => typeof axis === "number");
const isPoints = (value: unknown) => Array.isArray(value) && value.every(isPoint);

/** What the fields of an answer must hold. The types say so, too; a caller that reads JSON may not know. */
const fields: Readonly<Record<Response["kind"], Readonly<Record<string, (value: unknown) => boolean>>>> = {
  single: { option: isText },
  multiple: { options: isTexts },
  "true-false": { value: (value) => typeof value === "boolean" },
  numeric: { text: isText, unit: isText },
  matching: { pairs: isTable },
  ordering: { order: isTexts },
  "short-text": { text: isText },
  cloze: { gaps: isTable },
  hotspot: { points: isPoints, regions: isTexts },
  labelling: { placed: isTable },
  "script-concordance": { value: Number.isInteger },
  likert: { option: isText },
  essay: { text: isText },
};

function isWhole(response: Response): boolean {
  const given = new Map<string, unknown>(Object.entries(response));
  return Object.entries(fields[response.kind]).every(([name, holds]) => holds(given.get(name)));
}

/** Why the answer can't be one to this question; null when it can, and when there is none. */
export function checkResponse(question: Question, response: Response | null): InvalidReason | null {
  if (question.kind === "calculated") return "no-values";
  if (response === null) return null;
  if (response.kind !== question.kind) return "wrong-kind";
  if (!isWhole(response)) return "malformed";
  // The kinds are equal; TypeScript can't follow that through a table.
  const check = checks[question.kind] as (question: Question, response: Response) => InvalidReason | null;
  return check(question, response);
}
